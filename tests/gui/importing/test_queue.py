"""A folder of documents brought in through the window."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from khiva_notes.gui.application import make_window
from khiva_notes.gui.importing.queue import ImportQueue
from khiva_notes.gui.main_window import MainWindow
from khiva_notes.services.folders import Folders
from khiva_notes.services.library import Library
from tests.importers.documents import SAMPLE, made_by_pandoc

PDF = Path(__file__).parents[2] / "importers" / "fixtures" / "two-columns.pdf"


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, folders: Folders) -> Iterator[MainWindow]:
    """The window with an empty library open."""
    path = folders.documents / "new.khiva"
    Library.create(path, folders.locks).close()
    window = make_window(qapp, folders)
    with qtbot.waitExposed(window):
        window.show()
    window.begin(path)
    yield window
    window.close()
    window.deleteLater()


def test_a_folder_comes_in_and_the_bad_file_stops_no_other(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "a.docx").write_bytes(made_by_pandoc(SAMPLE, "docx"))
    (folder / "b.docx").write_bytes(b"PK\x03\x04 cut short")
    (folder / "c.html").write_text("<html><body><p>A saved page.</p></body></html>")
    shutil.copy(PDF, folder / "d.pdf")
    shutil.copy(PDF, folder / "e.pdf")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    assert window.desk is not None
    library = window.desk.session.library
    window.library_actions.take_files([folder])
    qtbot.waitUntil(lambda: len(library.data.items.all("source")) == 3, timeout=20_000)
    assert sorted(source.title for source in library.data.items.all("source")) == [
        "C",
        "The fall of Khiva",
        "The fall of the Khiva Khanate",
    ]
    qtbot.wait(200)
    assert len(library.data.items.all("source")) == 3


def test_a_long_bibliography_comes_in_piece_by_piece_as_one_step(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    entries = [f"@book{{k{n}, title={{Work {n}}}, year={1800 + n}}}\n" for n in range(130)]
    (tmp_path / "long.bib").write_text("".join(entries))
    assert window.desk is not None
    library, queue = window.desk.session.library, ImportQueue.of(window.desk)
    told = []
    queue.changed.connect(lambda number: told.append(queue.entries[number].words))
    with qtbot.waitSignal(queue.ended, timeout=20_000):
        window.library_actions.take_files([tmp_path / "long.bib"])
    assert len(library.data.items.all("source")) == 130
    assert "40 of 130 works" in told
    assert queue.entries[0].words == "130 works came in."
    assert len(queue.entries[0].items) == 130
    library.undo()
    assert library.data.items.all("source") == []


def test_stopped_on_the_way_what_came_in_stays_and_is_one_step(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    entries = [f"@book{{k{n}, title={{Work {n}}}, year={1800 + n}}}\n" for n in range(400)]
    (tmp_path / "long.bib").write_text("".join(entries))
    assert window.desk is not None
    library, queue = window.desk.session.library, ImportQueue.of(window.desk)

    def stop(number: int) -> None:
        if queue.entries[number].words.startswith("40 of"):
            queue.cancel()

    queue.changed.connect(stop)
    with qtbot.waitSignal(queue.ended, timeout=20_000):
        window.library_actions.take_files([tmp_path / "long.bib"])
    qtbot.wait(100)
    assert len(library.data.items.all("source")) == 40
    assert not queue.busy
    assert queue.entries[0].state == "left"
    library.undo()
    assert library.data.items.all("source") == []
