"""What the page reads of a dispute, on a thread of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from khiva_notes.services.collation import Marks, differing_words
from khiva_notes.services.dispute_reading import DisputeTable, read_dispute


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A dispute with the words that differ between copies of one text."""

    table: DisputeTable
    marks: Marks


def read_table(
    path: Path, dispute_id: int, cancelled: Callable[[], bool] = lambda: False
) -> ReadTable | None:
    """Read a dispute with all that the page shows; None if it is gone or no longer wanted."""
    table = read_dispute(path, dispute_id, cancelled)
    if table is None or cancelled():
        return None
    return ReadTable(table, differing_words(table))
