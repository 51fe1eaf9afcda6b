"""Whatever can have the focus says what it is, and can be reached by the Tab key alone."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from khiva_notes.gui.cards.editor import CardEditor
from khiva_notes.gui.cards.page import CardPage
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.lists.page import ListPage
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.tree.panel import LibraryTree

_ONE_LINE = 8
"""Pixels by which widgets that stand in one line may differ."""


def card(desk: Desk) -> QWidget:
    item = desk.session.library.data.items.by_key("murder-of-the-khan")
    assert item is not None
    return CardEditor(desk, item.id)


def page(desk: Desk) -> QWidget:
    item = desk.session.library.data.items.by_key("junaid-khan")
    assert item is not None
    shown = CardPage(desk)
    shown.open(Place("card", item_id=item.id))
    return shown


def listing(desk: Desk) -> QWidget:
    shown = ListPage(desk)
    shown.open(Place("list", kind="person"))
    return shown


@pytest.mark.parametrize("make", [card, page, listing, LibraryTree])
def test_all_that_can_have_the_focus_has_a_name(
    make: Callable[[Desk], QWidget], sample_desk: Desk, qtbot: QtBot
) -> None:
    widget = make(sample_desk)
    qtbot.addWidget(widget)
    widget.resize(1000, 900)
    with qtbot.waitExposed(widget):
        widget.show()
    qtbot.wait(50)
    nameless = []
    for each in widget.findChildren(QWidget):
        if each.focusPolicy() == Qt.FocusPolicy.NoFocus or not each.isVisibleTo(widget):
            continue
        interface = QAccessible.queryAccessibleInterface(each)
        if interface is None or not interface.text(QAccessible.Text.Name):
            nameless.append((type(each).__name__, each.objectName()))
    assert nameless == []
    widget.hide()


def test_tab_goes_through_a_card_from_top_to_bottom(sample_desk: Desk, qtbot: QtBot) -> None:
    editor = card(sample_desk)
    assert isinstance(editor, CardEditor)
    qtbot.addWidget(editor)
    editor.resize(600, 1400)
    with qtbot.waitExposed(editor):
        editor.show()
    qtbot.wait(50)
    editor.focus_title()
    tops = []
    for _ in range(200):
        focus = QApplication.focusWidget()
        assert focus is not None
        tops.append(focus.mapTo(editor, focus.rect().topLeft()).y())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is editor.focusProxy().focusProxy():
            break
    below = [top for top in tops if top > 40]
    assert len(below) > 12
    assert all(later >= earlier - _ONE_LINE for earlier, later in pairwise(below))
    editor.hide()
