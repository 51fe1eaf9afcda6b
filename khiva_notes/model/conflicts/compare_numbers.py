"""Whether two figures can both be true, with what they count and how it is counted."""

from __future__ import annotations

from khiva_notes.model.conflicts.compare_texts import compare_texts
from khiva_notes.model.conflicts.numbers import read_number
from khiva_notes.model.conflicts.statement import Judged, Statement
from khiva_notes.model.conflicts.wording import quoted
from khiva_notes.model.disputes import Number


def compare_numbers(a: Statement, b: Statement) -> Judged:
    """Compare two statements of how many; a wording without a figure contradicts nothing."""
    one, other = number_of(a), number_of(b)
    if one is None or other is None:
        words = compare_texts(a.value, b.value)
        if words.relation == "same":
            return words
        unread = a if one is None else b
        return Judged("unknown", f"{quoted(unread.value)} is not understood as a figure")
    said = f"{_figure(one)} and {_figure(other)}"
    if one.high < other.low or other.high < one.low:
        return Judged("contradictory", f"{said} exclude each other")
    if (one.low, one.high) == (other.low, other.high):
        return Judged("same", f"{said} are the same figure")
    return Judged("compatible", f"{said} overlap")


def number_of(statement: Statement) -> Number | None:
    """Give the figure a statement was read as, else what its words say by themselves."""
    return statement.number or read_number(statement.value)


def _figure(number: Number) -> str:
    low, high = f"{number.low:,.10g}", f"{number.high:,.10g}"
    return f"{low if low == high else f'{low} to {high}'} {number.unit}".strip()
