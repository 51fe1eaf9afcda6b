"""The whole window without a mouse and without eyes: names, roles, focus, order, and the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from khiva_notes.gui.main_window import MainWindow
from khiva_notes.gui.reader.slip import Slip
from khiva_notes.gui.tab_round import stops_at
from khiva_notes.model.kinds import KINDS
from tests.gui.windowing import PLACES, go, title_of

Role = QAccessible.Role
_ROLES: dict[type[QWidget], set[QAccessible.Role]] = {
    QAbstractButton: {
        Role.Button,
        Role.PushButton,
        Role.CheckBox,
        Role.RadioButton,
        Role.ButtonMenu,
        Role.ButtonDropDown,
    },
    QLineEdit: {Role.EditableText},
    QTextEdit: {Role.EditableText, Role.StaticText, Role.Document},
    QPlainTextEdit: {Role.EditableText, Role.StaticText, Role.Document},
    QComboBox: {Role.ComboBox},
    QHeaderView: {Role.Client},
    QAbstractItemView: {Role.List, Role.Table, Role.Tree},
    QAbstractSpinBox: {Role.SpinBox},
}


def faults(window: MainWindow) -> list[str]:
    """Everything in sight that a screen reader would be at a loss with."""
    found = []
    for widget in window.findChildren(QWidget):
        kind = next((kind for kind in _ROLES if isinstance(widget, kind)), None)
        if not widget.isVisible() or not widget.isEnabled():
            continue
        if kind is None and not stops_at(widget):
            continue
        if isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{title_of(widget)} has no name")
        elif kind is not None and interface.role() not in _ROLES[kind]:
            found.append(f"{title_of(widget)} is a {interface.role().name}")
    return found


@pytest.mark.parametrize("where", PLACES)
def test_all_in_sight_says_what_it_is(window: MainWindow, qtbot: QtBot, where: str) -> None:
    go(window, where, qtbot)
    assert faults(window) == []


def test_panels_say_what_they_are_and_let_go_of_the_focus(window: MainWindow, qtbot: QtBot) -> None:
    for name in ("preferences", "palette", "shortcuts"):
        window.menus.actions[name].trigger()
        qtbot.wait(100)
        assert faults(window) == [], name
        focus = QApplication.focusWidget()
        assert focus is not None, name
        QTest.keyClick(focus, Qt.Key.Key_Escape)
    window.close_library()
    assert faults(window) == []


def test_the_article_and_its_cards_can_be_read(window: MainWindow, qtbot: QtBot) -> None:
    go(window, "source:khiva-article", qtbot)
    desk = window.desk
    assert desk is not None
    source = desk.session.library.data.items.by_key("khiva-article")
    assert source is not None
    version = desk.session.library.data.texts.current(source.id)
    assert version is not None
    words = desk.session.library.data.texts.body(version.id).text
    text = window.findChild(QTextEdit, "reader-text")
    assert text is not None
    qtbot.waitUntil(lambda: len(text.toPlainText()) > 1000)
    interface = QAccessible.queryAccessibleInterface(text)
    assert interface is not None
    reading = interface.textInterface()
    assert reading is not None
    assert reading.characterCount() >= len(text.toPlainText())
    assert reading.text(0, 200) == text.toPlainText()[:200]
    assert reading.text(0, 40) in words
    text.setFocus()
    cursor = text.textCursor()
    cursor.setPosition(0)
    text.setTextCursor(cursor)
    QTest.keyClick(text, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert reading.cursorPosition() == text.textCursor().position() > 0
    cursor.movePosition(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    assert reading.selectionCount() == 1
    begin, end = cursor.selectionStart(), cursor.selectionEnd()
    assert reading.text(begin, end) == cursor.selectedText() != ""


def test_each_card_beside_the_text_says_its_kind_and_title(
    window: MainWindow, qtbot: QtBot
) -> None:
    go(window, "source:khiva-article", qtbot)
    qtbot.waitUntil(lambda: any(slip.isVisible() for slip in window.findChildren(Slip)))
    desk = window.desk
    assert desk is not None
    known = {
        f"{kind.label}: {item.title}"
        for kind in KINDS.values()
        for item in desk.session.library.data.items.all(kind.name)
    }
    for slip in window.findChildren(Slip):
        if slip.isVisible():
            assert name_of(QAccessible.queryAccessibleInterface(slip)) in known


@pytest.mark.parametrize(
    ("where", "view"),
    [
        ("welcome", "library-tree"),
        ("list:person", "list-table"),
        ("dispute", "comparison-table"),
        ("search", "search-hits"),
        ("essay", "essay-outline"),
    ],
)
def test_rows_are_read_out(window: MainWindow, qtbot: QtBot, where: str, view: str) -> None:
    go(window, where, qtbot)
    rows = window.findChild(QAbstractItemView, view)
    assert rows is not None
    qtbot.waitUntil(lambda: rows.model().rowCount() > 0)
    assert all(words_of(rows))


def test_the_palette_reads_out_its_commands(window: MainWindow) -> None:
    window.menus.actions["palette"].trigger()
    rows = window.findChild(QAbstractItemView, "palette-list")
    assert rows is not None
    words = words_of(rows)
    assert all(words)
    assert any("New Library" in each for each in words)


def name_of(interface: QAccessibleInterface | None) -> str:
    """Return what a screen reader calls something."""
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def words_of(view: QAbstractItemView) -> list[str]:
    """Return what is read out for the first cell of each row of a view."""
    model, spoken = view.model(), Qt.ItemDataRole.AccessibleTextRole
    cells = [model.index(row, 0) for row in range(model.rowCount())]
    return [str(cell.data(spoken) or cell.data() or "") for cell in cells]
