"""The sample library is what its readable text says, is sound, and can be found in."""

from __future__ import annotations

import importlib.util
import sqlite3
from pathlib import Path
from types import ModuleType

import pytest

from khiva_notes.services.checking import check
from khiva_notes.services.comparison import compare
from khiva_notes.services.folders import Folders, shipped
from khiva_notes.services.searching import LibrarySearch, Seeker
from khiva_notes.store.store import Reader

SAMPLE = shipped("sample_db") / "khiva.khiva"

OF_THE_MOMENT = {"created", "modified", "decided", "uid"}


@pytest.fixture(scope="module")
def rebuild() -> ModuleType:
    """The script that builds the sample."""
    spec = importlib.util.spec_from_file_location("rebuild", SAMPLE.with_name("rebuild.py"))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def contents(path: Path) -> dict[str, list[dict[str, object]]]:
    """Every row of every table but for moments and identities, and the log of steps."""
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    try:
        names = [
            row["name"]
            for row in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' "
                "AND name NOT IN ('revisions', '_sqlite_migrations')"
            )
        ]
        return {
            name: [
                {key: row[key] for key in tuple(row.keys()) if key not in OF_THE_MOMENT}
                for row in connection.execute(f'SELECT * FROM "{name}" ORDER BY 1, 2')
            ]
            for name in names
        }
    finally:
        connection.close()


def test_the_sample_is_what_its_text_says(rebuild: ModuleType, tmp_path: Path) -> None:
    rebuild.build(tmp_path / "khiva.khiva", tmp_path / "locks")
    built, kept = contents(tmp_path / "khiva.khiva"), contents(SAMPLE)
    assert built.keys() == kept.keys()
    for table in kept:
        assert built[table] == kept[table], f"run sample_db/rebuild.py: {table} differs"


def test_the_sample_is_sound(tmp_path: Path) -> None:
    assert check(SAMPLE, tmp_path / "indexes") == []


def test_the_sample_holds_what_a_close_reading_finds() -> None:
    reader = Reader(SAMPLE)
    data = reader.data
    counts = data.items.counts()
    assert counts["claim"] >= 40
    assert counts["dispute"] >= 6
    version = data.texts.all_current()[0]
    marks = [(mark.number, mark.locator) for mark in data.citations.in_version(version.id)]
    assert marks == [
        ("1", "107"),
        ("2", "37"),
        ("3", "179"),
        ("4", "47"),
        ("5", "109"),
        ("7", "55-56"),
        ("8", "560"),
        ("9", "139"),
        ("10", "111"),
        ("11", "299-300"),
        ("12", "112"),
        ("13", "305"),
    ]
    murder = data.items.by_key("murder-of-the-khan")
    assert murder is not None
    date = data.dates.of(murder.id)["date"]
    assert (date.original, date.edtf, date.inferred) == ("On October 1", "1918-10-01", True)
    for claim in data.items.all("claim"):
        assert data.passages.of(claim.id), f"{claim.key} has no passage"
        assert any(link.type == "speaker" for link in data.links.of(claim.id)), claim.key
    for dispute in data.items.all("dispute"):
        comparison = compare(data, dispute.id)
        assert len(comparison.columns) >= 2, dispute.key
        assert any(cell.value for row in comparison.rows for cell in row.cells), dispute.key
    reader.close()


@pytest.mark.parametrize("query", ["Zhunaidkhan", "Junaid Khan", "Zhunaid Khan", "Джунаид"])
def test_one_man_is_found_under_every_spelling(query: str, folders: Folders) -> None:
    search = LibrarySearch(SAMPLE, folders.indexes)
    search.catch_up()
    seeker = Seeker(search, SAMPLE)
    answer = seeker.find(query, limit=500)
    seeker.close()
    search.close()
    assert "junaid-khan" in [hit.item.key for hit in answer.found if hit.kind == "person"]
    assert len([hit for hit in answer.found if hit.kind == "text"]) >= 6
