"""What a dispute knows beyond its table: order, settled conflicts, what verdicts build on.

``verdicts.inputs`` holds, as JSON, what the verdict rested on when it was written, so that what has
changed since can be shown; ``accounts.place_id`` is where an account was written; ``read_spans``
are the parts of a text that the reader says they have read.
"""

from __future__ import annotations

from sqlite_utils import Database

NAME = "0006_disputes_further"

_STATEMENTS = (
    "ALTER TABLE accounts ADD COLUMN place_id INTEGER REFERENCES items (id) ON DELETE SET NULL",
    "CREATE INDEX accounts_by_place ON accounts (place_id)",
    "ALTER TABLE verdicts ADD COLUMN inputs TEXT NOT NULL DEFAULT ''",
    """
    CREATE TABLE verdict_bases (
        id INTEGER PRIMARY KEY,
        dispute_id INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
        on_dispute_id INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
        UNIQUE (dispute_id, on_dispute_id),
        CHECK (dispute_id <> on_dispute_id)
    )""",
    "CREATE INDEX verdict_bases_on_dispute ON verdict_bases (on_dispute_id)",
    """
    CREATE TABLE account_orders (
        id INTEGER PRIMARY KEY,
        account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
        earlier_id INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
        later_id INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
        words TEXT NOT NULL DEFAULT '',
        strict INTEGER NOT NULL DEFAULT 1,
        passage_id INTEGER REFERENCES passages (id) ON DELETE SET NULL,
        UNIQUE (account_id, earlier_id, later_id),
        CHECK (earlier_id <> later_id)
    )""",
    "CREATE INDEX account_orders_earlier ON account_orders (earlier_id)",
    "CREATE INDEX account_orders_later ON account_orders (later_id)",
    "CREATE INDEX account_orders_by_passage ON account_orders (passage_id)",
    """
    CREATE TABLE settled_conflicts (
        id INTEGER PRIMARY KEY,
        first_id INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
        second_id INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
        aspect TEXT NOT NULL,
        reason TEXT NOT NULL DEFAULT '',
        UNIQUE (first_id, second_id, aspect),
        CHECK (first_id < second_id)
    )""",
    "CREATE INDEX settled_conflicts_by_second ON settled_conflicts (second_id)",
    """
    CREATE TABLE read_spans (
        id INTEGER PRIMARY KEY,
        version_id INTEGER NOT NULL REFERENCES text_versions (id) ON DELETE CASCADE,
        "start" INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        CHECK ("start" >= 0 AND "end" > "start")
    )""",
    "CREATE INDEX read_spans_by_version ON read_spans (version_id)",
)


def migrate(db: Database) -> None:
    """Make room for order, settled conflicts, the bases of verdicts and what has been read."""
    for statement in _STATEMENTS:
        db.execute(statement)
