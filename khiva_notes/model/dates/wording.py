"""Says a date in English words, as it was understood, so that a reader can confirm it."""

from __future__ import annotations

import re

from khiva_notes.model.dates.bounds import atom_spans
from khiva_notes.model.dates.calendars import Calendar, from_jdn, gregorian_to_jdn
from khiva_notes.model.dates.edtf_syntax import Atom, Edge, Expression, parse
from khiva_notes.model.dates.historical import HistoricalDate
from khiva_notes.model.dates.marks import Mark
from khiva_notes.model.dates.naming import (
    MONTHS,
    collapsed,
    mark_name,
    range_name,
    series_names,
    year_name,
)
from khiva_notes.model.dates.relative import read_step

_SEASONS = ("spring", "summer", "autumn", "winter")
_BARE_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th|-?го)")
_YEAR_DIGITS = re.compile(r"\d{3}")


def describe(date: HistoricalDate) -> str:
    """Say a date in words: `25 October 1917 Julian = 7 November 1917`, `ca. 1919`.

    Words that were not read come back in quotation marks with "(not read)"; an empty date is
    "no date". Raises UserError only if ``edtf`` was set by hand to something that is not EDTF.
    """
    if not date.edtf:
        return f"“{date.original}” (not read)" if date.original else "no date"
    expression = parse(date.edtf)
    text = _expression(expression, "gregorian")
    if date.calendar != "gregorian":
        native = _native(expression, date.calendar)
        text = f"{native} = {text}" if native else f"{text} (converted, {date.calendar})"
    if not date.inferred:
        return text
    told = _YEAR_DIGITS.search(date.original) or _BARE_DAY.fullmatch(date.original)
    more = told is not None or read_step(date.original) is not None
    return f"{text} (inferred)" if more else f"{text} (year inferred)"


def _native(expression: Expression, calendar: Calendar) -> str:
    """Say a date in the calendar of its words; "" if it is too coarse to be converted."""
    atoms = [edge for member in expression.members for edge in member if isinstance(edge, Atom)]
    marks = [_mark(atom) for atom in atoms]
    if any(mark is None or not mark.day for mark in marks):
        return ""
    return _expression(expression, calendar)


def _mark(atom: Atom) -> Mark | None:
    """Give the mark of a date without masks or season."""
    if atom.season or atom.years is None or atom.years[0] != atom.years[1]:
        return None
    if "X" in atom.month or "X" in atom.day or (atom.day and not atom.month):
        return None
    return Mark(atom.years[0], int(atom.month or 0), int(atom.day or 0), bool(atom.blur))


def _in_calendar(mark: Mark, calendar: Calendar) -> Mark:
    """Convert a day; the table's own day or two of doubt is said once, on the Gregorian side."""
    if calendar == "gregorian" or not mark.day:
        return mark
    jdn = gregorian_to_jdn(mark.year, mark.month, mark.day)
    return Mark(*from_jdn(calendar, jdn), mark.approx and calendar != "hijri")


def _expression(expression: Expression, calendar: Calendar) -> str:
    members = expression.members
    if expression.kind == "date":
        return _edge(members[0][0], calendar)
    if expression.kind == "interval":
        return _interval(*members[0], calendar)
    if expression.kind == "one-of" and len(members) == 1:
        return _one_span(*members[0], calendar)
    items = _items(members, calendar)
    link = " or " if expression.kind == "one-of" else " and "
    return ", ".join(items[:-1]) + link + items[-1] if len(items) > 1 else items[0]


def _items(members: tuple[tuple[Edge, Edge], ...], calendar: Calendar) -> list[str]:
    """Name the members of a set, what they share only once."""
    marks = [
        _mark(start) if start is end and isinstance(start, Atom) and not start.uncertain else None
        for start, end in members
    ]
    plain = [_in_calendar(mark, calendar) for mark in marks if mark is not None]
    if len(plain) == len(members):
        return series_names(plain, calendar)
    return [_member(start, end, calendar) for start, end in members]


def _member(start: Edge, end: Edge, calendar: Calendar) -> str:
    return _edge(start, calendar) if start is end else _interval(start, end, calendar)


def _one_span(start: Edge, end: Edge, calendar: Calendar) -> str:
    """Say one day somewhere in a span: `between 1918 and 1920`, `1917 or earlier`."""
    if start is end:
        return _edge(start, calendar)
    if not isinstance(start, Atom):
        return f"{_edge(end, calendar)} or earlier"
    if not isinstance(end, Atom):
        return f"{_edge(start, calendar)} or later"
    first, last = _items(((start, start), (end, end)), calendar)
    return f"between {first} and {last}"


def _interval(start: Edge, end: Edge, calendar: Calendar) -> str:
    if not isinstance(start, Atom):
        unknown = "" if start == ".." else ", beginning unknown"
        return f"until {_edge(end, calendar)}{unknown}"
    if not isinstance(end, Atom):
        unknown = "" if end == ".." else ", end unknown"
        return f"from {_edge(start, calendar)}" + (unknown or " on")
    first, last = _mark(start), _mark(end)
    if first is None or last is None or start.uncertain or end.uncertain:
        return f"{_edge(start, calendar)} – {_edge(end, calendar)}"
    first, last = _in_calendar(first, calendar), _in_calendar(last, calendar)
    if calendar != "gregorian":
        first, last = collapsed(first, last, calendar)
    return range_name(first, last, calendar)


def _edge(edge: Edge, calendar: Calendar) -> str:
    """Say one EDTF date with its doubt."""
    if not isinstance(edge, Atom):
        return "unknown"
    doubt = "perhaps " if edge.uncertain else ""
    mark = _mark(edge)
    if mark is not None:
        return doubt + mark_name(_in_calendar(mark, calendar), calendar)
    if edge.blur:
        doubt += "ca. "
    return doubt + (_season(edge) if edge.season else _masked(edge))


def _season(atom: Atom) -> str:
    """Say a season, quarter, third or half of a year."""
    year = year_name(atom.years[0]) if atom.years else "an unknown year"
    code = atom.season
    if code <= 32:
        south = "southern " if code >= 29 else ""
        return f"{south}{_SEASONS[(code - 21) % 4]} {year}"
    ordinals = ("first", "second", "third", "fourth")
    if code <= 36:
        return f"{ordinals[code - 33]} quarter of {year}"
    if code <= 39:
        return f"{ordinals[code - 37]} third of {year}"
    return f"{ordinals[code - 40]} half of {year}"


def _masked(atom: Atom) -> str:
    """Say a date with unspecified digits: the 1920s, 1 October of an unknown year."""
    if atom.years is None:
        if not atom.month.isdigit():
            return "unknown year"
        month = MONTHS[int(atom.month) - 1]
        return (
            f"{atom.day} {month}, year unknown".lstrip("0 ")
            if atom.day
            else f"{month}, year unknown"
        )
    first, last = atom.years
    if not atom.month and last - first in (9, 99) and first > 0:
        return f"{first}s"
    span = atom_spans(atom)[0]
    if atom.month and span[0] is not None and span[1] is not None:
        begin, end = (Mark(*from_jdn("gregorian", jdn)) for jdn in (span[0], span[1]))
        begin, end = collapsed(begin, end, "gregorian")
        return f"some time from {mark_name(begin)} to {mark_name(end)}"
    return f"some year of {year_name(first)}–{year_name(last)}"
