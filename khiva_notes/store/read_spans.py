"""The repository of what has been read: spans of a text that the reader has marked."""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

Span = tuple[int, int]


class ReadSpans:
    """Reads and writes rows of ``read_spans``; offsets in code points, end exclusive."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def of(self, version_id: int) -> list[Span]:
        """Return what has been read of a text version, in reading order."""
        rows = self._db.execute(
            'SELECT "start", "end" FROM read_spans WHERE version_id = ? ORDER BY "start"',
            [version_id],
        )
        return [(row[0], row[1]) for row in rows.fetchall()]

    def replace(self, version_id: int, spans: Iterable[Span]) -> None:
        """Let just these spans be read; rows of spans that stay are left as they are."""
        before, now = set(self.of(version_id)), set(spans)
        for start, end in sorted(before - now):
            self._db.execute(
                'DELETE FROM read_spans WHERE version_id = ? AND "start" = ? AND "end" = ?',
                [version_id, start, end],
            )
        for start, end in sorted(now - before):
            self._db.execute(
                'INSERT INTO read_spans (version_id, "start", "end") VALUES (?, ?, ?)',
                [version_id, start, end],
            )
