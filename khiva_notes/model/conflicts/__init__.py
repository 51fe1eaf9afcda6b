"""Whether what accounts say on one aspect can all be true, and why; pure functions."""

from __future__ import annotations

from khiva_notes.model.conflicts.compare import compare_values
from khiva_notes.model.conflicts.figures import read_number
from khiva_notes.model.conflicts.rows import row_state
from khiva_notes.model.conflicts.statement import Pair, Relation, RowState, State, Statement

__all__ = [
    "Pair",
    "Relation",
    "RowState",
    "State",
    "Statement",
    "compare_values",
    "read_number",
    "row_state",
]
