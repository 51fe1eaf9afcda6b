"""Tells how two dates stand to one another."""

from __future__ import annotations

from typing import Literal

from .bounds import spans
from .describe import describe
from .historical import HistoricalDate

Relation = Literal["same", "compatible", "explained", "contradictory", "unknown"]


def relation(a: HistoricalDate, b: HistoricalDate) -> Relation:
    """Tell whether two dates can both be true of one event."""
    if not a.edtf or not b.edtf:
        return "unknown"
    if spans(a.edtf) == spans(b.edtf):
        return "same"
    for first, last in spans(a.edtf):
        for begin, end in spans(b.edtf):
            apart = (last is not None and begin is not None and last < begin) or (
                end is not None and first is not None and end < first
            )
            if not apart:
                return "compatible"
    return "contradictory"


def explain(a: HistoricalDate, b: HistoricalDate) -> str:
    """Give the reason for ``relation`` in one sentence."""
    return f"{describe(a)} and {describe(b)}: {relation(a, b)}."
