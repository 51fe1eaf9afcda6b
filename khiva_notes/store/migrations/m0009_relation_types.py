"""Types of links of the user's own, with the words that read from either end."""

from __future__ import annotations

from sqlite_utils import Database

NAME = "0009_relation_types"

_STATEMENTS = (
    """
    CREATE TABLE relation_types (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        label TEXT NOT NULL,
        inverse TEXT NOT NULL
    )""",
)


def migrate(db: Database) -> None:
    """Make room for types of links of the user's own."""
    for statement in _STATEMENTS:
        db.execute(statement)
