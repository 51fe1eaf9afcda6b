"""The repository of passages: spans of text versions, and the items they belong to."""

from __future__ import annotations

import json
from collections.abc import Collection

from sqlite_utils import Database

from khiva_notes.model.passages import Anchor, Origin, Passage, PassageStatus

_COLUMNS = 'id, version_id, item_id, "start", "end", exact, prefix, suffix, status'


class Passages:
    """Reads and writes rows of ``passages``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, version_id: int, item_id: int | None, anchor: Anchor) -> int:
        """Add a passage that belongs to an item, or to none, and return its number."""
        cursor = self._db.execute(
            'INSERT INTO passages (version_id, item_id, "start", "end", exact, prefix, suffix) '
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                version_id,
                item_id,
                anchor.start,
                anchor.end,
                anchor.exact,
                anchor.prefix,
                anchor.suffix,
            ],
        )
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def get(self, passage_id: int) -> Passage:
        """Return the passage with this number; LookupError if there is none."""
        row = self._db.execute(
            f"SELECT {_COLUMNS} FROM passages WHERE id = ?", [passage_id]
        ).fetchone()
        if row is None:
            raise LookupError(f"no passage {passage_id}")
        return Passage(*row)

    def many(self, ids: Collection[int]) -> dict[int, Passage]:
        """Return those of the numbered passages that exist, by number."""
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM passages WHERE id IN (SELECT value FROM json_each(?))",
            [json.dumps(list(ids))],
        )
        return {row[0]: Passage(*row) for row in rows.fetchall()}

    def in_version(self, version_id: int, *, with_trashed: bool = False) -> list[Passage]:
        """Return a text version's passages in reading order, longer ones first where they begin."""
        columns = ", ".join(f"p.{name.strip()}" for name in _COLUMNS.split(","))
        kept = "" if with_trashed else "AND (i.id IS NULL OR i.trashed = '')"
        rows = self._db.execute(
            f"SELECT {columns} FROM passages p LEFT JOIN items i ON i.id = p.item_id "
            f'WHERE p.version_id = ? {kept} ORDER BY p."start", p."end" DESC, p.id',
            [version_id],
        )
        return [Passage(*row) for row in rows.fetchall()]

    def highlights(self, version_id: int) -> list[Passage]:
        """Return a text version's passages that belong to no item, in reading order."""
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM passages WHERE version_id = ? AND item_id IS NULL "
            'ORDER BY "start", "end" DESC, id',
            [version_id],
        )
        return [Passage(*row) for row in rows.fetchall()]

    def of(self, item_id: int) -> list[Passage]:
        """Return an item's passages by text and place."""
        return self.of_many([item_id]).get(item_id, [])

    def of_many(self, ids: Collection[int] | None = None) -> dict[int, list[Passage]]:
        """Return the passages of these items, or of all, by item, then by text and place."""
        where = "IS NOT NULL" if ids is None else "IN (SELECT value FROM json_each(?))"
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM passages WHERE item_id {where} "
            'ORDER BY item_id, version_id, "start", id',
            [] if ids is None else [json.dumps(list(ids))],
        )
        found: dict[int, list[Passage]] = {}
        for row in rows.fetchall():
            found.setdefault(row[2], []).append(Passage(*row))
        return found

    def counts(self, ids: Collection[int] | None = None) -> dict[int, int]:
        """Return how many passages these items have, or all; items without any are left out."""
        where = "IS NOT NULL" if ids is None else "IN (SELECT value FROM json_each(?))"
        rows = self._db.execute(
            f"SELECT item_id, count(*) FROM passages WHERE item_id {where} GROUP BY item_id",
            [] if ids is None else [json.dumps(list(ids))],
        )
        return dict(rows.fetchall())

    def all(self) -> list[Passage]:
        """Return every passage of the library."""
        rows = self._db.execute(f'SELECT {_COLUMNS} FROM passages ORDER BY version_id, "start"')
        return [Passage(*row) for row in rows.fetchall()]

    def move(self, passage_id: int, anchor: Anchor) -> None:
        """Give a passage other edges within its text version."""
        self._db.execute(
            'UPDATE passages SET "start" = ?, "end" = ?, exact = ?, prefix = ?, suffix = ? '
            "WHERE id = ?",
            [anchor.start, anchor.end, anchor.exact, anchor.prefix, anchor.suffix, passage_id],
        )

    def of_source(self, source_id: int) -> list[Passage]:
        """Return the passages in all versions of a source's text, also those of trashed cards."""
        columns = ", ".join(f"p.{name.strip()}" for name in _COLUMNS.split(","))
        rows = self._db.execute(
            f"SELECT {columns} FROM passages p JOIN text_versions v ON v.id = p.version_id "
            'WHERE v.item_id = ? ORDER BY v.number DESC, p."start", p.id',
            [source_id],
        )
        return [Passage(*row) for row in rows.fetchall()]

    def origins(self, ids: Collection[int]) -> dict[int, Origin]:
        """Return where those of the passages that have an origin stood, by passage."""
        rows = self._db.execute(
            "SELECT id, was_version_id, was_start, was_end FROM passages "
            "WHERE was_version_id IS NOT NULL AND id IN (SELECT value FROM json_each(?))",
            [json.dumps(list(ids))],
        )
        return {row[0]: Origin(*row[1:]) for row in rows.fetchall()}

    def carry(
        self,
        passage_id: int,
        version_id: int,
        anchor: Anchor,
        status: PassageStatus,
        origin: Origin | None = None,
    ) -> None:
        """Put a passage into another text version, with or without an origin to confirm."""
        self.move(passage_id, anchor)
        was = (origin.version_id, origin.start, origin.end) if origin else (None, None, None)
        self._db.execute(
            "UPDATE passages SET version_id = ?, status = ?, was_version_id = ?, was_start = ?, "
            "was_end = ? WHERE id = ?",
            [version_id, status, *was, passage_id],
        )

    def lose(self, passage_id: int) -> None:
        """Call a passage an orphan: it stays where it is, in a version that is no longer read."""
        self._db.execute("UPDATE passages SET status = 'orphan' WHERE id = ?", [passage_id])

    def settle(self, passage_id: int) -> None:
        """Note that a passage stands where it should."""
        self._db.execute(
            "UPDATE passages SET status = 'ok', was_version_id = NULL, was_start = NULL, "
            "was_end = NULL WHERE id = ?",
            [passage_id],
        )

    def assign(self, passage_id: int, item_id: int | None) -> None:
        """Let a passage belong to another item, or to none."""
        self._db.execute("UPDATE passages SET item_id = ? WHERE id = ?", [item_id, passage_id])

    def remove(self, passage_id: int) -> None:
        """Take a passage out of the library; the text stays as it is."""
        self._db.execute("DELETE FROM passages WHERE id = ?", [passage_id])
