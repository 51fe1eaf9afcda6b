"""The repository of citation marks: the references that stand in the texts themselves."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable

from sqlite_utils import Database

from khiva_notes.model.citations import Mark
from khiva_notes.model.passages import CitationMark

_COLUMNS = 'id, version_id, "start", "end", number, locator, work_id'


class Citations:
    """Reads and writes rows of ``citation_marks``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add_all(self, version_id: int, marks: Iterable[Mark]) -> None:
        """Add the marks that were recognised in a text version."""
        for mark in marks:
            self._db.execute(
                'INSERT INTO citation_marks (version_id, "start", "end", number, locator) '
                "VALUES (?, ?, ?, ?, ?)",
                [version_id, mark.start, mark.end, mark.number, mark.locator],
            )

    def in_version(self, version_id: int) -> list[CitationMark]:
        """Return a text version's marks in reading order."""
        rows = self._db.execute(
            f'SELECT {_COLUMNS} FROM citation_marks WHERE version_id = ? ORDER BY "start", id',
            [version_id],
        )
        return [CitationMark(*row) for row in rows.fetchall()]

    def all(self) -> list[CitationMark]:
        """Return every citation mark of the library."""
        rows = self._db.execute(
            f'SELECT {_COLUMNS} FROM citation_marks ORDER BY version_id, "start", id'
        )
        return [CitationMark(*row) for row in rows.fetchall()]

    def sources_with_unresolved(self, source_ids: Collection[int]) -> list[int]:
        """Return those of the sources in whose texts a mark stands for no known work."""
        rows = self._db.execute(
            "SELECT DISTINCT v.item_id FROM citation_marks m JOIN text_versions v "
            "ON v.id = m.version_id WHERE m.work_id IS NULL "
            "AND v.item_id IN (SELECT value FROM json_each(?))",
            [json.dumps(list(source_ids))],
        )
        return [row[0] for row in rows.fetchall()]

    def resolve(self, version_id: int, number: str, work_id: int | None) -> None:
        """Let all marks of a text with this number stand for a work, or for none."""
        self._db.execute(
            "UPDATE citation_marks SET work_id = ? WHERE version_id = ? AND number = ?",
            [work_id, version_id, number],
        )
