"""Reads days given in two calendars: `25 October (7 November) 1917`, `5/18 January`, Hijri pairs.

A pair is believed only if one half really is the other in the other calendar; so `5/19 January`
is not read, and brackets that hold something else are left alone.
"""

from __future__ import annotations

from khiva_notes.model.dates.calendars import (
    gregorian_to_jdn,
    hijri_to_jdn,
    jdn_to_gregorian,
    julian_to_jdn,
)
from khiva_notes.model.dates.dated import Read, dated
from khiva_notes.model.dates.parts import Part
from khiva_notes.model.dates.stream import Stream
from khiva_notes.model.dates.years import Year, year_after

_OPENING = ("(", ",(", ".(")
_BOTH = "Both calendars are given: the old-style day and the new-style day are one."
_HIJRI_TOO = "The day is given in both calendars, and they agree."
_SIGHTING = 2  # days by which a month begun by sighting may differ from the table


def same_month_twin(stream: Stream, part: Part, j: int) -> Read | None:
    """Read the 18 of `January 5/18` or `January 5 (18)`."""
    token = stream.at(j)
    if token.kind != "number" or token.digits > 2 or token.sep not in ("/", "("):
        return None
    if token.sep == "(" and not stream.closed_after(j):
        return None
    both = pair(part, part._replace(day=int(token.value)))
    return None if both is None else (both, j + 1)


def double_date(stream: Stream, first: Part, i: int) -> Read | None:
    """Read the other calendar's half of a double date, if what stands in brackets is one."""
    opening = stream.at(i).sep
    if opening not in (*_OPENING, "/") or first.gregorian_day is not None:
        return None
    j = i + 1 if stream.is_kind(i, "style") else i
    if stream.is_kind(j, "month"):
        second, j = month_first_plain(stream, j)
    elif stream.is_kind(j, "number"):
        plain = _day_month_plain(stream, j)
        if plain is None:
            return None
        second, j = plain
    else:
        return None
    if stream.is_kind(j, "style") and stream.at(j).sep in ("", ","):
        j += 1
    if opening != "/" and not stream.closed_after(j - 1):
        return None
    if first.year is None and second.year is None:
        year = year_after(stream.tokens, j)
        if year is not None:
            return _dated_pair(first, second, year, j)
    both = pair(first, second)
    return None if both is None else (both, j)


def _dated_pair(first: Part, second: Part, year: Year, j: int) -> Read | None:
    """Give a double date the year after its bracket: the second day's, or else the first's."""
    for candidate in (
        pair(first, second._replace(year=year.astronomical)),
        pair(first._replace(year=year.astronomical), second),
    ):
        if candidate is not None:
            return candidate, year.after
    both = pair(first, second)
    return None if both is None else (both, j)


def month_first_plain(stream: Stream, i: int) -> Read:
    """Read `November 7, 1917` without looking for a second half."""
    part = Part(month=int(stream.at(i).value))
    j = i + 1
    day = stream.at(j)
    if day.kind == "number" and day.digits <= 2 and day.sep in ("", "."):
        part, j = part._replace(day=int(day.value)), j + 1
    return dated(stream, part, j) if not stream.closed_after(j - 1) else (part, j)


def _day_month_plain(stream: Stream, i: int) -> Read | None:
    day = stream.at(i)
    j = stream.skip(i + 1, "of", "the")
    month = stream.at(j)
    if month.kind != "month" or day.digits > 2 or month.sep not in ("", "."):
        return None
    part = Part(day=int(day.value), month=int(month.value))
    if stream.closed_after(j):
        return part, j + 1
    return dated(stream, part, j + 1)


def pair(first: Part, second: Part) -> Part | None:
    """Join the two halves of a double date if one is the other in the other calendar."""
    if not (first.day and second.day and first.month and second.month):
        return None
    for old, new in ((first, second), (second, first)):
        for old_year, new_year in _year_choices(old.year, new.year):
            julian = julian_to_jdn(old_year, old.month, old.day)
            if jdn_to_gregorian(julian) == (new_year, new.month, new.day):
                known = old.year is not None or new.year is not None
                return old._replace(
                    year=old_year if known else None,
                    calendar="julian",
                    gregorian_day=(new.month, new.day),
                    note=_BOTH,
                )
    return None


def _year_choices(old: int | None, new: int | None) -> list[tuple[int, int]]:
    """List the years that the halves may have; without any, one year of each century's shift."""
    if old is not None and new is not None:
        return [(old, new)]
    if old is not None:
        return [(old, old), (old, old + 1)]
    if new is not None:
        return [(new, new), (new - 1, new)]
    return [(y, z) for y in (1917, 1850, 1750, 1650) for z in (y, y + 1)]


def hijri_pair(stream: Stream, first: Part, i: int) -> Read | None:
    """Read the other half of `1 Muharram 1337 (7 October 1918)`, whichever comes first."""
    opening = stream.at(i).sep
    if opening not in (*_OPENING, "/") or first.year is None or not first.day:
        return None
    day, month = stream.at(i), stream.at(stream.skip(i + 1, "of", "the"))
    if day.kind != "number" or not 1 <= int(day.value) <= 31:
        return None
    hijri_second = month.kind == "hijri-month"
    if hijri_second == (first.calendar == "hijri") or month.kind not in ("month", "hijri-month"):
        return None
    part = Part(
        day=int(day.value),
        month=int(month.value),
        calendar="hijri" if hijri_second else "",
    )
    second, j = dated(stream, part, stream.skip(i + 1, "of", "the") + 1)
    if second.year is None or (opening != "/" and not stream.closed_after(j - 1)):
        return None
    hijri, common = (second, first) if hijri_second else (first, second)
    if hijri.year is None or common.year is None or common.calendar:
        return None
    jdn = gregorian_to_jdn(common.year, common.month, common.day)
    if abs(jdn - hijri_to_jdn(hijri.year, hijri.month, hijri.day)) > _SIGHTING:
        return None
    exact = (common.year, common.month, common.day)
    return hijri._replace(exact=exact, note=_HIJRI_TOO), j
