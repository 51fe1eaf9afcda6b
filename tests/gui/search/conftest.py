"""The whole window over a copy of the sample, its index built: what keys do depends on it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from khiva_notes.gui.application import make_window
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.main_window import MainWindow
from khiva_notes.services.folders import Folders, shipped


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, folders: Folders) -> Iterator[MainWindow]:
    """The window, with a copy of the sample open and its index built."""
    window = make_window(qapp, folders)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    path = folders.documents / "sample.khiva"
    shutil.copy(shipped("sample_db") / "khiva.khiva", path)
    window.begin(path)
    indexer = desk_of(window).session.indexer
    qtbot.waitUntil(lambda: indexer.standing.whole, timeout=20_000)
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def open_desk(window: MainWindow) -> Desk:
    """The desk of the library that is open."""
    return desk_of(window)


def desk_of(window: MainWindow) -> Desk:
    """The desk of the library that a window has open."""
    assert window.desk is not None
    return window.desk
