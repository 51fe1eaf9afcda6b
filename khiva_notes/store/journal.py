"""The undo log: TEMP triggers keep each row's before-image, so that no edit can forget to.

One log serves undo, redo and the account of what a change touched. Before-images stand in shadow
tables whose columns have no type, so that every value comes back exactly as it was; cascades of
foreign keys are logged too, because SQLite fires triggers for them.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

JOURNALED = (
    "library",
    "items",
    "links",
    "tags",
    "item_tags",
    "text_versions",
    "originals",
    "passages",
    "citation_marks",
    "names",
    "accounts",
    "account_claims",
    "account_bases",
    "aspects",
    "cells",
    "cell_passages",
    "verdicts",
    "dates",
    "refusals",
    "saved_searches",
    "verdict_bases",
    "account_orders",
    "settled_conflicts",
    "read_spans",
    "works",
    "essay_parts",
    "relation_types",
)


@dataclass(frozen=True, slots=True)
class Span:
    """The log rows of one step: sequence numbers, both ends included; empty if last < first."""

    first: int
    last: int

    @property
    def empty(self) -> bool:
        """Whether the step changed nothing."""
        return self.last < self.first


@dataclass(frozen=True, slots=True)
class Entry:
    """One logged row change: ``op`` is i, u or d, ``row`` the row's id."""

    seq: int
    table: str
    op: str
    row: int


class Journal:
    """The log of one connection, which lives as long as that does."""

    def __init__(self, db: Database) -> None:
        """Create the log's TEMP tables and triggers on ``db``, whose schema must be complete."""
        self._db = db
        self._columns = {
            table: [column.name for column in db[table].columns] for table in JOURNALED
        }
        db.execute(
            "CREATE TEMP TABLE journal (seq INTEGER PRIMARY KEY AUTOINCREMENT, "
            '"table" TEXT NOT NULL, op TEXT NOT NULL, "row" INTEGER NOT NULL)'
        )
        for table, columns in self._columns.items():
            self._watch(table, columns)

    def _watch(self, table: str, columns: list[str]) -> None:
        quoted = ", ".join(f'"{column}"' for column in columns)
        old = ", ".join(f'OLD."{column}"' for column in columns)
        differs = " OR ".join(f'OLD."{column}" IS NOT NEW."{column}"' for column in columns)
        self._db.execute(f'CREATE TEMP TABLE "before_{table}" (_seq INTEGER PRIMARY KEY, {quoted})')
        keep = f'INSERT INTO "before_{table}" VALUES (last_insert_rowid(), {old});'
        for op, event, when, image, row in (
            ("i", "INSERT", "", "", "NEW"),
            ("u", "UPDATE", f"WHEN {differs}", keep, "OLD"),
            ("d", "DELETE", "", keep, "OLD"),
        ):
            self._db.execute(
                f'CREATE TEMP TRIGGER "journal_{table}_{op}" AFTER {event} '
                f'ON main."{table}" {when} '
                f'BEGIN INSERT INTO journal ("table", op, "row") '
                f"VALUES ('{table}', '{op}', {row}.id); {image} END"
            )

    def position(self) -> int:
        """Return the number of the last log row written so far."""
        row = self._db.execute("SELECT seq FROM temp.sqlite_sequence WHERE name = 'journal'")
        found = row.fetchone()
        return int(found[0]) if found else 0

    def entries(self, span: Span) -> list[Entry]:
        """Return the log rows of ``span`` in the order in which they happened."""
        rows = self._db.execute(
            'SELECT seq, "table", op, "row" FROM journal WHERE seq BETWEEN ? AND ? ORDER BY seq',
            [span.first, span.last],
        )
        return [Entry(*row) for row in rows.fetchall()]

    def before(self, entry: Entry) -> dict[str, object]:
        """Return a changed or deleted row as it was before ``entry``."""
        columns = self._columns[entry.table]
        quoted = ", ".join(f'"{column}"' for column in columns)
        row = self._db.execute(
            f'SELECT {quoted} FROM "before_{entry.table}" WHERE _seq = ?', [entry.seq]
        ).fetchone()
        return dict(zip(columns, row, strict=True))

    def revert(self, span: Span) -> Span:
        """Take every row change of ``span`` back, and return the span that would do it again.

        Must run inside a transaction; foreign keys are checked at its end.
        """
        self._db.execute("PRAGMA defer_foreign_keys = ON")
        first = self.position() + 1
        for entry in reversed(self.entries(span)):
            if entry.op == "i":
                self._db.execute(f'DELETE FROM main."{entry.table}" WHERE id = ?', [entry.row])
                continue
            columns = self._columns[entry.table]
            source = f'FROM "before_{entry.table}" WHERE _seq = ?'
            quoted = ", ".join(f'"{column}"' for column in columns)
            if entry.op == "d":
                self._db.execute(
                    f'INSERT INTO main."{entry.table}" ({quoted}) SELECT {quoted} {source}',
                    [entry.seq],
                )
            else:
                self._db.execute(
                    f'UPDATE main."{entry.table}" SET ({quoted}) = (SELECT {quoted} {source}) '
                    "WHERE id = ?",
                    [entry.seq, entry.row],
                )
        return Span(first, self.position())

    def forget(self, span: Span) -> None:
        """Drop the log rows of a step that can be neither undone nor redone any more."""
        for (table,) in self._db.execute(
            'SELECT DISTINCT "table" FROM journal WHERE seq BETWEEN ? AND ?',
            [span.first, span.last],
        ).fetchall():
            self._db.execute(
                f'DELETE FROM "before_{table}" WHERE _seq BETWEEN ? AND ?', [span.first, span.last]
            )
        self._db.execute("DELETE FROM journal WHERE seq BETWEEN ? AND ?", [span.first, span.last])
