"""Which accounts and aspects a table shows, and in which order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from khiva_notes.model.comparison import Column, Row
from khiva_notes.services.dispute_reading import DisputeTable, Witness


@dataclass(frozen=True, slots=True)
class Layout:
    """Which way a table lies and what of it is in sight, by the numbers of accounts and aspects.

    ``pinned`` accounts come first and stay in sight; ``sorted_by`` is a name of ``SORTS``, "" for
    the dispute's own order.
    """

    transposed: bool = False
    conflicts_only: bool = False
    hidden: frozenset[int] = frozenset()
    hidden_aspects: frozenset[int] = frozenset()
    pinned: frozenset[int] = frozenset()
    sorted_by: str = ""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """What is in sight; ``places`` are those of the columns in a row's cells.

    The first ``pinned`` of the columns are held in sight.
    """

    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    places: tuple[int, ...] = ()
    pinned: int = 0


def lay_out(table: DisputeTable | None, layout: Layout) -> LaidOut:
    """Choose and order what a table shows."""
    if table is None:
        return LaidOut()
    comparison = table.comparison
    seen = [
        (place, column)
        for place, column in enumerate(comparison.columns)
        if column.account.id not in layout.hidden
    ]
    sort = SORTS.get(layout.sorted_by)
    seen.sort(
        key=lambda each: (
            each[1].account.id not in layout.pinned,
            sort(table.witnesses[each[0]]) if sort else 0.0,
            each[0],
        )
    )
    rows = tuple(
        row
        for row in comparison.rows
        if row.aspect.id not in layout.hidden_aspects
        and (row.state == "conflict" or not layout.conflicts_only)
    )
    held = sum(column.account.id in layout.pinned for _, column in seen)
    return LaidOut(
        tuple(column for _, column in seen),
        rows,
        tuple(place for place, _ in seen),
        min(held, max(0, len(seen) - 1)),
    )


SORTS: dict[str, Callable[[Witness], float]] = {
    "time": lambda witness: witness.by_time,
    "hand": lambda witness: witness.by_hand,
    "place": lambda witness: witness.by_place,
}
"""Orders of accounts by how far the witness stands, the nearest first and the unknown last."""

SORT_WORDS = {
    "": "in their own order",
    "time": "by the time between event and writing",
    "hand": "by links of hearsay",
    "place": "by how near to the place they were written",
}
