"""Dates written in digits: 22.01.1918, 1918-01-22, 1/2/1918, 22.I.1918."""

from __future__ import annotations

import re
from typing import NamedTuple

_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_DAY_FIRST = re.compile(
    r"(\d{1,2})([./-])\s?(\d{1,2}|[IVXІХ]{1,4})\2\s?(\d{4}|\d{2})(?![\d]|[.,/-]\d)"
)
_YEAR_FIRST = re.compile(r"(\d{4})([./-])(\d{1,2})\2(\d{1,2})(?!\d|[.,/-]\d)")
_MONTH_YEAR = re.compile(r"(\d{1,2})([./])(\d{4})(?![\d]|[.,/-]\d)")
_YEAR_MONTH = re.compile(r"(\d{4})-(\d{2})(?!\d|[.,/-]\d)")
_DAY_COMMA_YEAR = re.compile(r"(\d{1,2}),(\d{4})(?!\d|[.,/-]\d)")


class Numeric(NamedTuple):
    """The parts of a date in digits; ``day`` 0 if there is none.

    ``swappable`` says that day and month could be either way round; ``short`` that the year has
    two digits only.
    """

    year: int
    month: int
    day: int
    end: int
    swappable: bool = False
    short: bool = False


def _month_number(written: str) -> int:
    if written[0].isdecimal():
        return int(written)
    latin = written.replace("І", "I").replace("Х", "X")
    return _ROMANS.index(latin) + 1 if latin in _ROMANS else 0


def numeric_date(text: str, start: int, *, running: bool) -> Numeric | None:
    """Read the digits at ``start`` as a whole date, or give None.

    In running text the doubtful forms (two-digit years, `01.1918`) are left alone, for they are
    as often sections, versions or amounts.
    """
    if match := _YEAR_FIRST.match(text, start):
        year, month, day = int(match[1]), int(match[3]), int(match[4])
        return _checked(Numeric(year, month, day, match.end()))
    if match := _DAY_FIRST.match(text, start):
        day, month, year = int(match[1]), _month_number(match[3]), int(match[4])
        short = len(match[4]) == 2
        if running and short:
            return None
        if month > 12 and day <= 12 and match[2] == "/":
            day, month = month, day
        swappable = match[2] == "/" and day <= 12 and day != month and match[3][0].isdecimal()
        return _checked(Numeric(year, month, day, match.end(), swappable, short))
    if running:
        return None
    if match := _MONTH_YEAR.match(text, start):
        return _checked(Numeric(int(match[3]), int(match[1]), 0, match.end()))
    if match := _YEAR_MONTH.match(text, start):
        year, month = int(match[1]), int(match[2])
        if month > year % 100:  # 1910-12 may be a range of years, which holds December 1910 too
            return None
        return _checked(Numeric(year, month, 0, match.end()))
    return None


def day_comma_year(text: str, start: int) -> int:
    """Give where the day ends in `1,1918` (a missing space after the comma), or 0."""
    match = _DAY_COMMA_YEAR.match(text, start)
    return match.end(1) if match and 1 <= int(match[1]) <= 31 else 0


def _checked(date: Numeric) -> Numeric | None:
    fits = 1 <= date.month <= 12 and 0 <= date.day <= 31
    return date if fits else None
