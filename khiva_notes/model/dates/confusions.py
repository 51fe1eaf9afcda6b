"""Finds the harmless reasons why two dates differ: the calendar, or when the year began.

Both are usual in sources. The old-style day is given for the new-style one or the other way round
(thirteen days apart from 1900 to 2100), and a year that began on 25 March (England until 1752,
Tuscany until 1750), at Easter (France) or on 1 September (Russia until 1700, Byzantium) gives
January to March, or September to December, the number of a neighbouring year.
"""

from __future__ import annotations

from khiva_notes.model.dates.bounds import Span
from khiva_notes.model.dates.calendars import (
    Calendar,
    gregorian_to_jdn,
    jdn_to_gregorian,
    jdn_to_julian,
    julian_to_jdn,
)
from khiva_notes.model.dates.historical import HistoricalDate
from khiva_notes.model.dates.marks import Mark
from khiva_notes.model.dates.naming import mark_name

_LAST_REFORMS = gregorian_to_jdn(1927, 1, 1)  # Greece 1923, Turkey 1926: later, nobody is confused
_RUSSIAN_REFORM = gregorian_to_jdn(1918, 3, 1)
_LAST_OLD_NEW_YEAR = 1752
_LAST_SEPTEMBER_YEAR = 1700
_MONTH = 31
_Closed = tuple[int, int]


def calendar_reason(
    a: HistoricalDate, b: HistoricalDate, a_spans: list[Span], b_spans: list[Span]
) -> str:
    """Say in a sentence how the calendar makes two dates agree that share no day; "" if not."""
    labelled = "julian" in (a.calendar, b.calendar)
    for first, second in ((a_spans, b_spans), (b_spans, a_spans)):
        for one in first:
            for other in second:
                if _agrees_as_old_style(one, other, labelled=labelled):
                    return _calendar_sentence(one, other)
    return ""


def _closed(span: Span) -> _Closed | None:
    return None if span[0] is None or span[1] is None else (span[0], span[1])


def as_old_style(span: _Closed) -> _Closed:
    """Take a span's day and month for Julian ones and say which days they then are."""
    return julian_to_jdn(*jdn_to_gregorian(span[0])), julian_to_jdn(*jdn_to_gregorian(span[1]))


def _agrees_as_old_style(one: Span, other: Span, *, labelled: bool) -> bool:
    """Say whether ``one``, taken for old style, is ``other``.

    Two days, or two ranges of one length, must fall together exactly. A day and a coarser date
    need more ground, or every month's end would be excused: the old calendar still in use, or
    named.
    """
    days = _closed(one)
    if days is None or days[0] >= _LAST_REFORMS or as_old_style(days) == days:
        return False
    shifted = as_old_style(days)
    if shifted == other:
        return days[1] - days[0] <= _MONTH
    other_is_day = other[0] is not None and other[0] == other[1]
    if days[0] != days[1] and not other_is_day:
        return False
    if days[0] == days[1] and other_is_day:
        return False
    if days[0] >= _RUSSIAN_REFORM and not labelled:
        return False
    return overlaps(shifted, other)


def overlaps(one: Span, other: Span) -> bool:
    """Say whether two spans share a day; an open side reaches for ever."""
    before = one[1] is not None and other[0] is not None and one[1] < other[0]
    after = other[1] is not None and one[0] is not None and other[1] < one[0]
    return not (before or after)


def _calendar_sentence(one: Span, other: Span) -> str:
    day = one if one[0] == one[1] else other
    if day[0] is None:
        return "The Julian calendar in one of them makes them agree."
    if day is one:
        old = mark_name(Mark(*jdn_to_gregorian(day[0])))
        new = mark_name(Mark(*jdn_to_gregorian(as_old_style((day[0], day[0]))[0])))
    else:
        old = mark_name(Mark(*jdn_to_julian(day[0])))
        new = mark_name(Mark(*jdn_to_gregorian(day[0])))
    return f"{old} in the Julian calendar (old style) is {new} in the Gregorian."


def new_year_reason(
    a: HistoricalDate, b: HistoricalDate, a_spans: list[Span], b_spans: list[Span]
) -> str:
    """Say in a sentence how the beginning of the year makes two dates agree; "" if it does not."""
    for first, second, calendar in ((a_spans, b_spans, a.calendar), (b_spans, a_spans, b.calendar)):
        for one in first:
            days = _closed(one)
            if days is None or days[1] - days[0] > _MONTH or calendar == "hijri":
                continue
            for moved, style in _other_years(days, calendar):
                if any(
                    overlaps(moved, other) or overlaps(as_old_style(moved), other)
                    for other in second
                ):
                    return style
    return ""


def _other_years(days: _Closed, calendar: Calendar) -> list[tuple[_Closed, str]]:
    """List where a day or month lies if its year was counted from another day than 1 January."""
    split = jdn_to_julian if calendar == "julian" else jdn_to_gregorian
    join = julian_to_jdn if calendar == "julian" else gregorian_to_jdn
    (y1, m1, d1), (y2, m2, d2) = split(days[0]), split(days[1])
    if y1 != y2:
        return []
    spring = (m1, d1) < (3, 25) and y1 <= _LAST_OLD_NEW_YEAR
    autumn = m1 >= 9 and y1 <= _LAST_SEPTEMBER_YEAR
    if not spring and not autumn:
        return []
    style = (
        f"Where the year began on 25 March, the days before it in {y1} by today's reckoning"
        " still bore the number of the year before."
        if spring
        else f"Where the year began on 1 September, the months from then on in {y1} by today's"
        " reckoning already bore the number of the next year."
    )
    out: list[tuple[_Closed, str]] = []
    for step in (-1, 1):
        last_day = min(d2, 28) if (m2, d2) == (2, 29) else d2
        first_day = min(d1, 28) if (m1, d1) == (2, 29) else d1
        moved = (join(y1 + step, m1, first_day), join(y1 + step, m2, last_day))
        year = y1 if (step == -1) == spring else y1 + step
        out.append((moved, style.replace(str(y1), str(year))))
    return out
