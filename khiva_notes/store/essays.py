"""The repository of essays' outlines: their parts, one inside another."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable

from sqlite_utils import Database

from khiva_notes.model.essays import Part, in_order

_COLUMNS = (
    "id, essay_id, parent_id, position, key, sort, text, item_id, passage_id, shown, locator, note"
)


class Essays:
    """Reads and writes rows of ``essay_parts``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def parts(self, essay_id: int) -> list[Part]:
        """Return an essay's parts as they are read; each stands after the part that holds it."""
        return self.parts_of_many([essay_id]).get(essay_id, [])

    def parts_of_many(self, essay_ids: Collection[int] | None = None) -> dict[int, list[Part]]:
        """Return the parts of these essays, or of all, by essay and as they are read."""
        where = "" if essay_ids is None else "WHERE essay_id IN (SELECT value FROM json_each(?))"
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM essay_parts {where} ORDER BY essay_id, id",
            [] if essay_ids is None else [json.dumps(list(essay_ids))],
        )
        found: dict[int, list[Part]] = {}
        for row in rows.fetchall():
            found.setdefault(row[1], []).append(Part(*row))
        return {
            essay_id: [part for part, _ in in_order(group)] for essay_id, group in found.items()
        }

    def get(self, part_id: int) -> Part:
        """Return the part with this number; LookupError if there is none."""
        row = self._db.execute(
            f"SELECT {_COLUMNS} FROM essay_parts WHERE id = ?", [part_id]
        ).fetchone()
        if row is None:
            raise LookupError(f"no essay part {part_id}")
        return Part(*row)

    def key_taken(self, essay_id: int, key: str) -> bool:
        """Tell whether a part of this essay is called ``key``."""
        row = self._db.execute(
            "SELECT 1 FROM essay_parts WHERE essay_id = ? AND key = ?", [essay_id, key]
        ).fetchone()
        return bool(row)

    def add(self, part: Part) -> int:
        """Add a part as it is but for its number, which is returned."""
        cursor = self._db.execute(
            "INSERT INTO essay_parts (essay_id, parent_id, position, key, sort, text, item_id, "
            "passage_id, shown, locator, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                part.essay_id,
                part.parent_id,
                part.position,
                part.key,
                part.sort,
                part.text,
                part.item_id,
                part.passage_id,
                part.shown,
                part.locator,
                part.note,
            ],
        )
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def set(self, part_id: int, **columns: object) -> None:
        """Set plain columns of one part; unchanged values change nothing."""
        names = " OR ".join(f"{name} IS NOT :{name}" for name in columns)
        sets = ", ".join(f"{name} = :{name}" for name in columns)
        self._db.execute(
            f"UPDATE essay_parts SET {sets} WHERE id = :_id AND ({names})",
            {**columns, "_id": part_id},
        )

    def arrange(self, parts: Iterable[Part]) -> None:
        """Put parts where they say they stand; those that stand there already are left alone."""
        self._db.conn.executemany(
            "UPDATE essay_parts SET parent_id = :parent, position = :position "
            "WHERE id = :id AND (parent_id IS NOT :parent OR position IS NOT :position)",
            [{"id": p.id, "parent": p.parent_id, "position": p.position} for p in parts],
        )

    def remove(self, part_id: int) -> None:
        """Take a part, with all that is inside it, out of its essay."""
        self._db.execute("DELETE FROM essay_parts WHERE id = ?", [part_id])

    def using(self, item_id: int) -> list[int]:
        """Return the essays that have a part for an item, or quote one of its passages."""
        rows = self._db.execute(
            "SELECT essay_id FROM essay_parts WHERE item_id = :id UNION "
            "SELECT e.essay_id FROM essay_parts e JOIN passages p ON p.id = e.passage_id "
            "WHERE p.item_id = :id ORDER BY 1",
            {"id": item_id},
        )
        return [row[0] for row in rows.fetchall()]

    def used_by(self, essay_id: int) -> frozenset[int]:
        """Return the items that an essay uses, as parts of its own or through a passage."""
        rows = self._db.execute(
            "SELECT item_id FROM essay_parts WHERE essay_id = :id AND item_id IS NOT NULL UNION "
            "SELECT p.item_id FROM essay_parts e JOIN passages p ON p.id = e.passage_id "
            "WHERE e.essay_id = :id AND p.item_id IS NOT NULL",
            {"id": essay_id},
        )
        return frozenset(row[0] for row in rows.fetchall())
