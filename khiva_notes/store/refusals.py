"""The repository of refusals: what was suggested about an item, and is not wanted."""

from __future__ import annotations

from sqlite_utils import Database


class Refusals:
    """Reads and writes rows of ``refusals``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, item_id: int, sort: str, words: str) -> None:
        """Note that something of this sort, told by its words, is not wanted; twice is once."""
        self._db.execute(
            "INSERT INTO refusals (item_id, sort, words) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [item_id, sort, words],
        )

    def of(self, item_id: int) -> set[tuple[str, str]]:
        """Return the sorts and words that are not wanted for an item."""
        rows = self._db.execute("SELECT sort, words FROM refusals WHERE item_id = ?", [item_id])
        return {(row[0], row[1]) for row in rows.fetchall()}

    def remove_all(self, item_id: int) -> None:
        """Forget what has been refused for an item."""
        self._db.execute("DELETE FROM refusals WHERE item_id = ?", [item_id])
