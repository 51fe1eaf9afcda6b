"""Rows that leave a list: dragged with the mouse, or sent to a dispute by key."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from khiva_notes.gui.cards.name_book import NameBook
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.lists.page import ListPage
from khiva_notes.gui.navigation import Place
from khiva_notes.services import cards, disputes

Key = Qt.Key


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> Iterator[QWidget]:
    library = desk.session.library
    for title in ("A", "B", "C"):
        cards.create(library, "event", title)
    disputes.create_dispute(library, "Which came first?")
    window = QWidget()
    page = ListPage(desk)
    desk.session.changed.connect(page.follow)
    row = QHBoxLayout(window)
    row.addWidget(page)
    qtbot.addWidget(window)
    window.resize(900, 500)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    page.open(Place("list", kind="event"))
    qtbot.waitUntil(lambda: page.table.model().rowCount() == 3)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: NameBook.of(desk).complete)
    yield window
    window.hide()


def the_page(window: QWidget) -> ListPage:
    page = window.findChild(ListPage)
    assert isinstance(page, ListPage)
    return page


def test_the_mouse_drags_all_selected_rows(window: QWidget, desk: Desk, qtbot: QtBot) -> None:
    page = the_page(window)
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    handle, view = window.windowHandle(), page.table.viewport()
    spot = page.table.visualRect(page.table.model().index(0, 0)).center()  # type: ignore[union-attr]
    start = window.mapFromGlobal(view.mapToGlobal(spot))
    carried: list[list[str]] = []
    page.table.carried.connect(lambda: carried.append([r.title for r in page.table.selected()]))
    QTimer.singleShot(
        50, handle, lambda: QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=start)
    )
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(handle, start + QPoint(20, 0))
    QTest.mouseMove(handle, start + QPoint(40, 0))
    assert carried == [["A", "B"]]


def test_selected_rows_go_to_a_dispute_by_key(window: QWidget, desk: Desk, qtbot: QtBot) -> None:
    page = the_page(window)
    library = desk.session.library
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(page.table, Key.Key_A, control | Qt.KeyboardModifier.ShiftModifier)
    panel = page.findChild(QWidget, "add-to-dispute-panel")
    assert panel is not None
    assert "2 cards" in panel.accessibleName()
    field = window.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, "first")
    qtbot.keyClick(field, Key.Key_Return)
    (dispute,) = library.data.items.all("dispute")
    ids = [item.id for item in library.data.items.all("event")]
    assert [link.to_id for link in library.data.links.of(dispute.id)] == ids[:2]
    assert window.focusWidget() is page.table
    assert page.findChild(QWidget, "add-to-dispute-panel") is None


def test_escape_leaves_everything_as_it_was(window: QWidget, desk: Desk, qtbot: QtBot) -> None:
    page = the_page(window)
    page.table.selectRow(0)
    label = desk.session.library.undo_label
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(page.table, Key.Key_A, control | Qt.KeyboardModifier.ShiftModifier)
    field = window.focusWidget()
    assert field is not None
    assert field is not page.table
    qtbot.keyClick(field, Key.Key_Escape)
    assert window.focusWidget() is page.table
    assert desk.session.library.undo_label == label
