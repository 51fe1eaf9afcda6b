"""A library of Zotero comes in with what hangs on its works, and stays as it is."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from khiva_notes.model.errors import UserError
from khiva_notes.services import works
from khiva_notes.services.importing import import_many
from khiva_notes.services.library import Library
from khiva_notes.services.zotero import read_zotero
from tests.services.zotero_library import make_zotero


@pytest.mark.parametrize("schema", [100, 107, 121, 130])
def test_works_come_in_with_notes_marks_tags_and_archive(
    library: Library, tmp_path: Path, schema: int
) -> None:
    path = tmp_path / "zotero.sqlite"
    running = make_zotero(path, schema=schema)
    try:
        report = import_many(library, [path])
    finally:
        running.close()
    assert report.lines() == ["zotero.sqlite: 2 works came in."]
    book, letter = sorted(library.data.items.all("source"), key=lambda each: each.id)
    assert (book.title, letter.title) == ("Туркестан", "Report on Khiva")
    assert book.fields["authors"] == "Бартольд, В. В."
    assert letter.fields["archive"] == "ЦГА РУз"
    assert letter.fields["shelfmark"] == "Ф. 125, д. 34"
    assert letter.fields["authors"] == "Bukhara Commission"
    assert works.citekey_of(library.data, book.id) == "bartold63"
    assert library.data.works.of(book.id).csl["note"] == "read twice"
    assert sorted(library.data.tags.of(book.id)) == ["Khiva", "khans"]
    assert "## On it\n\nSee **p. 5** & on.\n\n- one\n- two" in book.body
    assert "Files: turkestan.pdf" in book.body
    assert ("> The khan was killed. (p. 107)\n\nby whom?" in book.body) == (schema >= 110)
    assert (
        library.data.dates.of_many("item", [letter.id])[letter.id]["published"].edtf == "1918-10-01"
    )


def test_zotero_itself_is_not_touched_and_twice_is_once(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "zotero.sqlite"
    make_zotero(path).close()
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    import_many(library, [path])
    again = import_many(library, [path])
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    assert sorted(each.name for each in tmp_path.iterdir() if "zotero" in each.name) == [path.name]
    assert "2 were in the library already" in " ".join(again.lines())
    assert len(library.data.items.all("source")) == 2


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\x00 cut", b"not a database at all" * 99])
def test_what_is_no_zotero_library_is_said_calmly(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "zotero.sqlite"
    path.write_bytes(data)
    with pytest.raises(UserError):
        read_zotero(path)


def test_a_damaged_library_never_breaks_reading(tmp_path: Path) -> None:
    path = tmp_path / "zotero.sqlite"
    make_zotero(path).close()
    whole = path.read_bytes()
    for at in range(100, len(whole), len(whole) // 40):
        path.write_bytes(whole[:at] + bytes(reversed(whole[at : at + 300])) + whole[at + 300 :])
        try:
            read_zotero(path)
        except UserError as error:
            assert error.remedy


def test_damage_that_sqlite_quotes_in_its_error_is_said_calmly(tmp_path: Path) -> None:
    path = tmp_path / "zotero.sqlite"
    make_zotero(path).close()
    whole = path.read_bytes()
    damaged = whole.replace(b"tableitemNotes", b"table\xb6\xff\xb6emNote")
    path.write_bytes(damaged.replace(b"CREATE TABLE itemNotes", b"CREATE TABLX itemNotes"))
    with pytest.raises(UserError, match="damaged"):
        read_zotero(path)


def test_collections_lie_in_one_another_groups_are_told_apart_and_loose_notes_stay(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "zotero.sqlite"
    db = make_zotero(path)
    db.executescript(
        """
        INSERT INTO collections VALUES (2, 'Sources', 1, 1, 'COLLKEY2'), (3, 'A', 4, 1, 'K3'),
          (4, 'B', 3, 1, 'K4'), (5, 'Shared', NULL, 2, 'K5');
        INSERT INTO collectionItems VALUES (2, 1, 0), (3, 1, 0), (5, 7, 0);
        CREATE TABLE groups (groupID INTEGER PRIMARY KEY, libraryID INT, name TEXT);
        INSERT INTO groups VALUES (900, 2, 'Seminar');
        INSERT INTO items (itemID, itemTypeID, libraryID, key) VALUES (7, 2, 2, 'SHAREDKEY');
        INSERT INTO itemData VALUES (7, 1, 1);
        INSERT INTO items (itemID, itemTypeID, libraryID, key) VALUES (8, 1, 1, 'LOOSEKEY');
        INSERT INTO itemNotes VALUES (8, NULL, '<h1>To ask</h1><p>Who was there?</p>', 'To ask');
        """
    )
    db.close()
    import_many(library, [path])
    sources = library.data.items.all("source")
    tags = {tag for source in sources for tag in library.data.tags.of(source.id)}
    assert {"Khiva", "Khiva/Sources", "Seminar/Shared"} <= tags
    (note,) = [source for source in sources if source.title == "To ask"]
    assert note.body == "# To ask\n\nWho was there?"
    import_many(library, [path])
    assert len(library.data.items.all("source")) == len(sources)
