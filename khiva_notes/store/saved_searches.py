"""The repository of searches that are kept in the library itself."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlite_utils import Database

from khiva_notes.model.saved_searches import SavedSearch


class SavedSearches:
    """Reads and writes rows of ``saved_searches``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> list[SavedSearch]:
        """Return the searches in the order in which they are shown."""
        rows = self._db.execute(
            "SELECT id, name, query, facets, position FROM saved_searches ORDER BY position, id"
        )
        return [
            SavedSearch(number, name, query, _kinds(facets), position)
            for number, name, query, facets, position in rows.fetchall()
        ]

    def add(self, search: SavedSearch) -> int:
        """Add a search as it is but for its number, which is returned."""
        cursor = self._db.execute(
            "INSERT INTO saved_searches (name, query, facets, position) VALUES (?, ?, ?, ?)",
            [
                search.name,
                search.query,
                json.dumps({"kinds": list(search.kinds)}),
                search.position,
            ],
        )
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def rename(self, search_id: int, name: str) -> None:
        """Let a search be called otherwise."""
        self._db.execute(
            "UPDATE saved_searches SET name = :name WHERE id = :id AND name IS NOT :name",
            {"id": search_id, "name": name},
        )

    def arrange(self, search_ids: Sequence[int]) -> None:
        """Put the searches into this order; those that stand there already are left alone."""
        for position, search_id in enumerate(search_ids, 1):
            self._db.execute(
                "UPDATE saved_searches SET position = :at WHERE id = :id AND position IS NOT :at",
                {"id": search_id, "at": position},
            )

    def remove(self, search_id: int) -> None:
        """Keep a search no longer."""
        self._db.execute("DELETE FROM saved_searches WHERE id = ?", [search_id])


def _kinds(facets: str) -> tuple[str, ...]:
    held = json.loads(facets)
    kinds = held.get("kinds", ()) if isinstance(held, dict) else ()
    return tuple(map(str, kinds)) if isinstance(kinds, list) else ()
