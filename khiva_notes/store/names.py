"""The repository of names: every form under which a person, place or group is known."""

from __future__ import annotations

import json
from collections.abc import Collection

from sqlite_utils import Database

from khiva_notes.model.items import Name

_COLUMNS = "id, item_id, text, kind, language, script, passage_id"


class Names:
    """Reads and writes rows of ``names``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(
        self,
        item_id: int,
        text: str,
        kind: str = "attested",
        *,
        language: str = "",
        script: str = "",
        passage_id: int | None = None,
    ) -> int:
        """Add a form to an item and return the name's number."""
        cursor = self._db.execute(
            "INSERT INTO names (item_id, text, kind, language, script, passage_id) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            [item_id, text, kind, language, script, passage_id],
        )
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def get(self, name_id: int) -> Name:
        """Return the name with this number; LookupError if there is none."""
        row = self._db.execute(f"SELECT {_COLUMNS} FROM names WHERE id = ?", [name_id]).fetchone()
        if row is None:
            raise LookupError(f"no name {name_id}")
        return Name(*row)

    def of(self, item_id: int) -> list[Name]:
        """Return an item's names, the preferred one first."""
        return self.of_many([item_id]).get(item_id, [])

    def of_many(self, ids: Collection[int] | None = None) -> dict[int, list[Name]]:
        """Return the names of these items, or of all, by item and the preferred one first."""
        where = "" if ids is None else "WHERE item_id IN (SELECT value FROM json_each(?))"
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM names {where} ORDER BY item_id, kind <> 'preferred', id",
            [] if ids is None else [json.dumps(list(ids))],
        )
        found: dict[int, list[Name]] = {}
        for row in rows.fetchall():
            found.setdefault(row[1], []).append(Name(*row))
        return found

    def set(self, name_id: int, *, text: str, kind: str, language: str, script: str) -> None:
        """Change a form in place."""
        self._db.execute(
            "UPDATE names SET text = ?, kind = ?, language = ?, script = ? WHERE id = ?",
            [text, kind, language, script, name_id],
        )

    def attested_by(self, passage_id: int) -> list[Name]:
        """Return the names whose form a passage attests."""
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM names WHERE passage_id = ? ORDER BY id", [passage_id]
        )
        return [Name(*row) for row in rows.fetchall()]

    def detach(self, name_id: int) -> None:
        """Keep a form that its passage no longer attests; an attested one becomes a variant."""
        self._db.execute(
            "UPDATE names SET passage_id = NULL, "
            "kind = CASE kind WHEN 'attested' THEN 'variant' ELSE kind END WHERE id = ?",
            [name_id],
        )

    def remove(self, name_id: int) -> None:
        """Take a form away from its item."""
        self._db.execute("DELETE FROM names WHERE id = ?", [name_id])
