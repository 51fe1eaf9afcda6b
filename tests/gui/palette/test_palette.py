"""The palette and the page of keys, over actions of a window and by real keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QMainWindow, QTextBrowser
from pytestqt.qtbot import QtBot

from khiva_notes.gui.palette.listing import actions_of
from khiva_notes.gui.palette.matching import rank
from khiva_notes.gui.palette.palette import CommandPalette
from khiva_notes.gui.palette.sections import Section
from khiva_notes.gui.palette.shortcuts import ShortcutsPanel
from khiva_notes.gui.preferences import Preferences
from khiva_notes.gui.theme import Theme
from khiva_notes.services.folders import Folders

Key = Qt.Key


class Window(QMainWindow):
    """A window with two menus, one of them with a menu in it, and a field with the keyboard."""

    def __init__(self, app: QApplication, folders: Folders) -> None:
        super().__init__()
        self.done: list[str] = []
        self.field = QLineEdit()
        self.setCentralWidget(self.field)
        card, view = self.menuBar().addMenu("Card"), self.menuBar().addMenu("View")
        recent = card.addMenu("Open &Recent")
        for menu, text, name in (
            (card, "New Person", "person"),
            (card, "New Claim", "claim"),
            (recent, "Khiva", "khiva"),
            (view, "Library Pane\tF9", "pane"),
            (view, "Larger Text", "larger"),
        ):
            action = menu.addAction(text)
            action.setObjectName(name)
            action.triggered.connect(lambda _=False, name=name: self.done.append(name))
        self.grey = self.findChild(QAction, "larger")
        self.grey.setEnabled(False)
        theme = Theme(app, "light", self)
        self.palette_box = CommandPalette(
            lambda: [*actions_of("Card", card), *actions_of("View", view)],
            theme,
            Preferences(folders.config, self),
            self,
        )


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, folders: Folders) -> Window:
    window = Window(qapp, folders)
    qtbot.addWidget(window)
    window.resize(900, 600)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.field.setFocus()
    return window


def part(window: QMainWindow, kind: type, name: str):
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def rows(window: Window) -> list[str]:
    model = part(window, QListView, "palette-list").model()
    return [model.index(n, 0).data() for n in range(model.rowCount())]


def test_words_in_any_order_find_and_enter_runs(window: Window, qtbot: QtBot) -> None:
    window.palette_box.popup()
    line = part(window, QLineEdit, "palette-line")
    assert line.hasFocus() and len(rows(window)) == 5
    qtbot.keyClicks(line, "per new")
    assert rows(window)[0] == "Card › New Person"
    qtbot.keyClick(line, Key.Key_Return)
    assert window.done == ["person"]
    assert not window.palette_box.isVisible() and window.field.hasFocus()


def test_menus_in_menus_are_found_by_their_path(window: Window, qtbot: QtBot) -> None:
    window.palette_box.popup()
    line = part(window, QLineEdit, "palette-line")
    qtbot.keyClicks(line, "recent khiva")
    assert rows(window) == ["Card › Open Recent › Khiva"]
    qtbot.keyClick(line, Key.Key_Return)
    assert window.done == ["khiva"]


def test_what_cannot_be_done_is_listed_but_not_run(window: Window, qtbot: QtBot) -> None:
    window.palette_box.popup()
    line = part(window, QLineEdit, "palette-line")
    qtbot.keyClicks(line, "larger")
    assert rows(window) == ["View › Larger Text"]
    qtbot.keyClick(line, Key.Key_Return)
    assert window.done == [] and window.palette_box.isVisible()


def test_what_was_used_last_comes_first_next_time(window: Window, qtbot: QtBot) -> None:
    line = part(window, QLineEdit, "palette-line")
    for words in ("pane", "claim"):
        window.palette_box.popup()
        qtbot.keyClicks(line, words)
        qtbot.keyClick(line, Key.Key_Return)
    window.palette_box.popup()
    assert rows(window)[:2] == ["Card › New Claim", "View › Library Pane"]


def test_arrows_walk_and_stop_at_the_ends(window: Window, qtbot: QtBot) -> None:
    window.palette_box.popup()
    line = part(window, QLineEdit, "palette-line")
    view = part(window, QListView, "palette-list")
    for _ in range(9):
        qtbot.keyClick(line, Key.Key_Down)
    assert view.currentIndex().row() == 4
    qtbot.keyClick(line, Key.Key_PageUp)
    assert view.currentIndex().row() == 0


@pytest.mark.parametrize("leave", ["escape", "click", "focus"])
def test_it_goes_away(window: Window, qtbot: QtBot, leave: str) -> None:
    window.palette_box.popup()
    line = part(window, QLineEdit, "palette-line")
    if leave == "escape":
        qtbot.keyClick(line, Key.Key_Escape)
        assert window.field.hasFocus()
    elif leave == "click":
        qtbot.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(20, 580))
    else:
        window.field.setFocus()
    assert not window.palette_box.isVisible()


def test_a_screen_reader_is_told_path_and_key(window: Window) -> None:
    window.palette_box.popup()
    model = part(window, QListView, "palette-list").model()
    told = [
        model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(model.rowCount())
    ]
    assert "View: Library Pane, F9" in told


@given(st.permutations(["new", "card", "person"]))
def test_the_order_of_words_makes_no_difference(words: list[str]) -> None:
    straight = rank("new card person", "Card New Person")
    assert rank(" ".join(words), "Card New Person") == straight is not None


@given(st.text(max_size=8))
def test_any_text_can_be_typed(typed: str) -> None:
    found = rank(typed, "Export as Markdown Folder …")
    assert found is None or found >= 0


def test_a_beginning_is_better_than_letters_in_between() -> None:
    whole, begun, inside, apart = (
        rank(word, "Export Folder") for word in ("export", "exp", "port", "xpf")
    )
    assert whole > begun > inside > apart > 0  # type: ignore[operator]
    assert rank("q", "Export Folder") is None


def test_the_page_of_keys_is_made_anew_and_gives_the_keyboard_back(
    window: Window, qtbot: QtBot, qapp: QApplication
) -> None:
    lines = [("New <Person>", "Ctrl+P")]
    panel = ShortcutsPanel(
        lambda: [Section("Card", tuple(lines)), Section("View", (("Pane", "F9"),))],
        Theme(qapp, "dark", window),
        window,
    )
    window.field.setFocus()
    panel.popup()
    text = part(window, QTextBrowser, "shortcuts-text")
    assert text.hasFocus()
    assert "New <Person>" in text.toPlainText() and "F9" in text.toPlainText()
    qtbot.keyClick(text, Key.Key_Escape)
    assert not panel.isVisible() and window.field.hasFocus()
    lines.append(("New Claim", "Ctrl+C"))
    panel.popup()
    assert "New Claim" in text.toPlainText()
    panel.popup()
    assert not panel.isVisible()
