"""The repository of settled conflicts: found by the program, and no conflict to the reader."""

from __future__ import annotations

from sqlite_utils import Database

from khiva_notes.model.disputes import SettledConflict

_COLUMNS = "id, first_id, second_id, aspect, reason"


class Settled:
    """Reads and writes rows of ``settled_conflicts``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def put(self, one_id: int, other_id: int, aspect: str, reason: str) -> int:
        """Note that two items do not conflict on an aspect, and why; return the note's number."""
        key = [min(one_id, other_id), max(one_id, other_id), aspect]
        self._db.execute(
            "INSERT INTO settled_conflicts (first_id, second_id, aspect, reason) "
            "VALUES (?, ?, ?, ?) ON CONFLICT (first_id, second_id, aspect) "
            "DO UPDATE SET reason = excluded.reason",
            [*key, reason],
        )
        row = self._db.execute(
            "SELECT id FROM settled_conflicts WHERE first_id = ? AND second_id = ? AND aspect = ?",
            key,
        ).fetchone()
        return int(row[0])

    def remove(self, settled_id: int) -> None:
        """Let a conflict be told again."""
        self._db.execute("DELETE FROM settled_conflicts WHERE id = ?", [settled_id])

    def all(self) -> list[SettledConflict]:
        """Return all that is settled, the latest last; what is in the trash is left out."""
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM settled_conflicts WHERE NOT EXISTS (SELECT 1 FROM items "
            "WHERE id IN (first_id, second_id) AND trashed <> '') ORDER BY id"
        )
        return [SettledConflict(*row) for row in rows.fetchall()]
