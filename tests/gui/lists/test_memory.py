"""Columns that stay as the user has arranged them, by mouse or by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.lists.page import ListPage
from khiva_notes.gui.navigation import Place
from khiva_notes.services import cards

Key = Qt.Key
ARRANGE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
Open = Callable[[str], ListPage]


@pytest.fixture
def opened(desk: Desk, qtbot: QtBot) -> Iterator[Open]:
    library = desk.session.library
    for title in ("B", "A", "C"):
        cards.create(library, "claim", title)
        cards.create(library, "person", title)
    pages: list[ListPage] = []

    def make(what: str) -> ListPage:
        """A list page as after a new start of the program."""
        page = ListPage(desk)
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(1000, 500)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        page.open(Place("list", kind=what))
        qtbot.waitUntil(lambda: page.status() == "3 of 3")
        return page

    yield make
    for page in pages:
        page.hide()


def headings(page: ListPage) -> list[str]:
    header, model = page.table.horizontalHeader(), page.table.model()
    assert model is not None
    order = sorted(range(header.count()), key=header.visualIndex)
    return [
        model.headerData(number, Qt.Orientation.Horizontal)
        for number in order
        if not header.isSectionHidden(number)
    ]


def titles(page: ListPage) -> list[str]:
    model = page.table.model()
    assert model is not None
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def width(page: ListPage, number: int) -> int:
    return page.table.columnWidth(number)


def test_order_widths_and_sort_are_kept_for_each_kind(
    opened: Open, desk: Desk, qtbot: QtBot
) -> None:
    page = opened("claim")
    before = headings(page)
    page.table.setCurrentIndex(page.table.model().index(0, 1))  # type: ignore[union-attr]
    qtbot.keyClick(page.table, Key.Key_Right, ARRANGE)
    wide = width(page, 1)
    qtbot.keyClick(page.table, Key.Key_Right, ARRANGE | Qt.KeyboardModifier.ShiftModifier)
    page.table.setCurrentIndex(page.table.model().index(0, 0))  # type: ignore[union-attr]
    qtbot.keyClick(page.table, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: titles(page) == ["C", "B", "A"])
    wanted = [before[0], before[2], before[1], *before[3:]]
    assert headings(page) == wanted
    qtbot.waitUntil(lambda: '"widths": {"' in desk.preferences.get("list-columns-claim", ""))
    again = opened("claim")
    assert headings(again) == wanted
    assert width(again, 1) == wide + 16
    assert titles(again) == ["C", "B", "A"]
    assert titles(opened("person")) == ["A", "B", "C"]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_columns_are_shown_hidden_and_set_back_by_keys(
    opened: Open, desk: Desk, qtbot: QtBot
) -> None:
    page = opened("claim")
    before = headings(page)

    def choose(words: str) -> None:
        page.activateWindow()
        page.table.setFocus()
        qtbot.waitUntil(page.table.hasFocus)
        control = Qt.KeyboardModifier.ControlModifier
        qtbot.keyClick(page.table, Key.Key_K, control | Qt.KeyboardModifier.ShiftModifier)
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        menu.setActiveAction(next(a for a in menu.actions() if a.text() == words))
        qtbot.keyClick(menu, Key.Key_Return)
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)

    choose("Tags")
    assert headings(page) == [name for name in before if name != "Tags"]
    qtbot.waitUntil(lambda: '"tags"' in desk.preferences.get("list-columns-claim", ""))
    choose("The usual columns and order")
    assert headings(page) == before
    choose("Tags")
    qtbot.waitUntil(lambda: '"tags"' in desk.preferences.get("list-columns-claim", ""))
    assert "Tags" not in headings(opened("claim"))


def test_settings_that_cannot_be_read_are_passed_over(opened: Open, desk: Desk) -> None:
    desk.preferences.set("list-columns-claim", '{"order": 3}')
    assert titles(opened("claim")) == ["A", "B", "C"]
