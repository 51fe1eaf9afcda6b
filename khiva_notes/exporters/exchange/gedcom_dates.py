"""Dates as GEDCOM 7 writes them: Gregorian, with the source's words as the phrase."""

from __future__ import annotations

from khiva_notes.exporters.exchange.day import Day, bounds, simple
from khiva_notes.model.dates import HistoricalDate

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


def date_lines(date: HistoricalDate) -> tuple[str, str]:
    """Return the value of a DATE line and its PHRASE, either perhaps empty but not both."""
    phrase = date.original
    plain = simple(date)
    if plain is not None:
        day, mark = plain
        value = _day(day)
        return (f"ABT {value}" if mark in ("~", "%") else value), phrase or date.edtf * bool(mark)
    first, last = bounds(date)
    phrase = phrase or date.edtf or date.note or "unknown"
    if first and last:
        return (f"BET {_day(first)} AND {_day(last)}" if first != last else _day(first)), phrase
    if first:
        return f"AFT {_day(first)}", phrase
    return (f"BEF {_day(last)}" if last else ""), phrase


def _day(day: Day) -> str:
    year, month, number = day
    parts = [str(number)] if number else []
    parts += [MONTHS[month - 1]] if month else []
    return " ".join([*parts, str(year) if year > 0 else f"{1 - year} BCE"])
