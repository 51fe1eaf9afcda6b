"""How two accounts' values stand to one another, by what kind of value they are.

Each kind's comparison is loaded when first met: the window's start needs none of them.
"""

from __future__ import annotations

from khiva_notes.model.conflicts.statement import Judged, Relation, Statement


def compare_values(a: Statement, b: Statement) -> tuple[Relation, str]:
    """Tell how two values stand to one another, whatever their stance, and why in words."""
    judged = judge_values(a, b)
    return judged.relation, judged.why


def judge_values(a: Statement, b: Statement) -> Judged:
    """Compare two values, with what is known besides about the result."""
    types = {a.value_type, b.value_type}
    if "date" in types:
        from khiva_notes.model.conflicts.compare_dates import compare_dates

        return compare_dates(a, b)
    if "number" in types:
        from khiva_notes.model.conflicts.compare_numbers import compare_numbers

        return compare_numbers(a, b)
    if a.card or b.card or types & {"person", "place"}:
        from khiva_notes.model.conflicts.compare_cards import compare_cards

        return compare_cards(a, b)
    from khiva_notes.model.conflicts.compare_texts import compare_texts

    return compare_texts(a, b)
