"""Where the keyboard stands in a library that has just been opened."""

from __future__ import annotations

import shutil

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from khiva_notes.gui.application import make_window
from khiva_notes.services.folders import Folders, shipped


def test_keyboard_stands_in_the_article_once_it_is_read_in(
    qtbot: QtBot, qapp: QApplication, folders: Folders
) -> None:
    path = folders.documents / "sample.khiva"
    shutil.copy(shipped("sample_db") / "khiva.khiva", path)
    window = make_window(qapp, folders)
    window.show()
    window.begin(path)
    qtbot.waitUntil(lambda: qapp.focusWidget() is not None)
    qtbot.waitUntil(lambda: window.desk is not None and window.view is not None)
    assert window.view is not None
    page = window.view.page
    qtbot.waitUntil(lambda: page.title() != "")
    focused = qapp.focusWidget()
    assert focused is not None
    assert focused.objectName() == "reader-text"
    window.close()
    window.deleteLater()
