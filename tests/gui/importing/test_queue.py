"""A folder of documents brought in through the window."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from khiva_notes.gui.application import make_window
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
