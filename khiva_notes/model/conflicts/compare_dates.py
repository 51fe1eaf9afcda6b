"""Whether two dates can both be true, the calendar taken into account."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from khiva_notes.model.conflicts.compare_texts import compare_texts
from khiva_notes.model.conflicts.showing import value_words
from khiva_notes.model.conflicts.statement import Judged, Statement
from khiva_notes.model.conflicts.wording import quoted
from khiva_notes.model.dates import HistoricalDate, describe, explain, read_phrase, relation


def compare_dates(a: Statement, b: Statement) -> Judged:
    """Compare two dated statements; a date that is not understood contradicts nothing."""
    one, other = date_of(a), date_of(b)
    if one is None or other is None:
        words = compare_texts(a, b)
        if words.relation == "same":
            return words
        unread = a if one is None else b
        return Judged("unknown", f"{quoted(value_words(unread))} is not understood as a date")
    return _judged(one, other)


@lru_cache(maxsize=1 << 12)
def _judged(one: HistoricalDate, other: HistoricalDate) -> Judged:
    found = relation(one, other)
    why = explain(one, other).strip().removesuffix(".")
    if found == "same" and one.calendar != other.calendar:
        foreign = one if one.calendar != "gregorian" else other
        why = f"the same day in two calendars, {describe(foreign)}"
    return Judged(found, why, _finer(one, other) if found == "compatible" else "")


def date_of(statement: Statement) -> HistoricalDate | None:
    """Give the date a statement was read as, else what its words say by themselves."""
    if statement.date is not None and statement.date.edtf:
        return statement.date
    words = (statement.date.original if statement.date else "") or statement.value
    date = read_phrase(words)
    return date if date.edtf else None


def _finer(a: HistoricalDate, b: HistoricalDate) -> Literal["", "first", "second"]:
    """Tell which date lies wholly inside the other."""
    if (a.earliest, a.latest) == (b.earliest, b.latest):
        return ""
    if _inside(a, b):
        return "first"
    return "second" if _inside(b, a) else ""


def _inside(inner: HistoricalDate, outer: HistoricalDate) -> bool:
    after = outer.earliest is None or (
        inner.earliest is not None and inner.earliest >= outer.earliest
    )
    before = outer.latest is None or (inner.latest is not None and inner.latest <= outer.latest)
    return after and before
