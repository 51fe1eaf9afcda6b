"""All that the page of a dispute shows, read in one go on a thread of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from khiva_notes.model.items import Item
from khiva_notes.model.verdict_inputs import InputChange
from khiva_notes.services.balance import Balance, balance
from khiva_notes.services.collation import Marks, differing_words
from khiva_notes.services.dispute_reading import DisputeTable, dispute_table
from khiva_notes.services.verdicts import built_upon_by, verdict_bases, what_changed
from khiva_notes.store.store import Reader


@dataclass(frozen=True, slots=True)
class DisputePage:
    """A dispute, the words that differ between its copies of one text, and its verdict's standing.

    ``changes`` are what the verdict rests on and is no longer as it was; ``bases`` the disputes on
    whose verdicts it builds, ``built_upon`` those whose verdicts build on it.
    """

    table: DisputeTable
    marks: Marks
    changes: tuple[InputChange, ...]
    bases: tuple[Item, ...]
    built_upon: tuple[Item, ...]


def read_page(
    path: Path, dispute_id: int, cancelled: Callable[[], bool] = lambda: False
) -> DisputePage | None:
    """Read a dispute of the library at ``path`` on a connection of its own, from any thread.

    None if it is gone, or no longer wanted.
    """
    reader = Reader(path)
    try:
        with reader.moment() as data:
            item = data.items.find(dispute_id)
            if item is None or item.kind != "dispute" or cancelled():
                return None
            table = dispute_table(data, dispute_id)
            if cancelled():
                return None
            return DisputePage(
                table,
                differing_words(table),
                what_changed(data, dispute_id) if table.comparison.changed else (),
                verdict_bases(data, dispute_id),
                built_upon_by(data, dispute_id),
            )
    finally:
        reader.close()


def read_balance(
    path: Path, dispute_id: int, cancelled: Callable[[], bool] = lambda: False
) -> Balance | None:
    """Read how evenly a dispute's sources have been used; their texts are read whole for it."""
    reader = Reader(path)
    try:
        with reader.moment() as data:
            if cancelled() or data.items.find(dispute_id) is None:
                return None
            return balance(data, dispute_id)
    finally:
        reader.close()
