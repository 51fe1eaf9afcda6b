"""Opening a library: what is ours, what is too new, what is locked, and what is backed up first."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlite_utils import Database

from khiva_notes.model.errors import UserError
from khiva_notes.services import cards
from khiva_notes.services.folders import Folders, shipped
from khiva_notes.services.library import Library
from khiva_notes.store import connection
from khiva_notes.store.migrations import KNOWN, MIGRATIONS
from khiva_notes.store.store import Reader

FIRST_FORMAT = Path(__file__).parent / "formats" / "0001.khiva"


def pragma(path: Path, name: str) -> object:
    found = sqlite3.connect(path)
    try:
        return found.execute(f"PRAGMA {name}").fetchone()[0]
    finally:
        found.close()


def test_a_library_says_what_it_is_and_writes_ahead(library: Library) -> None:
    assert pragma(library.path, "application_id") == int.from_bytes(b"KHIV", "big")
    assert pragma(library.path, "journal_mode") == "wal"


def test_a_row_that_points_nowhere_is_refused(library: Library) -> None:
    with pytest.raises(sqlite3.IntegrityError), library.change("Break") as data:
        data.links.add(1, 2, "supports")


def test_one_library_is_written_by_one_program_at_a_time(
    library: Library, folders: Folders
) -> None:
    code = (
        "import sys; from pathlib import Path; from khiva_notes.services.library import Library\n"
        "from khiva_notes.model.errors import UserError\n"
        "try:\n    Library.open(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "except UserError as error:\n    print(error)"
    )
    other = subprocess.run(
        [sys.executable, "-c", code, library.path, folders.locks], capture_output=True, text=True
    )
    assert "open in another Khiva Notes" in other.stdout, other.stderr
    reader = Reader(library.path)
    assert reader.data.items.counts() == {}
    reader.close()


def test_a_library_on_a_medium_that_cannot_be_written_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "cd"
    folder.mkdir()
    path = Path(shutil.copy(shipped("sample_db") / "khiva.khiva", folder))
    path.chmod(0o444)
    folder.chmod(0o555)
    try:
        reader = Reader(path)
        assert reader.data.items.counts()["dispute"] >= 6
        reader.close()
    finally:
        folder.chmod(0o755)


def test_a_backup_is_made_before_a_migration_and_nothing_is_lost(
    library: Library, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = cards.create(library, "person", "Olim")
    path = library.path
    library.close()
    steps = type(MIGRATIONS)("khiva-notes")
    for step in MIGRATIONS._migrations:
        steps(name=step.name)(step.fn)

    @steps(name="0999_test")
    def add_a_column(db: Database) -> None:
        db.execute("ALTER TABLE items ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue'")

    monkeypatch.setattr(connection, "MIGRATIONS", steps)
    monkeypatch.setattr(connection, "KNOWN", KNOWN | {"0999_test"})
    with pytest.raises(UserError, match="older version"):
        Reader(path)
    with Library.open(path, folders.locks) as opened:
        assert opened.data.items.get(person.id).title == "Olim"
    (backup,) = path.parent.glob("notes (backup *).khiva")
    monkeypatch.undo()
    with pytest.raises(UserError, match="newer version"):
        Library.open(path, folders.locks)
    with Library.open(backup, folders.locks) as before:
        assert before.data.items.get(person.id).title == "Olim"


def test_a_migration_that_fails_leaves_the_library_as_it_was(
    library: Library, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = library.path
    cards.create(library, "person", "Olim")
    library.close()
    steps = type(MIGRATIONS)("khiva-notes")
    for step in MIGRATIONS._migrations:
        steps(name=step.name)(step.fn)

    @steps(name="0999_test")
    def break_a_link(db: Database) -> None:
        db.execute("DELETE FROM items")
        db.execute("INSERT INTO links (from_id, to_id, type) VALUES (1, 2, 'x')")

    monkeypatch.setattr(connection, "MIGRATIONS", steps)
    monkeypatch.setattr(connection, "KNOWN", KNOWN | {"0999_test"})
    with pytest.raises(UserError, match="damaged"):
        Library.open(path, folders.locks)
    monkeypatch.undo()
    with Library.open(path, folders.locks) as opened:
        assert opened.data.items.counts() == {"person": 1}


def test_a_library_of_the_first_released_format_opens(tmp_path: Path, folders: Folders) -> None:
    path = Path(shutil.copy(FIRST_FORMAT, tmp_path / "old.khiva"))
    with Library.open(path, folders.locks) as library:
        person = library.data.items.by_key("olim")
        assert person is not None and person.title == "Said Olimkhan"
        source = library.data.items.all("source")[0]
        version = library.data.texts.current(source.id)
        assert version is not None
        assert "Emir of Bukhara" in library.data.texts.body(version.id).text
