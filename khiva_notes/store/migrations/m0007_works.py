"""A source as a work in a bibliography: its citation key, and its CSL variables.

``csl`` is a CSL-JSON object with those variables that the source's own fields do not hold.
"""

from __future__ import annotations

from sqlite_utils import Database

NAME = "0007_works"

_STATEMENTS = (
    """
    CREATE TABLE works (
        id INTEGER PRIMARY KEY REFERENCES items (id) ON DELETE CASCADE,
        citekey TEXT NOT NULL UNIQUE COLLATE NOCASE,
        csl TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(csl))
    )""",
)


def migrate(db: Database) -> None:
    """Make room for bibliographic data."""
    for statement in _STATEMENTS:
        db.execute(statement)
