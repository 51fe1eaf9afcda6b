"""Puts marks, ranges and portions into English words."""

from __future__ import annotations

from khiva_notes.model.dates.calendars import Calendar, month_length
from khiva_notes.model.dates.hijri_months import ENGLISH
from khiva_notes.model.dates.marks import Mark, edges
from khiva_notes.model.dates.parts import Part, Portion, PortionName

MONTHS = (
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
_ORDINALS = ("first", "second", "third", "fourth")
_MONTH_PORTIONS: tuple[tuple[PortionName, int], ...] = (
    ("half", 1), ("half", 2), ("early", 0), ("mid", 0), ("late", 0),
    ("third", 1), ("third", 2), ("third", 3), ("days", 1), ("days", -1),
    ("week", 1), ("week", 2), ("week", 3), ("week", 4), ("week", -1),
)  # fmt: skip
_YEAR_PORTIONS: tuple[tuple[PortionName, int], ...] = (
    ("half", 1), ("half", 2), ("early", 0), ("mid", 0), ("late", 0),
    ("quarter", 1), ("quarter", 2), ("quarter", 3), ("quarter", 4),
)  # fmt: skip
_CENTURY_PORTIONS: tuple[tuple[PortionName, int], ...] = (
    *_YEAR_PORTIONS, ("beginning", 0), ("end", 0), ("decade", 1), ("decade", -1),
    ("third", 1), ("third", 2), ("third", 3),
)  # fmt: skip


def ordinal(number: int) -> str:
    """Write 1st, 2nd, 3rd, 11th."""
    ending = (
        "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    )
    return f"{number}{ending}"


def year_name(year: int, calendar: Calendar = "gregorian") -> str:
    """Write an astronomical year as people do: 1918, 79 CE, 44 BCE, 1336 AH."""
    if calendar == "hijri":
        return f"{year} AH"
    name = f"{1 - year} BCE" if year <= 0 else str(year) if year >= 1000 else f"{year} CE"
    return f"{name} Julian" if calendar == "julian" else name


def mark_name(mark: Mark, calendar: Calendar = "gregorian") -> str:
    """Write a day, month or year; approximate ones with `ca.`."""
    year = year_name(mark.year, calendar)
    months = ENGLISH if calendar == "hijri" else MONTHS
    text = f"{months[mark.month - 1]} {year}" if mark.month else year
    if mark.day:
        text = f"{mark.day} {text}"
    return f"ca. {text}" if mark.approx else text


def series_names(marks: list[Mark], calendar: Calendar = "gregorian") -> list[str]:
    """Name several dates so that what they share is said once: `7`, `8`, `9 April 1919`."""
    names = [mark_name(mark, calendar) for mark in marks]
    if any(mark.approx or not mark.month for mark in marks) or len({m.year for m in marks}) > 1:
        return names
    if len({mark.day > 0 for mark in marks}) > 1:
        return names
    months = ENGLISH if calendar == "hijri" else MONTHS
    if marks[0].day and len({mark.month for mark in marks}) == 1:
        return [str(mark.day) for mark in marks[:-1]] + names[-1:]
    short = [f"{m.day} {months[m.month - 1]}" if m.day else months[m.month - 1] for m in marks]
    return short[:-1] + names[-1:]


def range_name(start: Mark, end: Mark, calendar: Calendar = "gregorian") -> str:
    """Write a range as its portion's name if it has one, else as `7–9 April 1919`."""
    named = _portion_name(start, end, calendar)
    if named:
        return named
    if start == end:
        return mark_name(start, calendar)
    if start.approx or end.approx:
        return f"{mark_name(start, calendar)} – {mark_name(end, calendar)}"
    if start.year == end.year and start.month and end.month:
        months = ENGLISH if calendar == "hijri" else MONTHS
        if start.month == end.month and start.day and end.day:
            return f"{start.day}–{mark_name(end, calendar)}"
        first = months[start.month - 1]
        if start.day and end.day:
            return f"{start.day} {first} – {mark_name(end, calendar)}"
        if not start.day and not end.day:
            return f"{first}–{mark_name(end, calendar)}"
    if not start.month and not end.month and start.year > 0:
        era = year_name(end.year, calendar)
        return f"{start.year}–{era}"
    return f"{mark_name(start, calendar)} – {mark_name(end, calendar)}"


def collapsed(start: Mark, end: Mark, calendar: Calendar) -> tuple[Mark, Mark]:
    """Turn whole months and years given by their days back into months and years."""
    if not (start.day and end.day) or start.day != 1:
        return start, end
    if end.day != month_length(calendar, end.year, end.month):
        return start, end
    if start.month == 1 and end.month == 12:
        return Mark(start.year), Mark(end.year)
    return Mark(start.year, start.month), Mark(end.year, end.month)


def _portion_name(start: Mark, end: Mark, calendar: Calendar) -> str:
    """Find the portion whose edges are just these, the reader's own rule run backwards."""
    if start.day and end.day and (start.year, start.month) == (end.year, end.month):
        whole = Part(year=start.year, month=start.month, calendar=calendar)
        name = mark_name(Mark(start.year, start.month), calendar)
        return _among(_MONTH_PORTIONS, whole, start, end, name)
    if start.day or end.day:
        return ""
    if start.month and end.month:
        if start.month == 12 and end.month == 2 and end.year == start.year + 1:
            return f"winter {start.year}/{end.year % 100:02}" if start.year > 0 else ""
        if start.year != end.year:
            return ""
        name = year_name(start.year, calendar)
        return _among(_YEAR_PORTIONS, Part(year=start.year), start, end, name)
    if start.month or end.month or calendar == "hijri":
        return ""
    return _epoch_name(start, end)


def _among(
    portions: tuple[tuple[PortionName, int], ...], whole: Part, start: Mark, end: Mark, name: str
) -> str:
    for kind, index in portions:
        part = Part(
            year=whole.year,
            last_year=whole.last_year,
            month=whole.month,
            calendar=whole.calendar,
            portion=Portion(kind, index),
        )
        if edges(part) == (start, end):
            return _with_portion(kind, index, name)
    return ""


def _with_portion(kind: PortionName, index: int, name: str) -> str:
    if kind in ("early", "late"):
        return f"{kind} {name}"
    if kind == "mid":
        return f"mid-{name}"
    if kind in ("beginning", "end"):
        return f"{kind} of the {name}"
    which = "last" if index == -1 or (kind, index) == ("third", 3) else _ORDINALS[index - 1]
    the = "the " if name.endswith(("century", "century BCE", "s")) else ""
    return f"{which} {kind} of {the}{name}"


def _epoch_name(start: Mark, end: Mark) -> str:
    """Name centuries, their portions and turns, millennia, and portions of decades."""
    first, last = start.year, end.year
    whole = first % 100 == 1 and last % 100 == 0
    if whole and not start.approx and not end.approx:
        if last - first == 99:
            return _century_name(first)
        if last - first == 999 and first % 1000 == 1:
            number = last // 1000 if first > 0 else 1 - first // 1000 - 1
            return f"{ordinal(number)} millennium" + ("" if first > 0 else " BCE")
        return _centuries_name(first, last)
    century = (first - 1) // 100 * 100 + 1
    if start.approx and end.approx and last - first == 19 and last % 100 == 10 and first > 0:
        return f"turn of the {ordinal(last // 100 + 1)} century"
    named = _among(
        _CENTURY_PORTIONS,
        Part(year=century, last_year=century + 99),
        start,
        end,
        _century_name(century),
    )
    decade = first // 10 * 10
    if named or decade <= 0:
        return named
    return _among(
        _YEAR_PORTIONS[:5], Part(year=decade, last_year=decade + 9), start, end, f"{decade}s"
    )


def _century_name(first: int) -> str:
    if first > 0:
        return f"{ordinal(first // 100 + 1)} century"
    return f"{ordinal((100 - first) // 100)} century BCE"


def _centuries_name(first: int, last: int) -> str:
    one, other = _century_name(first), _century_name(last - 99)
    if (first > 0) != (last > 0):
        return f"{one} – {other}"
    return one.split(" ")[0] + "–" + other.replace("century", "centuries")
