"""Dates between the library's and CSL-JSON's, which knows years, months, days and one range."""

from __future__ import annotations

import re
from collections.abc import Mapping

from khiva_notes.model.dates import HistoricalDate, from_edtf, from_jdn
from khiva_notes.model.errors import UserError

_PLAIN = re.compile(r"(?P<year>-?\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<sure>[~?%]?)")
_NUMBER = re.compile(r"-?[0-9]{1,9}")
_SEASONS = {21: 1, 22: 2, 23: 3, 24: 4}


def csl_date(date: HistoricalDate) -> dict[str, object]:
    """Return a date as CSL's date variable; what was not read stays as ``literal`` words."""
    if not date.edtf:
        return {"literal": date.original} if date.original else {}
    ends = [_PLAIN.fullmatch(end) for end in date.edtf.split("/")]
    if not all(ends) or len(ends) > 2:
        return _from_days(date)
    result: dict[str, object] = {}
    parts: list[list[int]] = []
    for end in ends:
        assert end is not None
        numbers = [int(end[name]) for name in ("year", "month", "day") if end[name]]
        if len(numbers) == 2 and numbers[1] in _SEASONS:
            result["season"] = _SEASONS[numbers.pop()]
        parts.append(numbers)
        if end["sure"]:
            result["circa"] = True
    return {"date-parts": parts, **result}


def _from_days(date: HistoricalDate) -> dict[str, object]:
    if date.earliest is None or date.latest is None:
        return {"literal": date.original or date.edtf}
    first, last = from_jdn("gregorian", date.earliest), from_jdn("gregorian", date.latest)
    if first[0] == last[0]:
        parts = [[first[0]]]
    else:
        parts = [[first[0]], [last[0]]]
    return {"date-parts": parts, "circa": True}


def date_from_csl(value: object) -> HistoricalDate | None:
    """Return a CSL date variable as a date; words that cannot be read stay as words.

    None for a value that says nothing. Never raises: bibliographies are full of odd dates.
    """
    if not isinstance(value, Mapping):
        return None
    words = str(value.get("literal") or value.get("raw") or "").strip()
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts:
        edtf = "/".join(_end(part, value) for part in parts[:2] if isinstance(part, list) and part)
        if edtf.strip("/"):
            try:
                return from_edtf(edtf, original=words)
            except UserError:
                words = words or edtf
    if not words:
        return None
    from khiva_notes.model.dates import read_phrase

    return read_phrase(words) or HistoricalDate(words, "")


def _end(part: list[object], value: Mapping[object, object]) -> str:
    numbers = []
    for each in part[:3]:
        if not _NUMBER.fullmatch(str(each)):
            break
        numbers.append(int(str(each)))
    if not numbers:
        return ""
    year = f"{numbers[0]:05d}" if numbers[0] < 0 else f"{numbers[0]:04d}"
    season = str(value.get("season", "")).strip()
    if len(numbers) == 1 and season in ("1", "2", "3", "4"):
        numbers.append(20 + int(season))
    told = "-".join([year, *(f"{number:02d}" for number in numbers[1:])])
    return told + ("~" if value.get("circa") and str(value["circa"]).lower() != "false" else "")
