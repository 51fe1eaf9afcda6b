"""The repository of links: typed relations between items."""

from __future__ import annotations

import json
from collections.abc import Collection

from sqlite_utils import Database

from khiva_notes.model.items import Link

_COLUMNS = "id, from_id, to_id, type, role, note"


class Links:
    """Reads and writes rows of ``links``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, from_id: int, to_id: int, type: str, role: str = "", note: str = "") -> None:
        """Relate two items; the same relation twice is one, with the newer note."""
        self._db.execute(
            "INSERT INTO links (from_id, to_id, type, role, note) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (from_id, to_id, type, role) DO UPDATE SET note = excluded.note",
            [from_id, to_id, type, role, note],
        )

    def of(self, item_id: int) -> list[Link]:
        """Return the links that begin at an item, in the order in which they were made."""
        return self.of_many([item_id]).get(item_id, [])

    def of_many(self, ids: Collection[int] | None = None) -> dict[int, list[Link]]:
        """Return the links that begin at these items, or at any, by beginning."""
        where = "" if ids is None else "WHERE from_id IN (SELECT value FROM json_each(?))"
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM links {where} ORDER BY from_id, id",
            [] if ids is None else [json.dumps(list(ids))],
        )
        found: dict[int, list[Link]] = {}
        for row in rows.fetchall():
            found.setdefault(row[1], []).append(Link(*row))
        return found

    def to(self, item_id: int) -> list[Link]:
        """Return the links that end at an item."""
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM links WHERE to_id = ? ORDER BY id", [item_id]
        )
        return [Link(*row) for row in rows.fetchall()]

    def of_type(self, type: str) -> list[Link]:
        """Return all links of one type."""
        rows = self._db.execute(f"SELECT {_COLUMNS} FROM links WHERE type = ? ORDER BY id", [type])
        return [Link(*row) for row in rows.fetchall()]

    def remove(self, link_id: int) -> None:
        """Take a link away."""
        self._db.execute("DELETE FROM links WHERE id = ?", [link_id])
