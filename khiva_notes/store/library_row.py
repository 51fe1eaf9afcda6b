"""The repository of the library itself: its identity, its title and when it was begun."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from sqlite_utils import Database

from khiva_notes.store.items import now


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """Who the library is: a random ``uid`` for ever, and a title."""

    uid: str
    title: str
    created: str


class LibraryRows:
    """Reads and writes the one row of ``library``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def begin(self, title: str) -> None:
        """Give a new library its identity."""
        self._db.execute(
            "INSERT INTO library (id, uid, title, created) VALUES (1, ?, ?, ?)",
            [secrets.token_hex(16), title, now()],
        )

    def get(self) -> LibraryRow:
        """Return the library's identity."""
        row = self._db.execute("SELECT uid, title, created FROM library").fetchone()
        return LibraryRow(*row)

    def rename(self, title: str) -> None:
        """Give the library another title."""
        self._db.execute("UPDATE library SET title = ?", [title])

    def begun(self, created: str) -> None:
        """Say when the library was begun, which one made from a copy has from that."""
        self._db.execute("UPDATE library SET created = ?", [created])

    def become_another(self) -> None:
        """Take a new identity, as a copy that goes its own way must."""
        self._db.execute("UPDATE library SET uid = ?", [secrets.token_hex(16)])
