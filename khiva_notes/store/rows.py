"""All rows of all tables as plain values, for a copy of the library in another form.

The one repository that knows no aggregate: what is written out whole must not forget a column
that some aggregate has gained.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sqlite_utils import Database

from khiva_notes.store.journal import JOURNALED

Value = str | int | float | bytes | None

TABLES: tuple[str, ...] = JOURNALED
"""The tables that hold what users made; the logs of steps (``revisions``, ``touched``,
``item_history``) belong to this file's own past."""


class Rows:
    """Reads and writes rows of any table; only a library without rows takes those of another."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def columns(self, table: str) -> dict[str, str]:
        """Return the declared types of a table's columns by name."""
        return {column.name: column.type for column in self._db[table].columns}

    def required(self, table: str) -> set[str]:
        """Return the columns of a table that must have a value and have none of their own."""
        return {
            column.name
            for column in self._db[table].columns
            if column.notnull and column.default_value is None
        }

    def count(self, table: str) -> int:
        """Return how many rows a table has."""
        return int(self._db.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])

    def each(self, table: str) -> Iterator[dict[str, Value]]:
        """Yield a table's rows by number, one by one."""
        columns = list(self.columns(table))
        quoted = ", ".join(f'"{column}"' for column in columns)
        for row in self._db.conn.execute(f'SELECT {quoted} FROM "{table}" ORDER BY id'):
            yield dict(zip(columns, row, strict=True))

    def later_references(self) -> None:
        """Let rows point to rows that come later, until the change ends."""
        self._db.execute("PRAGMA defer_foreign_keys = ON")

    def insert(self, table: str, rows: Iterable[Mapping[str, Value]]) -> int:
        """Add rows as they are, numbers included; ValueError for one that the table refuses."""
        import sqlite3

        columns = list(self.columns(table))
        marks = ", ".join(f":{column}" for column in columns)
        quoted = ", ".join(f'"{column}"' for column in columns)
        statement = f'INSERT INTO "{table}" ({quoted}) VALUES ({marks})'
        count = 0
        for row in rows:
            count += 1
            try:
                self._db.execute(statement, dict(row))
            except (sqlite3.Error, OverflowError) as error:
                raise ValueError(f"row {count} of {table}: {error}") from error
        return count

    def clear(self, table: str) -> None:
        """Take all rows of a table away."""
        self._db.execute(f'DELETE FROM "{table}"')

    def broken_references(self) -> list[str]:
        """Return, in words, the rows that point to rows that are not there."""
        found = self._db.execute("PRAGMA foreign_key_check").fetchmany(5)
        return [f"row {row} of {table} points to no row of {to}" for table, row, to, _ in found]
