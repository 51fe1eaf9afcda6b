"""Tells how two dates stand to one another, with understanding for calendars and vagueness."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from khiva_notes.model.dates.bounds import Span, expression_spans, outer
from khiva_notes.model.dates.calendars import jdn_to_gregorian
from khiva_notes.model.dates.confusions import calendar_reason, new_year_reason, overlaps
from khiva_notes.model.dates.edtf_syntax import Atom, Expression, parse
from khiva_notes.model.dates.historical import HistoricalDate
from khiva_notes.model.dates.wording import describe

Relation = Literal["same", "compatible", "explained", "contradictory", "unknown"]

_YEAR = 365.2425


def relation(a: HistoricalDate, b: HistoricalDate) -> Relation:
    """Tell whether two dates can both be true of one event.

    ``same``: they mean the same days; ``compatible``: they share a day, so that one may only be
    coarser; ``explained``: they share none, but a confusion of Julian and Gregorian days, or of
    the day on which the year began, would make them agree; ``contradictory``: neither;
    ``unknown``: one of them was not read or names no day at all. Symmetrical in its arguments.
    """
    return _judged(a, b)[0]


def explain(a: HistoricalDate, b: HistoricalDate) -> str:
    """Give the reason for what ``relation`` says, in one or two sentences."""
    judgement, reason = _judged(a, b)
    first, second = _said(a), _said(b)
    if judgement == "unknown":
        return _why_unknown(a, b)
    if judgement == "same":
        return f"Both mean {_said(replace(a, calendar='gregorian', inferred=False))}."
    if judgement == "explained":
        return f"{first} and {second} may be one date. {reason}"
    if judgement == "compatible":
        return _why_compatible(a, b, first, second)
    return f"{first} and {second} have no day in common{_distance(a, b)}.{_caveats(a, b)}"


def _said(date: HistoricalDate) -> str:
    """Describe a date so that it can stand within a sentence."""
    native, equals, gregorian = describe(date).partition(" = ")
    return f"{native} ({gregorian})" if equals else native


def _judged(a: HistoricalDate, b: HistoricalDate) -> tuple[Relation, str]:
    if not a.edtf or not b.edtf:
        return "unknown", ""
    one, other = parse(a.edtf), parse(b.edtf)
    a_spans, b_spans = expression_spans(one), expression_spans(other)
    if (None, None) in a_spans or (None, None) in b_spans:
        return _without_year(one, other, a_spans, b_spans), ""
    exact = not any(c in a.edtf or c in b.edtf for c in "~%")
    if a.edtf == b.edtf or (exact and sorted(a_spans, key=str) == sorted(b_spans, key=str)):
        return "same", ""
    if any(overlaps(x, y) for x in a_spans for y in b_spans):
        return "compatible", ""
    reason = calendar_reason(a, b, a_spans, b_spans) or new_year_reason(a, b, a_spans, b_spans)
    return ("explained", reason) if reason else ("contradictory", "")


def _without_year(
    one: Expression, other: Expression, a_spans: list[Span], b_spans: list[Span]
) -> Relation:
    """Compare dates of which one has no year: `1 October` can still clash with 2 October 1918."""
    atoms = [expression.members[0][0] for expression in (one, other)]
    if one == other:
        return "same"
    yearless = [x for x in atoms if isinstance(x, Atom) and x.years is None and x.month.isdigit()]
    if not yearless:
        return "unknown"
    if len(yearless) == 2:
        x, y = yearless
        return "compatible" if x.month == y.month and not (x.day and y.day) else "contradictory"
    spans = b_spans if yearless[0] is atoms[0] else a_spans
    if (None, None) in spans:
        return "unknown"
    return "compatible" if any(_may_hold(yearless[0], s) for s in spans) else "contradictory"


def _may_hold(atom: Atom, span: Span) -> bool:
    """Say whether a month (and day) of some year can fall within a span."""
    first, last = span
    if first is None or last is None or last - first >= 365:
        return True
    wanted = (int(atom.month), int(atom.day)) if atom.day.isdigit() else (int(atom.month), 0)
    for jdn in range(first, last + 1):
        _, month, day = jdn_to_gregorian(jdn)
        if month == wanted[0] and wanted[1] in (0, day):
            return True
    return False


def _why_unknown(a: HistoricalDate, b: HistoricalDate) -> str:
    for date in (a, b):
        if not date.edtf:
            what = f"“{date.original}” was not read" if date.original else "One has no date"
            return f"{what}, so the dates cannot be compared."
    return f"{describe(a)} and {describe(b)} cannot be compared, for a year is missing."


def _why_compatible(a: HistoricalDate, b: HistoricalDate, first: str, second: str) -> str:
    for inner, inner_name, wider, wider_name in ((a, first, b, second), (b, second, a, first)):
        if _within(inner, wider):
            return f"{wider_name} leaves room for {inner_name}."
    return f"{first} and {second} overlap."


def _within(inner: HistoricalDate, wider: HistoricalDate) -> bool:
    """Say whether all days of one date lie within the other's outer bounds."""
    starts = wider.earliest is None or (
        inner.earliest is not None and inner.earliest >= wider.earliest
    )
    ends = wider.latest is None or (inner.latest is not None and inner.latest <= wider.latest)
    return starts and ends


def _distance(a: HistoricalDate, b: HistoricalDate) -> str:
    """Say how far apart two dates are, in days up to two months, then in months or years."""
    one, other = outer(expression_spans(parse(a.edtf))), outer(expression_spans(parse(b.edtf)))
    gaps = [
        start - end
        for (_, end), (start, _) in ((one, other), (other, one))
        if start is not None and end is not None and start > end
    ]
    if not gaps:
        return ""
    days = gaps[0]
    least = "" if one[0] == one[1] and other[0] == other[1] else "at least "
    if days <= 60:
        return f"; they are {least}{days} day{'' if days == 1 else 's'} apart"
    if days < 2 * _YEAR:
        return f"; they are {least or 'about '}{round(days / _YEAR * 12)} months apart"
    return f"; they are {least or 'about '}{round(days / _YEAR)} years apart"


def _caveats(a: HistoricalDate, b: HistoricalDate) -> str:
    """Name what weakens a contradiction: a year from the context, a date its source doubts."""
    out = ""
    for date in (a, b):
        if date.inferred:
            said = (
                f"“{date.original}”" if date.original else describe(replace(date, inferred=False))
            )
            out += f" The year of {said} is inferred."
        if "?" in date.edtf or "%" in date.edtf:
            out += f" “{date.original or date.edtf}” is marked as uncertain."
    return out
