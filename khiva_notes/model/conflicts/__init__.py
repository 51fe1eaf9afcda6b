"""Whether what accounts say on one aspect can all be true, and why; pure functions.

Here are the values and the state of rows. Beside it stand the order of events (``order``),
independent voices (``independence``), likely copies (``copies``), the conflict finder
(``finder``), what if (``without``) and the differing words of copies (``collate``).
"""

from __future__ import annotations

from khiva_notes.model.conflicts.compare import compare_values
from khiva_notes.model.conflicts.rows import row_state
from khiva_notes.model.conflicts.statement import Pair, Relation, RowState, State, Statement
from khiva_notes.model.disputes import Number

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


def read_number(words: str) -> Number | None:
    """Read a figure with its unit, in words or digits of five languages; None if there is none.

    A hedge ("about", "over") widens it, and "3,000 thousand" spans both of its readings. Two
    figures added to one another ("3 killed and 5 wounded") are not one figure, and give None.
    """
    from khiva_notes.model.conflicts.figures import read_figure  # many number words to load

    figure = read_figure(words)
    return figure.number if figure else None
