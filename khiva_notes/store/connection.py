"""Opening a library file: what it is, whether it is ours, and bringing it up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from sqlite_utils import Database

from khiva_notes.model.errors import UserError
from khiva_notes.store.migrations import KNOWN, MIGRATIONS

APPLICATION_ID = 0x4B484956
"""``KHIV`` in ASCII, in the SQLite header's application id."""

_BUSY_MS = 5000


def create(path: Path) -> Database:
    """Make an empty library file at ``path``; UserError if something stands there already."""
    if path.exists():
        raise UserError(f"{path} exists already.", "Choose another name; nothing was changed.")
    if not path.parent.is_dir():
        raise UserError(f"There is no folder {path.parent}.", "Make it first, or choose another.")
    try:
        db = _connect(path, "rwc")
        with db.atomic():
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            MIGRATIONS.apply(db)
        _tune(db)
    except sqlite3.Error as error:
        raise UserError(f"{path} cannot be written ({error}).", "Choose another place.") from error
    return db


def open_for_writing(path: Path) -> Database:
    """Open a library, backed up and migrated if it is of an older version.

    UserError if there is no such file, if it is not a library, if it cannot be written, or if a
    newer version of the program has made it.
    """
    _must_be_library(path)
    with _closed_on_failure(path, "rw") as db:
        _must_not_be_newer(db, path)
        if MIGRATIONS.pending(db):
            _migrate(db, path)
        _tune(db)
    return db


def open_for_reading(path: Path) -> Database:
    """Open a library that nothing will be written to, also on a medium that cannot be written.

    UserError as for writing, and for a library that an older version has made and that needs
    to be opened for writing once.
    """
    _must_be_library(path)
    with _closed_on_failure(path, "ro", immutable=not _readable(path)) as db:
        _must_not_be_newer(db, path)
        if MIGRATIONS.pending(db):
            raise UserError(
                f"{path.name} was made by an older version of Khiva Notes.",
                "Open it in the window once; it is backed up and brought up to date.",
            )
    return db


@contextmanager
def _closed_on_failure(path: Path, mode: str, *, immutable: bool = False) -> Iterator[Database]:
    """Connect, and close again if the block fails; what SQLite complains of is put in words."""
    db = None
    try:
        db = _connect(path, mode, immutable=immutable)
        yield db
    except BaseException as error:
        if db is not None:
            db.close()
        if isinstance(error, sqlite3.Error):
            raise _broken(path, error) from error
        raise


def _readable(path: Path) -> bool:
    """Tell whether the file can be read with its write-ahead log, which needs a place to write."""
    db = _connect(path, "ro")
    try:
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        return False
    except sqlite3.DatabaseError:
        return True
    finally:
        db.close()
    return True


def is_library(path: Path) -> bool:
    """Tell from the file's header alone whether it is one of our libraries."""
    try:
        with path.open("rb") as file:
            header = file.read(72)
    except OSError:
        return False
    return (
        header[:16] == b"SQLite format 3\x00"
        and int.from_bytes(header[68:72], "big") == APPLICATION_ID
    )


def back_up(db: Database, target: Path) -> None:
    """Copy the whole library, as it now stands, into a new file that is complete or absent."""
    partial = target.with_name(target.name + ".part")
    partial.unlink(missing_ok=True)
    copy = sqlite3.connect(partial)
    try:
        db.conn.backup(copy)
    finally:
        copy.close()
    partial.replace(target)


def checkpoint(path: Path) -> None:
    """Move the write-ahead log into the library and to the disk, without making anyone wait.

    Meant for a worker thread: it uses a connection of its own.
    """
    db = _connect(path, "rw")
    try:
        db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
    except sqlite3.OperationalError as error:
        if "locked" not in str(error) and "busy" not in str(error):
            raise
    finally:
        db.close()


def _connect(path: Path, mode: str, *, immutable: bool = False) -> Database:
    uri = f"file:{quote(str(path.resolve()))}?mode={mode}" + ("&immutable=1" if immutable else "")
    connection = sqlite3.connect(uri, uri=True, timeout=_BUSY_MS / 1000)
    connection.create_function("casefold", 1, str.casefold, deterministic=True)
    db = Database(connection, execute_plugins=False)
    db.execute("PRAGMA foreign_keys = ON")
    return db


def _tune(db: Database) -> None:
    db.enable_wal()
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute("PRAGMA wal_autocheckpoint = 0")
    db.execute("PRAGMA foreign_keys = ON")


def _migrate(db: Database, path: Path) -> None:
    stamp = datetime.now(UTC).strftime("%Y-%m-%d %H%M%S")
    back_up(db, path.with_name(f"{path.stem} (backup {stamp}){path.suffix}"))
    db.execute("PRAGMA foreign_keys = OFF")
    with db.atomic():
        MIGRATIONS.apply(db)
        broken = db.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise sqlite3.IntegrityError(f"{len(broken)} rows point nowhere after the update")


def _must_be_library(path: Path) -> None:
    if not path.exists():
        raise UserError(f"There is no library {path}.", "Check the name, or make it with 'new'.")
    if path.is_dir():
        raise UserError(f"{path} is a folder.", "Name a library file, such as notes.khiva.")
    try:
        with path.open("rb") as file:
            header = file.read(16)
    except OSError as error:
        raise UserError(f"{path} cannot be read ({error.strerror}).") from error
    if header != b"SQLite format 3\x00":
        raise UserError(
            f"{path} is not a Khiva Notes library.",
            "To bring a text into a library, use 'import'.",
        )
    if not is_library(path):
        raise UserError(
            f"{path} is a database of another program, not a Khiva Notes library.",
            "It was left as it is.",
        )


def _must_not_be_newer(db: Database, path: Path) -> None:
    unknown = [step.name for step in MIGRATIONS.applied(db) if step.name not in KNOWN]
    if unknown:
        raise UserError(
            f"{path.name} was made by a newer version of Khiva Notes ({unknown[-1]}).",
            "Update the program to open it; it was left as it is.",
        )


def _broken(path: Path, error: sqlite3.Error) -> UserError:
    text = str(error)
    if "locked" in text or "busy" in text:
        return UserError(f"{path.name} is in use by another program.", "Try again in a moment.")
    if "readonly" in text or "unable to open" in text:
        return UserError(f"{path.name} cannot be written ({text}).", "Check its permissions.")
    return UserError(
        f"{path.name} is damaged ({text}).",
        "Restore it from a backup; the file was left as it is.",
    )
