"""The first and last day of a date as plain Gregorian days, for formats that know no others."""

from __future__ import annotations

import re

from khiva_notes.model.dates import HistoricalDate, from_jdn

Day = tuple[int, int, int]
"""Year (1 BC is 0), month and day; 0 for a month or day that is not told."""

_SIMPLE = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?([?~%]?)")


def simple(date: HistoricalDate) -> tuple[Day, str] | None:
    """Return a date that is one year, month or day, with its mark (``?``, ``~``, ``%`` or none)."""
    found = _SIMPLE.fullmatch(date.edtf)
    if found is None or int(found[2] or 1) > 12:
        return None
    return (int(found[1]), int(found[2] or 0), int(found[3] or 0)), found[4]


def bounds(date: HistoricalDate) -> tuple[Day | None, Day | None]:
    """Return the first and the last day that a date can mean, None where it is open."""
    first = None if date.earliest is None else from_jdn("gregorian", date.earliest)
    last = None if date.latest is None else from_jdn("gregorian", date.latest)
    return first, last


def iso(day: Day) -> str:
    """Return a day, month or year as XML Schema writes it; "" before the year 1."""
    year, month, number = day
    if not 1 <= year <= 9999:
        return ""
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, number) if part)])
