"""What each item was like after each of its changes, so that one can go back to it.

The log of ``revisions`` names the steps; this holds what they made of an item, as JSON whose shape
``store/item_history.py`` knows. It is no part of the undo log: undoing is a change like any other.
Nor does it go when its item does, which may come back by undoing.
"""

from __future__ import annotations

from sqlite_utils import Database

NAME = "0004_item_history"

_STATEMENTS = (
    """
    CREATE TABLE item_history (
        id INTEGER PRIMARY KEY,
        item_id INTEGER NOT NULL,
        revision INTEGER NOT NULL,
        at TEXT NOT NULL,
        label TEXT NOT NULL,
        state TEXT NOT NULL CHECK (json_valid(state))
    )""",
    "CREATE INDEX item_history_by_item ON item_history (item_id, id)",
)


def migrate(db: Database) -> None:
    """Make room for the earlier states of items."""
    for statement in _STATEMENTS:
        db.execute(statement)
