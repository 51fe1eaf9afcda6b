"""What the reader has refused of what the program suggested, so that it is not suggested again."""

from __future__ import annotations

from sqlite_utils import Database

NAME = "0003_refusals"

_STATEMENTS = (
    """
    CREATE TABLE refusals (
        id INTEGER PRIMARY KEY,
        item_id INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
        sort TEXT NOT NULL,
        words TEXT NOT NULL,
        UNIQUE (item_id, sort, words)
    )""",
)


def migrate(db: Database) -> None:
    """Make room for what has been refused."""
    for statement in _STATEMENTS:
        db.execute(statement)
