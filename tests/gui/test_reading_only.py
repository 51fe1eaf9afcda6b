"""A second window on the same library: told so, and able to read what the first one writes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QPushButton
from pytestqt.qtbot import QtBot

from khiva_notes.gui.application import make_window
from khiva_notes.gui.main_window import MainWindow
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.session import Session
from khiva_notes.services import cards
from khiva_notes.services.folders import Folders


@pytest.fixture
def writer(qtbot: QtBot, folders: Folders) -> Iterator[Session]:
    """The first program, which has the library open and its index built."""
    session = Session.create(folders.documents / "notes.khiva", folders)
    cards.create(session.library, "person", "Junaid Khan")
    qtbot.waitUntil(lambda: session.indexer.standing.whole, timeout=20_000)
    yield session
    session.close()


@pytest.fixture
def second(
    writer: Session, qtbot: QtBot, qapp: QApplication, folders: Folders
) -> Iterator[MainWindow]:
    """The second window, which has been refused the library and opens it for reading by its key."""
    window = make_window(qapp, folders)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.begin(writer.path)
    assert window.desk is None
    button = window.findChild(QPushButton, "notice-offer")
    assert button is not None and button.isVisible()
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_O, control)
    qtbot.waitUntil(lambda: window.desk is not None)
    yield window
    window.close()
    window.deleteLater()


def test_it_says_that_it_only_reads(second: MainWindow) -> None:
    assert second.findChild(QLabel, "status-saved").text() == "Read only"
    assert "(read only)" in second.windowTitle()
    for name in ("new-person", "import-files", "new-dispute", "undo"):
        assert not second.menus.actions[name].isEnabled(), name
    assert "only be read" in second.menus.actions["new-person"].toolTip()
    second.close_library()
    assert "(read only)" not in second.windowTitle()


def test_a_command_that_writes_answers_calmly(second: MainWindow, qtbot: QtBot) -> None:
    desk = second.desk
    assert desk is not None and second.view is not None
    card = desk.session.library.data.items.all("person")[0]
    desk.navigator.go(Place("card", card.id, edit=True))
    title = QApplication.focusWidget()
    assert title is not None
    qtbot.keyClick(title, Qt.Key.Key_X)
    words = second.view.notices.findChild(QLabel, "notice-words")
    qtbot.waitUntil(lambda: second.view is not None and second.view.notices.isVisible())
    assert "reading only" in words.text()
    assert desk.session.library.data.items.get(card.id).title == "Junaid Khan"


def test_it_shows_and_finds_what_the_other_window_writes(
    second: MainWindow, writer: Session, qtbot: QtBot
) -> None:
    assert second.desk is not None
    card = writer.library.data.items.all("person")[0]
    second.desk.navigator.go(Place("card", card.id))
    cards.rename(writer.library, card.id, "Ishmet Khan")
    page = second.view.page if second.view else None
    assert page is not None
    qtbot.waitUntil(lambda: page.title() == "Ishmet Khan", timeout=10_000)
    indexer = second.desk.session.indexer
    qtbot.waitUntil(
        lambda: writer.indexer.standing.whole and indexer.standing.whole, timeout=10_000
    )
    second.top_bar.focus_search()
    box = second.findChild(QLineEdit, "search-box")
    qtbot.keyClicks(box, "ishmet")

    def found() -> bool:
        shown = second.findChild(QListView, "search-results")
        if shown is None or not shown.isVisible():
            return False
        model = shown.model()
        return "Ishmet Khan" in [model.index(row, 0).data() for row in range(model.rowCount())]

    qtbot.waitUntil(found, timeout=10_000)
