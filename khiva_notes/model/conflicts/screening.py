"""A quick look at statements that spares most pairs the full comparison."""

from __future__ import annotations

from dataclasses import dataclass

from khiva_notes.model.conflicts.compare_dates import date_of
from khiva_notes.model.conflicts.statement import Statement
from khiva_notes.model.conflicts.text_words import take_apart


@dataclass(frozen=True, slots=True)
class Screen:
    """What can be told of a statement by itself.

    ``quiet`` marks free text without a no in it: two such can only differ in wording.
    ``first`` and ``last`` bound a date that has no gaps; both None where nothing is known.
    """

    quiet: bool = False
    first: int | None = None
    last: int | None = None


def screen(statement: Statement) -> Screen:
    """Look at one statement; a denial can contradict anything and is never spared."""
    if statement.stance == "denies":
        return Screen()
    if statement.value_type == "text" and not statement.card:
        return Screen(quiet=not take_apart(statement.value).negated)
    if statement.value_type == "date":
        date = date_of(statement)
        if date is None:
            return Screen(quiet=True)
        if "," not in date.edtf and "X" not in date.edtf:
            return Screen(False, date.earliest, date.latest)
    return Screen()


def spared(a: Screen, b: Screen) -> bool:
    """Tell whether two statements certainly hold no proven contradiction."""
    if a.quiet and b.quiet:
        return True
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return False
    return a.first <= b.last and b.first <= a.last
