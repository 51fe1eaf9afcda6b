"""The outline of an essay: headings, prose, cards, quotations and disputes, one inside another."""

from __future__ import annotations

from sqlite_utils import Database

NAME = "0008_essays"

_STATEMENTS = (
    """
    CREATE TABLE essay_parts (
        id INTEGER PRIMARY KEY,
        essay_id INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
        parent_id INTEGER REFERENCES essay_parts (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        key TEXT NOT NULL,
        sort TEXT NOT NULL,
        text TEXT NOT NULL DEFAULT '',
        item_id INTEGER REFERENCES items (id) ON DELETE SET NULL,
        passage_id INTEGER REFERENCES passages (id) ON DELETE SET NULL,
        shown TEXT NOT NULL DEFAULT '',
        locator TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        UNIQUE (essay_id, key)
    )""",
    "CREATE INDEX essay_parts_by_parent ON essay_parts (parent_id)",
    "CREATE INDEX essay_parts_by_item ON essay_parts (item_id)",
    "CREATE INDEX essay_parts_by_passage ON essay_parts (passage_id)",
)


def migrate(db: Database) -> None:
    """Make room for essays."""
    for statement in _STATEMENTS:
        db.execute(statement)
