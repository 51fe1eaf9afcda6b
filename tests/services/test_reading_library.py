"""A library that is open elsewhere can be read and followed, and cannot be changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from khiva_notes.model.changes import ChangeSet
from khiva_notes.model.errors import UserError
from khiva_notes.services import cards, links, trash
from khiva_notes.services.folders import Folders
from khiva_notes.services.library import Library
from khiva_notes.services.lock import OpenElsewhere
from khiva_notes.services.reading_library import ReadingLibrary


@pytest.fixture
def reading(library: Library) -> Iterator[ReadingLibrary]:
    """The library once more, to be read."""
    reading = ReadingLibrary(library.path)
    yield reading
    reading.close()


def test_a_second_writer_is_told_that_it_may_read(library: Library, folders: Folders) -> None:
    with pytest.raises(OpenElsewhere) as told:
        Library.open(library.path, folders.locks)
    assert "read" in told.value.remedy


def test_nothing_can_be_changed(library: Library, reading: ReadingLibrary) -> None:
    made = cards.create(library, "person", "Junaid")
    assert reading.data.items.get(made.id).title == "Junaid"
    with pytest.raises(UserError) as refused:
        cards.rename(reading, made.id, "Another")
    assert "reading only" in refused.value.what
    for refuse in (reading.undo, reading.redo, reading.compact, reading.become_another):
        with pytest.raises(UserError):
            refuse()
    assert library.data.items.get(made.id).title == "Junaid"


def test_it_learns_what_the_other_program_does(library: Library, reading: ReadingLibrary) -> None:
    told: list[ChangeSet] = []
    stop = reading.subscribe(told.append)
    assert reading.look() is None
    first = cards.create(library, "person", "Junaid")
    second = cards.create(library, "person", "Ishmet")
    assert reading.look() is not None
    assert {(t.item_id, t.verb) for t in told[-1].touched} == {
        (first.id, "added"),
        (second.id, "added"),
    }
    links.tag(library, [first.id], "khans")
    reading.look()
    assert [(t.item_id, t.verb, t.retitled) for t in told[-1].touched] == [
        (first.id, "edited", True)
    ]
    assert reading.data.tags.of(first.id) == ["khans"]
    trash.trash(library, [second.id])
    trash.empty(library)
    reading.look()
    assert (second.id, "removed") in {(t.item_id, t.verb) for t in told[-1].touched}
    count = len(told)
    assert reading.look() is None
    stop()
    library.undo()
    assert reading.look() is not None
    assert len(told) == count


def test_a_copy_can_be_saved(library: Library, reading: ReadingLibrary, tmp_path: Path) -> None:
    made = cards.create(library, "person", "Junaid")
    target = tmp_path / "copy.khiva"
    reading.back_up(target)
    copy = ReadingLibrary(target)
    assert copy.data.items.get(made.id).title == "Junaid"
    copy.close()
    with pytest.raises(UserError):
        reading.back_up(target)
