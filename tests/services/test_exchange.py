"""A library written as JSON and made again is the same one; bad documents change nothing."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from khiva_notes.model.errors import UserError
from khiva_notes.services import cards
from khiva_notes.services.exchange import export_json, export_json_of, import_json, restore
from khiva_notes.services.folders import Folders
from khiva_notes.services.library import Library
from khiva_notes.store.rows import TABLES
from tests.services.test_undo import ACTIONS, act, build, rows

SCHEMA = Path(__file__).resolve().parents[2] / "resources" / "library.schema.json"


def same(first: Path, second: Path) -> bool:
    """Whether two files hold the same rows, apart from the libraries' own identities."""
    one, other = rows(first), rows(second)
    identities = [held.pop("library")[0] for held in (one, other)]
    assert identities[0][2:] == identities[1][2:]
    assert identities[0][1] != identities[1][1]
    for table in one.keys() - {"_sqlite_migrations"}:
        assert one[table] == other[table], table
    return True


def test_a_library_comes_back_row_for_row_from_its_document(
    library: Library, folders: Folders
) -> None:
    build(library)
    target = folders.documents / "notes.json"
    count = export_json(library.data, target)
    made = folders.documents / "again.khiva"
    assert restore(target, made, folders.locks) == count
    assert same(library.path, made)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(ACTIONS)
def test_any_library_comes_back_and_its_document_keeps_to_the_schema(actions: list) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, document = Path(folder, "one.khiva"), Path(folder, "one.json")
        with Library.create(path, Path(folder, "locks"), "Random") as library:
            for action, which, words in actions:
                act(library, action, which, words)
            export_json(library.data, document)
            restore(document, Path(folder, "two.khiva"), Path(folder, "locks"))
            assert same(path, Path(folder, "two.khiva"))
        written = json.loads(document.read_text(encoding="utf-8"))
        jsonschema.validate(written, json.loads(SCHEMA.read_text(encoding="utf-8")))


def test_the_document_keeps_to_the_schema_and_the_schema_knows_every_column(
    library: Library, folders: Folders
) -> None:
    build(library)
    target = folders.documents / "notes.json"
    export_json_of(library.path, target)
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    document = json.loads(target.read_text(encoding="utf-8"))
    jsonschema.validate(document, schema)
    tables = schema["properties"]["tables"]["properties"]
    assert list(tables) == list(TABLES)
    for table in TABLES:
        assert list(tables[table]["items"]["properties"]) == list(library.data.rows.columns(table))
    document["tables"]["items"][0]["fields"] = "role: khan"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, schema)


def test_however_the_document_is_laid_out_it_is_read(library: Library, folders: Folders) -> None:
    build(library)
    target = folders.documents / "notes.json"
    export_json(library.data, target)
    laid_out = json.dumps(json.loads(target.read_text(encoding="utf-8")), indent=4)
    target.write_text(laid_out, encoding="utf-8")
    restore(target, folders.documents / "again.khiva", folders.locks)
    assert same(library.path, folders.documents / "again.khiva")


def test_without_the_files_everything_else_comes_back(library: Library, folders: Folders) -> None:
    build(library)
    target = folders.documents / "notes.json"
    export_json(library.data, target, files=False)
    assert "originals" not in json.loads(target.read_text(encoding="utf-8"))["tables"]
    restore(target, folders.documents / "again.khiva", folders.locks)
    before, after = rows(library.path), rows(folders.documents / "again.khiva")
    assert after["originals"] == [] and before["originals"]
    assert after["text_versions"] == before["text_versions"]


def test_the_import_is_one_step_to_undo(library: Library, folders: Folders) -> None:
    build(library)
    target = folders.documents / "notes.json"
    export_json(library.data, target)
    with Library.create(folders.documents / "other.khiva", folders.locks, "Mine") as other:
        before = rows(other.path)
        import_json(other, target)
        assert other.data.library.get().title == library.data.library.get().title
        assert other.undo_label == "Import library"
        other.undo()
        assert rows(other.path) == before


def test_a_library_that_holds_something_is_not_mixed_up(library: Library, folders: Folders) -> None:
    cards.create(library, "person", "Said")
    target = folders.documents / "notes.json"
    export_json(library.data, target)
    before = rows(library.path)
    with pytest.raises(UserError, match="empty library"):
        import_json(library, target)
    assert rows(library.path) == before


def spoilt(document: dict, how: str) -> str:
    """The document with one thing wrong."""
    tables = document["tables"]
    if how == "newer":
        document["version"] = 99
    elif how == "other":
        document["format"] = "recipes"
    elif how == "table":
        tables["recipes"] = []
    elif how == "column":
        tables["items"][0]["taste"] = "sweet"
    elif how == "type":
        tables["items"][0]["title"] = 7
    elif how == "nowhere":
        tables["passages"][0]["version_id"] = 999
    elif how == "words":
        tables["passages"][0]["exact"] = "never written"
    elif how == "blocks":
        tables["text_versions"][0]["blocks"] = [[0, 5, "paragraph", 0]]
    elif how == "pages":
        tables["text_versions"][0]["pages"] = [[3]]
    elif how == "kind":
        tables["items"][0]["kind"] = "dragon"
    elif how == "twice":
        tables["items"].append(dict(tables["items"][0]))
    elif how == "huge":
        tables["items"][0]["starred"] = 10**40
    elif how == "deep":
        return '{"format": "khiva-notes-library", "version": 1, "tables": ' + "[" * 100_000
    text = json.dumps(document)
    return text[: len(text) // 2] if how == "cut" else text


@pytest.mark.parametrize(
    "how",
    ["newer", "other", "table", "column", "type", "nowhere", "words", "blocks", "pages", "kind",
     "twice", "huge", "deep", "cut"],
)  # fmt: skip
def test_a_bad_document_is_refused_and_nothing_changes(
    library: Library, folders: Folders, how: str
) -> None:
    build(library)
    target = folders.documents / "notes.json"
    export_json(library.data, target)
    document = json.loads(target.read_text(encoding="utf-8"))
    target.write_text(spoilt(document, how), encoding="utf-8")
    with Library.create(folders.documents / "other.khiva", folders.locks) as other:
        before = rows(other.path)
        with pytest.raises(UserError):
            import_json(other, target)
        assert rows(other.path) == before
        assert other.undo_label == ""
    with pytest.raises(UserError):
        restore(target, folders.documents / "third.khiva", folders.locks)
    assert not (folders.documents / "third.khiva").exists()


def test_bytes_that_are_no_text_are_refused(folders: Folders) -> None:
    target = folders.documents / "notes.json"
    target.write_bytes(b'{"format": "\xff\xfe')
    with pytest.raises(UserError):
        restore(target, folders.documents / "third.khiva", folders.locks)


def test_the_restored_file_is_sound_for_sqlite(library: Library, folders: Folders) -> None:
    build(library)
    target = folders.documents / "notes.json"
    export_json(library.data, target)
    restore(target, folders.documents / "again.khiva", folders.locks)
    connection = sqlite3.connect(folders.documents / "again.khiva")
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
