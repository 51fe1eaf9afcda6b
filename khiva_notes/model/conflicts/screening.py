"""A quick look that tells most pairs of statements cannot contradict each other."""

from __future__ import annotations

from collections.abc import Sequence

from khiva_notes.model.conflicts.compare_dates import date_of
from khiva_notes.model.conflicts.statement import Statement
from khiva_notes.model.conflicts.text_words import take_apart


def can_conflict(statements: Sequence[Statement]) -> bool:
    """Tell whether a full comparison of these could find a proven contradiction.

    Says no only where the answer is certain: dates whose outer bounds all overlap, free texts
    none of which says no. Never says no where one statement is a denial.
    """
    if any(each.stance == "denies" for each in statements):
        return True
    types = {each.value_type for each in statements}
    if types == {"date"}:
        return _dates_can_conflict(statements)
    if types == {"text"} and not any(each.card for each in statements):
        return any(take_apart(each.value).negated for each in statements)
    return True


def _dates_can_conflict(statements: Sequence[Statement]) -> bool:
    """Dates that all share a day cannot conflict, unless one is a set with gaps."""
    dates = [date for date in map(date_of, statements) if date is not None]
    if len(dates) < 2:
        return False
    if any("," in date.edtf or "X" in date.edtf for date in dates):
        return True
    firsts = [date.earliest for date in dates if date.earliest is not None]
    lasts = [date.latest for date in dates if date.latest is not None]
    if len(firsts) < len(dates) or len(lasts) < len(dates):
        return True
    return max(firsts) > min(lasts)
