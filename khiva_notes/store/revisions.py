"""The library's own log: one row a step, and for each item the last step that touched it.

The log is what the index catches up from. A step's token is random, so that an index can tell
whether the step it last saw is one of this file's, or of a copy that went another way.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sqlite_utils import Database

from khiva_notes.store.items import now

Part = Literal["item", "title", "text"]
"""What of an item a step touched: anything of it, what others call it, or its text."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One step of the library: its number and its random token; 0 and empty before the first."""

    number: int
    token: str


class Revisions:
    """Reads and writes rows of ``revisions`` and ``touched``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def last(self) -> Revision:
        """Return the newest step."""
        row = self._db.execute(
            "SELECT id, token FROM revisions ORDER BY id DESC LIMIT 1"
        ).fetchone()
        return Revision(*row) if row else Revision(0, "")

    def knows(self, number: int, token: str) -> bool:
        """Tell whether this file has made the step ``number`` with that very token."""
        if number == 0:
            return token == ""
        row = self._db.execute(
            "SELECT 1 FROM revisions WHERE id = ? AND token = ?", [number, token]
        ).fetchone()
        return bool(row)

    def record(
        self, label: str, origin: str, way: str, parts: Iterable[tuple[int, Part]]
    ) -> Revision:
        """Write down a step and what it touched, inside the step's own transaction."""
        token = secrets.token_hex(8)
        cursor = self._db.execute(
            "INSERT INTO revisions (token, label, origin, way, at) VALUES (?, ?, ?, ?, ?)",
            [token, label, origin, way, now()],
        )
        number = cursor.lastrowid
        assert number is not None
        self._db.conn.executemany(
            "INSERT INTO touched (item_id, part, revision) VALUES (?, ?, ?) "
            "ON CONFLICT (item_id, part) DO UPDATE SET revision = excluded.revision",
            [(item_id, part, number) for item_id, part in parts],
        )
        return Revision(number, token)

    def touched_since(self, number: int, part: Part) -> list[int]:
        """Return the items of which any step after ``number`` touched ``part``, gone ones too."""
        rows = self._db.execute(
            "SELECT item_id FROM touched WHERE revision > ? AND part = ? ORDER BY item_id",
            [number, part],
        )
        return [row[0] for row in rows.fetchall()]
