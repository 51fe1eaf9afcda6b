"""Reads days and months: `22 January 1918`, `January 22nd`, `25 October (7 November) 1917`."""

from __future__ import annotations

from khiva_notes.model.dates.calendars import gregorian_to_jdn, jdn_to_gregorian
from khiva_notes.model.dates.dated import Read, dated
from khiva_notes.model.dates.double_dates import double_date, hijri_pair, pair, same_month_twin
from khiva_notes.model.dates.numeric import Numeric
from khiva_notes.model.dates.parts import Part
from khiva_notes.model.dates.stream import Stream


def month_first(stream: Stream, i: int) -> Read:
    """Read a month, its day if one follows, and the year if one does."""
    token = stream.at(i)
    part = Part(month=int(token.value), calendar="hijri" if token.kind == "hijri-month" else "")
    j = stream.skip(i + 1, "the") if stream.is_kind(i + 2, "number") else i + 1
    day = stream.at(j)
    if (
        day.kind == "number"
        and day.sep in ("", ".", "-")
        and day.digits <= 2
        and 1 <= int(day.value) <= 31
        and day.suffix not in ("s", "х")
        and stream.at(j + 1).kind != "era"
    ):
        part = part._replace(day=int(day.value))
        j += 1
        twin = same_month_twin(stream, part, j)
        if twin is not None:
            part, j = twin
    part, j = dated(stream, part, j)
    return _paired(stream, part, j)


def day_first(stream: Stream, i: int) -> Read | None:
    """Read `22 January`, `22nd of January`, `first of October`, `5/18 January` with their years."""
    day = stream.at(i)
    number = int(day.value)
    if not 1 <= number <= 31 or day.digits > 2:
        return None
    j = i + 1
    second = stream.at(j)
    paired = 0
    if second.kind == "number" and second.sep in ("/", "(") and second.digits <= 2:
        paired, j = int(second.value), j + 1
        if second.sep == "(" and stream.at(j).sep != ")":
            return None
    j_month = stream.skip(j, "of", "the")
    month = stream.at(j_month)
    if month.kind not in ("month", "hijri-month") or month.sep not in ("", ".", "-", ")"):
        return None
    if day.kind == "ordinal" and j_month == i + 1 and day.suffix.isascii():
        return None  # English needs the "of": "first October" is not a day
    part = Part(
        day=number,
        month=int(month.value),
        calendar="hijri" if month.kind == "hijri-month" else "",
    )
    if paired:
        twins = pair(part, part._replace(day=paired))
        if twins is None:
            return None
        part = twins
    part, j = dated(stream, part, j_month + 1)
    return _paired(stream, part, j)


def _paired(stream: Stream, part: Part, j: int) -> Read:
    """Add the day in another calendar, if one stands in brackets or after a slash."""
    if not part.day:
        return part, j
    pair_read = hijri_pair(stream, part, j)
    if pair_read is None and part.calendar != "hijri":
        pair_read = double_date(stream, part, j)
    return pair_read or (part, j)


def from_numeric(found: Numeric, *, month_leads: bool, day_leads: bool) -> Part:
    """Make the part of a date in digits; day and month both possible stay both possible."""
    part = Part(year=found.year, month=found.month, day=found.day)
    if found.short:
        part = part._replace(year=None, short_year=found.year)
    if not found.swappable or day_leads:
        return part
    if month_leads:
        return part._replace(month=found.day, day=found.month)
    return part._replace(
        other_way=(found.day, found.month),
        note="Day and month could be either way round.",
    )


def is_real(part: Part) -> bool:
    """Say whether the day exists in the calendar of its words (30 February does not)."""
    if not part.day or part.calendar == "hijri":
        return part.day <= 30
    if part.month == 2 and part.day == 29 and part.year is not None:
        if part.calendar == "julian":
            return part.year % 4 == 0
        jdn = gregorian_to_jdn(part.year, 2, 29)
        return jdn_to_gregorian(jdn)[1] == 2
    return part.day <= (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[part.month - 1]
