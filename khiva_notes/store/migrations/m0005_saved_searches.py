"""Searches that the reader wants to find again, with the facets chosen in them."""

from __future__ import annotations

from sqlite_utils import Database

NAME = "0005_saved_searches"

_STATEMENTS = (
    """
    CREATE TABLE saved_searches (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        query TEXT NOT NULL,
        facets TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(facets)),
        position INTEGER NOT NULL
    )""",
)


def migrate(db: Database) -> None:
    """Make room for searches that are kept."""
    for statement in _STATEMENTS:
        db.execute(statement)
