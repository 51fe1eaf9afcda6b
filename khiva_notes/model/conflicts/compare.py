"""How two accounts' values stand to one another, by what kind of value they are."""

from __future__ import annotations

from khiva_notes.model.conflicts.compare_cards import compare_cards
from khiva_notes.model.conflicts.compare_dates import compare_dates
from khiva_notes.model.conflicts.compare_numbers import compare_numbers
from khiva_notes.model.conflicts.compare_texts import compare_texts
from khiva_notes.model.conflicts.statement import Judged, Relation, Statement


def compare_values(a: Statement, b: Statement) -> tuple[Relation, str]:
    """Tell how two values stand to one another, whatever their stance, and why in words."""
    judged = judge_values(a, b)
    return judged.relation, judged.why


def judge_values(a: Statement, b: Statement) -> Judged:
    """Compare two values, with what is known besides about the result."""
    if a.value_type == "date" or b.value_type == "date":
        return compare_dates(a, b)
    if a.value_type == "number" or b.value_type == "number":
        return compare_numbers(a, b)
    if a.card or b.card or a.value_type in ("person", "place"):
        return compare_cards(a, b)
    return compare_texts(a, b)
