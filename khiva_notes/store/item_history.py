"""The repository of earlier states of items; no part of the undo log, and never in its way."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlite_utils import Database

_COLUMNS = "id, item_id, revision, at, label, state"


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """What an item was like after a step; ``state`` is JSON, whose shape others know.

    ``revision`` is the library's step, ``at`` its time in UTC as ISO 8601, ``label`` its name.
    """

    id: int
    item_id: int
    revision: int
    at: str
    label: str
    state: str


class ItemHistory:
    """Reads and writes rows of ``item_history``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, rows: Iterable[tuple[int, int, str, str, str]]) -> None:
        """Write states down: item, revision, time, label and state of each."""
        self._db.conn.executemany(
            "INSERT INTO item_history (item_id, revision, at, label, state) VALUES (?, ?, ?, ?, ?)",
            list(rows),
        )

    def replace(self, row_id: int, revision: int, at: str, state: str) -> None:
        """Write a state over one that was only on the way to it."""
        self._db.execute(
            "UPDATE item_history SET revision = ?, at = ?, state = ? WHERE id = ?",
            [revision, at, state, row_id],
        )

    def remove(self, row_id: int) -> None:
        """Take a state away that led nowhere."""
        self._db.execute("DELETE FROM item_history WHERE id = ?", [row_id])

    def last(self, item_ids: Collection[int]) -> dict[int, HistoryRow]:
        """Return the newest state of each of these items that has one."""
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM item_history WHERE id IN (SELECT max(id) FROM item_history "
            "WHERE item_id IN (SELECT value FROM json_each(?)) GROUP BY item_id)",
            [json.dumps(list(item_ids))],
        )
        return {row[1]: HistoryRow(*row) for row in rows.fetchall()}

    def before(self, row: HistoryRow) -> HistoryRow | None:
        """Return the state of the item before this one, if any."""
        found = self._db.execute(
            f"SELECT {_COLUMNS} FROM item_history WHERE item_id = ? AND id < ? "
            "ORDER BY id DESC LIMIT 1",
            [row.item_id, row.id],
        ).fetchone()
        return HistoryRow(*found) if found else None

    def get(self, row_id: int) -> HistoryRow:
        """Return one state; LookupError if there is none with this number."""
        found = self._db.execute(
            f"SELECT {_COLUMNS} FROM item_history WHERE id = ?", [row_id]
        ).fetchone()
        if found is None:
            raise LookupError(f"no state {row_id}")
        return HistoryRow(*found)

    def of(self, item_id: int) -> list[HistoryRow]:
        """Return all states of an item, the oldest first."""
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM item_history WHERE item_id = ? ORDER BY id", [item_id]
        )
        return [HistoryRow(*row) for row in rows.fetchall()]
