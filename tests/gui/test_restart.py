"""A window that is opened again stands where the last one stood."""

from __future__ import annotations

import shutil

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from khiva_notes.gui.application import make_window
from khiva_notes.gui.main_window import MainWindow
from khiva_notes.gui.navigation import Place
from khiva_notes.services.folders import Folders, shipped


def opened(qtbot: QtBot, qapp: QApplication, folders: Folders) -> MainWindow:
    """A window of its own, as the program makes it, in sight."""
    window = make_window(qapp, folders)
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_library_place_and_splitter_are_as_they_were(
    qtbot: QtBot, qapp: QApplication, folders: Folders
) -> None:
    path = folders.documents / "sample.khiva"
    shutil.copy(shipped("sample_db") / "khiva.khiva", path)
    first = opened(qtbot, qapp, folders)
    first.resize(760, 560)
    first.begin(path)
    assert first.desk is not None and first.view is not None
    source = first.desk.session.library.data.items.by_key("khiva-article")
    assert source is not None
    first.desk.navigator.go(Place("source", source.id, start=5000, end=5010))
    page = first.view.page
    qtbot.waitUntil(lambda: page.title() != "")
    qtbot.wait(300)
    first.view.splitter.setSizes([260, 499])
    # The reader has a least width, which this leaves it.
    first.view.splitter.setSizes([190, 569])
    sizes = first.view.splitter.sizes()
    assert sizes == [190, 569]
    left = first.desk.navigator.current
    assert left.item_id == source.id
    first.close()
    first.deleteLater()

    second = opened(qtbot, qapp, folders)
    second.begin(None)
    assert second.desk is not None and second.view is not None
    assert second.desk.session.path == path
    now = second.desk.navigator.current
    assert (now.view, now.item_id, now.start) == ("source", source.id, left.start)
    assert left.start > 0
    qtbot.wait(100)
    assert second.view.splitter.sizes() == sizes
    assert (second.width(), second.height()) == (760, 560)
    second.close()
    second.deleteLater()
