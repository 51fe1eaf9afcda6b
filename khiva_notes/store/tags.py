"""The repository of tags and of which items bear them."""

from __future__ import annotations

import json
from collections.abc import Collection

from sqlite_utils import Database

from khiva_notes.model.items import Tag


class Tags:
    """Reads and writes rows of ``tags`` and ``item_tags``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def ensure(self, name: str, note: str = "") -> int:
        """Return the number of the tag called ``name`` in any case, made if there is none."""
        row = self._db.execute("SELECT id FROM tags WHERE name = ?", [name]).fetchone()
        if row:
            return int(row[0])
        cursor = self._db.execute("INSERT INTO tags (name, note) VALUES (?, ?)", [name, note])
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def put(self, item_id: int, tag_id: int) -> None:
        """Let an item bear a tag."""
        self._db.execute(
            "INSERT INTO item_tags (item_id, tag_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [item_id, tag_id],
        )

    def take(self, item_id: int, tag_id: int) -> None:
        """Take a tag off an item."""
        self._db.execute(
            "DELETE FROM item_tags WHERE item_id = ? AND tag_id = ?", [item_id, tag_id]
        )

    def of(self, item_id: int) -> list[str]:
        """Return the names of an item's tags in alphabetical order."""
        return self.of_many([item_id]).get(item_id, [])

    def of_many(self, ids: Collection[int] | None = None) -> dict[int, list[str]]:
        """Return the tags' names of these items, or of all, by item."""
        where = "" if ids is None else "WHERE item_id IN (SELECT value FROM json_each(?))"
        rows = self._db.execute(
            "SELECT item_id, name FROM item_tags JOIN tags ON tags.id = tag_id "
            f"{where} ORDER BY item_id, name",
            [] if ids is None else [json.dumps(list(ids))],
        )
        found: dict[int, list[str]] = {}
        for item_id, name in rows.fetchall():
            found.setdefault(item_id, []).append(name)
        return found

    def all(self) -> list[Tag]:
        """Return every tag with how many items out of the trash bear it, alphabetically."""
        rows = self._db.execute(
            "SELECT t.id, t.name, t.note, count(i.id) FROM tags t "
            "LEFT JOIN item_tags it ON it.tag_id = t.id "
            "LEFT JOIN items i ON i.id = it.item_id AND i.trashed = '' "
            "GROUP BY t.id ORDER BY t.name"
        )
        return [Tag(*row) for row in rows.fetchall()]

    def items_with(self, name: str) -> list[int]:
        """Return the numbers of the items that bear the tag called ``name``."""
        rows = self._db.execute(
            "SELECT item_id FROM item_tags JOIN tags ON tags.id = tag_id WHERE name = ?", [name]
        )
        return [row[0] for row in rows.fetchall()]

    def rename(self, tag_id: int, name: str, note: str) -> None:
        """Give a tag another name or note."""
        self._db.execute("UPDATE tags SET name = ?, note = ? WHERE id = ?", [name, note, tag_id])

    def remove(self, tag_id: int) -> None:
        """Take a tag out of the library and off every item."""
        self._db.execute("DELETE FROM tags WHERE id = ?", [tag_id])
