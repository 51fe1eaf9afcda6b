"""Reads days and months: `22 January 1918`, `January 22nd`, `25 October (7 November) 1917`."""

from __future__ import annotations

from khiva_notes.model.dates.calendars import gregorian_to_jdn, jdn_to_gregorian, julian_to_jdn
from khiva_notes.model.dates.numeric import Numeric
from khiva_notes.model.dates.parts import Part
from khiva_notes.model.dates.stream import Stream
from khiva_notes.model.dates.years import Year, year_after

Read = tuple[Part, int]
_OPENING = ("(", ",(", ".(")
_BOTH = "Both calendars are given: the old-style day and the new-style day are one."
_DOUBLE_YEAR = (
    "A double year is an old-style date: the year then began on 25 March, so the later of the"
    " two is the year by today's reckoning."
)


def with_year(part: Part, year: Year) -> Part:
    """Add a year as read to a day or month; a double year says that the words are old style."""
    hijri = year.era == "ah"
    if year.double:
        calendar = part.calendar or "julian"
        return part._replace(year=year.double, calendar=calendar, note=_DOUBLE_YEAR)
    return part._replace(
        year=year.astronomical,
        era=year.era,
        calendar="hijri" if hijri else part.calendar,
    )


def _year(stream: Stream, part: Part, i: int) -> Read:
    """Add the year that stands at ``i``, if one does."""
    hijri = part.calendar == "hijri"
    early = 1 <= part.month <= 3 and not hijri
    year = year_after(
        stream.tokens,
        i,
        fewest_digits=1 if hijri else 4 if stream.running else 3,
        double=early and (part.month < 3 or part.day < 25),
    )
    if year is None or (year.era == "ah" and not hijri):
        return part, i
    return with_year(part, year), year.after


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
        twin = _same_month_twin(stream, part, j)
        if twin is not None:
            part, j = twin
    part, j = _year(stream, part, j)
    if part.calendar == "hijri" or not part.day:
        return part, j
    return double_date(stream, part, j) or (part, j)


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
        twins = _pair(part, part._replace(day=paired))
        if twins is None:
            return None
        part = twins
    part, j = _year(stream, part, j_month + 1)
    if part.calendar == "hijri":
        return part, j
    return double_date(stream, part, j) or (part, j)


def _same_month_twin(stream: Stream, part: Part, j: int) -> Read | None:
    """Read the 18 of `January 5/18` or `January 5 (18)`."""
    token = stream.at(j)
    if token.kind != "number" or token.digits > 2 or token.sep not in ("/", "("):
        return None
    if token.sep == "(" and not stream.closed_after(j):
        return None
    both = _pair(part, part._replace(day=int(token.value)))
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
    both = _pair(first, second)
    return None if both is None else (both, j)


def _dated_pair(first: Part, second: Part, year: Year, j: int) -> Read | None:
    """Give a double date the year after its bracket: the second day's, or else the first's."""
    for candidate in (
        _pair(first, second._replace(year=year.astronomical)),
        _pair(first._replace(year=year.astronomical), second),
    ):
        if candidate is not None:
            return candidate, year.after
    both = _pair(first, second)
    return None if both is None else (both, j)


def month_first_plain(stream: Stream, i: int) -> Read:
    """Read `November 7, 1917` without looking for a second half."""
    part = Part(month=int(stream.at(i).value))
    j = i + 1
    day = stream.at(j)
    if day.kind == "number" and day.digits <= 2 and day.sep in ("", "."):
        part, j = part._replace(day=int(day.value)), j + 1
    return _year(stream, part, j) if not stream.closed_after(j - 1) else (part, j)


def _day_month_plain(stream: Stream, i: int) -> Read | None:
    day = stream.at(i)
    j = stream.skip(i + 1, "of", "the")
    month = stream.at(j)
    if month.kind != "month" or day.digits > 2 or month.sep not in ("", "."):
        return None
    part = Part(day=int(day.value), month=int(month.value))
    if stream.closed_after(j):
        return part, j + 1
    return _year(stream, part, j + 1)


def _pair(first: Part, second: Part) -> Part | None:
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
