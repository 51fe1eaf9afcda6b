"""From a date's parts to its first and last day, month or year, in the calendar of its words.

How portions are cut: halves, thirds and quarters exactly; "early" and "late" are the first and
last third and "mid" the middle one, their inner edge approximate; "beginning" and "end" are the
same, except that those of a century are its first and last ten years; "first days" are five.
"""

from __future__ import annotations

from dataclasses import dataclass

from khiva_notes.model.dates.calendars import (
    Calendar,
    gregorian_to_jdn,
    jdn_to_gregorian,
    month_length,
    to_jdn,
)
from khiva_notes.model.dates.parts import Part, Portion

_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
_THIRDS = {"early": 1, "beginning": 1, "mid": 2, "late": 3, "end": 3}
_PIECES = {"half": 2, "third": 3, "quarter": 4}


@dataclass(frozen=True, slots=True)
class Mark:
    """A day, month (``day`` 0) or year (``month`` 0 too); ``approx`` = about then."""

    year: int
    month: int = 0
    day: int = 0
    approx: bool = False

    def moved(self, step: int) -> Mark:
        """Give the day, month or year before (-1) or after (+1), in the Gregorian calendar."""
        if self.day:
            jdn = gregorian_to_jdn(self.year, self.month, self.day) + step
            return Mark(*jdn_to_gregorian(jdn), self.approx)
        if self.month:
            index = self.year * 12 + self.month - 1 + step
            return Mark(index // 12, index % 12 + 1, 0, self.approx)
        return Mark(self.year + step, 0, 0, self.approx)


def edges(part: Part) -> tuple[Mark, Mark]:
    """Give a date's first and last mark in its own calendar; the year must be known."""
    if part.year is None:
        raise ValueError("a date without a year has no edges")
    calendar: Calendar = part.calendar or "gregorian"
    if part.season:
        return _season(part.year, part.season, part.portion)
    if part.last_year is not None:
        return _years(part.year, part.last_year, part.portion)
    if part.day:
        mark = Mark(part.year, part.month, part.day)
        return mark, mark
    if part.month:
        return _month(calendar, part.year, part.month, part.portion)
    return _year(part.year, part.portion)


def _slice(length: int, portion: Portion) -> tuple[int, int, bool, bool]:
    """Cut ``length`` units: first and last unit (from 1), and whether each edge is approximate."""
    if portion.name in _THIRDS:
        index, pieces, rough = _THIRDS[portion.name], 3, True
    else:
        pieces, rough = _PIECES[portion.name], False
        index = pieces if portion.index == -1 else portion.index
    size = length // pieces
    first = (index - 1) * size + 1
    last = length if index == pieces else index * size
    return first, last, rough and index > 1, rough and index < pieces


def _month(calendar: Calendar, year: int, month: int, portion: Portion | None) -> tuple[Mark, Mark]:
    if portion is None:
        return Mark(year, month), Mark(year, month)
    length = month_length(calendar, year, month)
    if portion.name == "days":
        if portion.index == -1:
            return Mark(year, month, length - 4, True), Mark(year, month, length)
        return Mark(year, month, 1), Mark(year, month, 5, True)
    if portion.name == "week":
        first = length - 6 if portion.index == -1 else 7 * portion.index - 6
        return Mark(year, month, first), Mark(year, month, first + 6)
    if portion.name == "half":
        cut = (1, 15) if portion.index == 1 else (16, length)
        return Mark(year, month, cut[0]), Mark(year, month, cut[1])
    if portion.name == "quarter":
        first, last, _, _ = _slice(length, portion)
        return Mark(year, month, first), Mark(year, month, last)
    first, last, rough_first, rough_last = _slice(30, portion)  # a month's thirds are ten days
    last = length if last == 30 else last
    return Mark(year, month, first, rough_first), Mark(year, month, last, rough_last)


def _year(year: int, portion: Portion | None) -> tuple[Mark, Mark]:
    if portion is None:
        return Mark(year), Mark(year)
    if portion.name == "months":
        first, last = (10, 12) if portion.index == -1 else (1, 3)
        return Mark(year, first, 0, first > 1), Mark(year, last, 0, first == 1)
    if portion.name == "days":
        if portion.index == -1:
            return Mark(year, 12, 25, True), Mark(year, 12, 31)
        return Mark(year, 1, 1), Mark(year, 1, 7, True)
    first, last, rough_first, rough_last = _slice(12, portion)
    return Mark(year, first, 0, rough_first), Mark(year, last, 0, rough_last)


def _years(first: int, last: int, portion: Portion | None) -> tuple[Mark, Mark]:
    if portion is None:
        return Mark(first), Mark(last)
    length = last - first + 1
    if portion.name == "decade":
        index = 10 if portion.index == -1 else portion.index
        return Mark(first + 10 * index - 10), Mark(first + 10 * index - 1)
    if length >= 100 and portion.name == "beginning":
        return Mark(first), Mark(first + 9, approx=True)
    if length >= 100 and portion.name == "end":
        return Mark(last - 9, approx=True), Mark(last)
    begin, end, rough_first, rough_last = _slice(length, portion)
    return (
        Mark(first + begin - 1, approx=rough_first),
        Mark(first + end - 1, approx=rough_last),
    )


def _season(year: int, season: int, portion: Portion | None) -> tuple[Mark, Mark]:
    """Give a season's months; a winter is taken to begin in December of ``year``."""
    first, last = _SEASON_MONTHS[season]
    rough_first = rough_last = False
    if portion is not None and portion.name in (*_THIRDS, "third"):
        begin, end, rough_first, rough_last = _slice(3, portion)
        rough_first = rough_last = rough_first or rough_last
        first, last = first + begin - 1, first + end - 1
    if portion is not None and portion.name == "half":
        middle = first + 1
        day = Mark(year + (middle - 1) // 12, (middle - 1) % 12 + 1, 15)
        if portion.index == 1:
            return Mark(year + (first - 1) // 12, (first - 1) % 12 + 1, 1), day
        end_month = Mark(year + (last - 1) // 12, (last - 1) % 12 + 1)
        length = month_length("gregorian", end_month.year, end_month.month)
        return day.moved(1), Mark(end_month.year, end_month.month, length)
    return (
        Mark(year + (first - 1) // 12, (first - 1) % 12 + 1, 0, rough_first),
        Mark(year + (last - 1) // 12, (last - 1) % 12 + 1, 0, rough_last),
    )


def to_gregorian(mark: Mark, calendar: Calendar, *, last: bool) -> Mark:
    """Convert a mark of another calendar to the Gregorian day it begins (or, ``last``, ends) on."""
    if calendar == "gregorian":
        return mark
    month = mark.month or (12 if last else 1)
    day = mark.day or (month_length(calendar, mark.year, month) if last else 1)
    return Mark(*jdn_to_gregorian(to_jdn(calendar, mark.year, month, day)), mark.approx)
