"""Dates in notes: month, day, year (6.38); what CSL could not read stays as it was written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from khiva_notes.model.chicago.markup import text

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SEASONS = {"1": "Spring", "2": "Summer", "3": "Autumn", "4": "Winter"}


def full(value: Any) -> str:
    """Return a date with its month and day, "" for none."""
    return _told(value, whole=True)


def year(value: Any) -> str:
    """Return only the year or years of a date, "" for none."""
    return _told(value, whole=False)


def _told(value: Any, *, whole: bool) -> str:
    if not isinstance(value, Mapping):
        return ""
    parts = value.get("date-parts")
    if not isinstance(parts, list) or not parts or not parts[0]:
        return text(value.get("literal") or value.get("raw") or "")
    ends = [_end(end, value, whole) for end in parts[:2] if isinstance(end, list) and end]
    told = "–".join(dict.fromkeys(ends))
    return f"ca. {told}" if value.get("circa") else told


def _end(end: list[Any], value: Mapping[str, Any], whole: bool) -> str:
    number = int(end[0])
    told = str(number) if number > 0 else f"{1 - number} BCE"
    if not whole:
        return told
    if len(end) > 1 and 1 <= int(end[1]) <= 12:
        day = f" {int(end[2])}," if len(end) > 2 else ""
        return f"{_MONTHS[int(end[1]) - 1]}{day} {told}"
    season = _SEASONS.get(str(value.get("season", "")))
    return f"{season} {told}" if season else told
