"""One open library file: its repositories, and the one place where transactions are."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from khiva_notes.model.changes import Touch
from khiva_notes.model.errors import UserError
from khiva_notes.store import connection
from khiva_notes.store.journal import Journal, Span
from khiva_notes.store.ownership import touched_items
from khiva_notes.store.repositories import Repositories

DamagedFile = sqlite3.DatabaseError
"""What reading a library raises where the file itself is broken."""


class Reader:
    """A library opened for reading only, on whatever thread asks for it."""

    def __init__(self, path: Path) -> None:
        """Open the library at ``path``; UserError if that cannot be done."""
        self._db = connection.open_for_reading(path)
        self.data = Repositories(self._db)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    @contextmanager
    def moment(self) -> Iterator[Repositories]:
        """Read the library as it is now, whatever is written meanwhile, until the block ends."""
        self._db.execute("BEGIN")
        try:
            yield self.data
        finally:
            self._db.rollback()

    def integrity_problems(self) -> list[str]:
        """Return what SQLite itself finds wrong with the file, in its own words."""
        return integrity_problems(self._db)

    def version(self) -> int:
        """Return a number that is another one after each commit of another program."""
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    def newest_item(self) -> int:
        """Return the highest number that an item has, 0 without any."""
        return int(self._db.execute("SELECT coalesce(max(id), 0) FROM items").fetchone()[0])

    def back_up(self, target: Path) -> None:
        """Copy the library as it now stands into a new file."""
        connection.back_up(self._db, target)


class Store:
    """A library opened for writing; it writes inside ``transaction`` and nowhere else."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self.data = Repositories(db)
        self._journal = Journal(db)
        self._protect(True)

    @classmethod
    def create(cls, path: Path, title: str) -> Store:
        """Make an empty library at ``path`` and open it; UserError if something stands there."""
        db = connection.create(path)
        Repositories(db).library.begin(title)
        return cls(db)

    @classmethod
    def open(cls, path: Path) -> Store:
        """Open a library for writing; UserError if that cannot be done."""
        return cls(connection.open_for_writing(path))

    def close(self) -> None:
        """Let go of the file; the write-ahead log is folded into it."""
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Let writes through until the block ends, then commit them, or none of them."""
        self._protect(False)
        try:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                self._db.rollback()
                raise
        except sqlite3.OperationalError as error:
            if "locked" in str(error) or "busy" in str(error) or "full" in str(error):
                raise UserError(
                    f"The library could not be saved ({error}).",
                    "Nothing of this step was kept; try again.",
                ) from error
            raise
        finally:
            self._protect(True)

    def position(self) -> int:
        """Return where the journal stands, to tell later what was written since."""
        return self._journal.position()

    def touched(self, span: Span) -> tuple[Touch, ...]:
        """Return the items that the row changes of ``span`` concern."""
        return touched_items(self._db, self._journal, self._journal.entries(span))

    def revert(self, span: Span) -> Span:
        """Take a span of row changes back, inside a transaction; return the span that redoes it."""
        return self._journal.revert(span)

    def forget(self, span: Span) -> None:
        """Give up the before-images of a span, inside a transaction."""
        self._journal.forget(span)

    def back_up(self, target: Path) -> None:
        """Copy the library as it now stands into a new file."""
        connection.back_up(self._db, target)

    def compact(self) -> None:
        """Rewrite the file without the space that deleted rows have left, as one plain file."""
        self._protect(False)
        try:
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            self._db.vacuum()
        finally:
            self._protect(True)

    def _protect(self, on: bool) -> None:
        self._db.execute(f"PRAGMA query_only = {'ON' if on else 'OFF'}")


def integrity_problems(db: Database) -> list[str]:
    """Return what SQLite's own checks find: damaged pages, rows that point nowhere."""
    problems = [
        f"The file is damaged: {row[0]}"
        for row in db.execute("PRAGMA integrity_check").fetchall()
        if row[0] != "ok"
    ]
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check").fetchall():
        problems.append(f"Row {row} of {table} points to a row of {parent} that is not there.")
    return problems
