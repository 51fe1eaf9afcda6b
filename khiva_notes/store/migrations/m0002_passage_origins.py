"""Where a passage stood in the text version that it was carried over from.

A version never changes, so this alone keeps the old words readable beside the new ones.
"""

from __future__ import annotations

from sqlite_utils import Database

NAME = "0002_passage_origins"

_STATEMENTS = (
    "ALTER TABLE passages ADD COLUMN was_version_id INTEGER "
    "REFERENCES text_versions (id) ON DELETE SET NULL",
    "ALTER TABLE passages ADD COLUMN was_start INTEGER",
    "ALTER TABLE passages ADD COLUMN was_end INTEGER",
    "CREATE INDEX passages_by_old_version ON passages (was_version_id)",
)


def migrate(db: Database) -> None:
    """Give passages their earlier place, which those of the first format do not have."""
    for statement in _STATEMENTS:
        db.execute(statement)
