"""Passages of the first format learn where they stood before, and lose nothing by it."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

from khiva_notes.services import passages, versions
from khiva_notes.services.folders import Folders
from khiva_notes.services.library import Library
from tests.texts import plain

FIRST_FORMAT = Path(__file__).parent / "formats" / "0001.khiva"


def rows(path: Path, columns: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(f"SELECT {columns} FROM passages ORDER BY id").fetchall()
    finally:
        connection.close()


def test_a_library_of_the_first_format_takes_a_corrected_text(
    tmp_path: Path, folders: Folders
) -> None:
    path = Path(shutil.copy(FIRST_FORMAT, tmp_path / "old.khiva"))
    columns = 'id, version_id, item_id, "start", "end", exact, status'
    before = rows(path, columns)
    with Library.open(path, folders.locks) as library:
        source = library.data.items.all("source")[0]
        current = library.data.texts.current(source.id)
        assert current is not None
        text = library.data.texts.body(current.id).text
        start = text.index("Emir of Bukhara")
        added = passages.highlight(library, current.id, start, start + 15)
        assert library.data.passages.origins([row[0] for row in before]) == {}
        changed = text.replace("Emir of Bukhara", "Amir of Bukhara").split("\n")
        report = versions.add_version(library, source.id, plain(*changed), "corrected.txt")
        assert added in report.fuzzy
        assert library.data.passages.origins([added])[added].version_id == current.id
        library.undo()
        library.undo()
    assert rows(path, columns) == before
    assert rows(path, "was_version_id, was_start, was_end") == [(None, None, None)] * len(before)
