"""The whole window without a mouse and without eyes: names, roles, focus, order, and the text."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextCursor
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

from khiva_notes.gui.application import make_window
from khiva_notes.gui.cards.editor import CardEditor
from khiva_notes.gui.main_window import MainWindow
from khiva_notes.gui.navigation import Place
from khiva_notes.services.folders import Folders, shipped

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
    QAbstractItemView: {Role.List, Role.Table, Role.Tree},
    QAbstractSpinBox: {Role.SpinBox},
}

PLACES = [
    "welcome",
    "source:khiva-article",
    *(f"card:{kind}" for kind in ("person", "event", "claim", "place", "group", "source")),
    *(f"list:{kind}" for kind in ("source", "person", "event", "claim", "dispute")),
    "dispute",
    "trash",
]
ROUND = ["welcome", "source:khiva-article", "dispute"]


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, folders: Folders) -> Iterator[MainWindow]:
    """The window on a copy of the sample, its index built."""
    path = folders.documents / "sample.khiva"
    shutil.copy(shipped("sample_db") / "khiva.khiva", path)
    window = make_window(qapp, folders)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.begin(path)
    assert window.desk is not None
    indexer = window.desk.session.indexer
    qtbot.waitUntil(lambda: indexer.standing.whole, timeout=20_000)
    yield window
    window.close()
    window.deleteLater()


def go(window: MainWindow, where: str, qtbot: QtBot) -> None:
    """Turn to a place and wait until it is whole."""
    desk = window.desk
    assert desk is not None
    view, _, what = where.partition(":")
    items = desk.session.library.data.items
    if view in ("source", "dispute", "essay"):
        found = items.by_key(what) if what else next(iter(items.all(view)), None)
        if found is None:
            pytest.skip(f"the sample has no {view}")
        place = Place(view, found.id)
    elif view == "card":
        place = Place("card", items.all(what)[0].id)
    else:
        place = Place(view, kind=what, query="khan" if view == "search" else "")
    desk.navigator.go(place)
    qtbot.wait(250)
    editor = window.findChild(CardEditor, "card-editor")
    if view == "card":
        assert editor is not None
        qtbot.waitUntil(lambda: editor.is_built)


def takes_focus(widget: QWidget) -> bool:
    """Whether the Tab key may stop here."""
    tab = Qt.FocusPolicy.TabFocus
    return (
        bool(widget.focusPolicy().value & tab.value)
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
    )


def title_of(widget: QWidget) -> str:
    """What to call a widget in a complaint."""
    return f"{type(widget).__name__} {widget.objectName() or '(no name)'}"


def faults(window: MainWindow) -> list[str]:
    """Everything in sight that a screen reader would be at a loss with."""
    found = []
    for widget in window.findChildren(QWidget):
        kind = next((kind for kind in _ROLES if isinstance(widget, kind)), None)
        if not widget.isVisible() or not widget.isEnabled():
            continue
        if widget.objectName().startswith("qt_") or (kind is None and not takes_focus(widget)):
            continue
        if isinstance(widget, QHeaderView) or isinstance(
            widget.parentWidget(), QComboBox | QAbstractSpinBox
        ):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{title_of(widget)} has no name")
        elif kind is not None and interface.role() not in _ROLES[kind]:
            found.append(f"{title_of(widget)} is a {interface.role().name}")
    return found


def stops(window: MainWindow, key: Qt.Key, most: int = 400) -> list[QWidget]:
    """Press a key until the focus comes round to where it began."""
    seen: list[QWidget] = []
    for _ in range(most):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in seen:
            break
        seen.append(focus)
        QTest.keyClick(focus, key)
    return seen


@pytest.mark.parametrize("where", PLACES)
def test_all_in_sight_says_what_it_is(window: MainWindow, qtbot: QtBot, where: str) -> None:
    go(window, where, qtbot)
    assert faults(window) == []


@pytest.mark.parametrize("where", ROUND)
def test_tab_goes_round_and_leaves_nothing_out(
    window: MainWindow, qtbot: QtBot, where: str
) -> None:
    go(window, where, qtbot)
    assert window.view is not None
    window.view.page.setFocus()
    visited = stops(window, Qt.Key.Key_Tab)
    assert len(visited) > 3
    last = QApplication.focusWidget()
    assert last is not None
    round_trip = visited[visited.index(last) :]
    page = window.view.page
    wanted = {w for w in page.findChildren(QWidget) if takes_focus(w)}
    groups = {type(w) for w in visited}
    left = [title_of(w) for w in wanted - set(visited) if type(w) not in groups]
    assert left == []
    tree = window.view.tree.view
    where_caught = f"the focus is caught at {title_of(last)}"
    assert tree in round_trip, where_caught
    assert window.findChild(QLineEdit, "search-box") in round_trip, where_caught


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
