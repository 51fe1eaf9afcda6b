"""The whole window over an empty library."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from khiva_notes.gui.application import make_window
from khiva_notes.gui.main_window import MainWindow
from khiva_notes.services.folders import Folders
from khiva_notes.services.library import Library


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
