"""Adds the year to a day or month, and knows what a double year says about the calendar."""

from __future__ import annotations

from khiva_notes.model.dates.parts import Part
from khiva_notes.model.dates.stream import Stream
from khiva_notes.model.dates.years import Year, year_after

Read = tuple[Part, int]
"""A date as read, and the index of the token after it."""

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


def dated(stream: Stream, part: Part, i: int) -> Read:
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
