"""Searches saved, named, put in order, taken back and brought home, by keys in the real window."""

from __future__ import annotations

import json
import shutil

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QTreeView
from pytestqt.qtbot import QtBot

from khiva_notes.gui.application import make_window
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.main_window import MainWindow
from khiva_notes.gui.preferences import Preferences
from khiva_notes.services.folders import Folders, shipped
from khiva_notes.services.library import Library
from khiva_notes.services.saved_searches import save_search
from tests.gui.search.test_page import SearchPage

Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot, open_desk: Desk) -> SearchPage:
    return SearchPage(window, qtbot, open_desk)


def tree_of(window: MainWindow) -> QTreeView:
    tree = window.findChild(QTreeView, "library-tree")
    assert tree is not None
    return tree


def section(tree: QTreeView) -> QModelIndex:
    model = tree.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return next(index for index in rows if index.data() == "Searches")


def searches(window: MainWindow) -> list[str]:
    tree = tree_of(window)
    parent, model = section(tree), tree.model()
    return [model.index(row, 0, parent).data() for row in range(model.rowCount(parent))]


def stand_on(window: MainWindow, name: str) -> QTreeView:
    tree = tree_of(window)
    parent = section(tree)
    tree.expand(parent)
    tree.setFocus()
    tree.setCurrentIndex(tree.model().index(searches(window).index(name), 0, parent))
    return tree


def save(page: SearchPage, qtbot: QtBot, query: str, name: str = "") -> None:
    page.type(query)
    qtbot.keyClick(page.line, Key.Key_S, CTRL)
    line = page.part(QLineEdit, "hits-answer")
    assert line.hasFocus() and line.selectedText()
    if name:
        qtbot.keyClicks(line, name)
    qtbot.keyClick(line, Key.Key_Return)


def test_a_search_is_saved_with_its_facets_and_opened_from_the_tree(
    page: SearchPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.type("treaty")
    page.tick("Claims")
    save_key = page.part(QToolButton, "search-keep")
    qtbot.keyClick(page.facets, Key.Key_S, CTRL)
    line = page.part(QLineEdit, "hits-answer")
    assert line.text() == "treaty"
    qtbot.keyClicks(line, "What was agreed")
    qtbot.keyClick(line, Key.Key_Return)
    assert save_key.text() == "★ Saved" and "What was agreed" in save_key.toolTip()
    assert searches(window) == ["What was agreed"]
    page.line.clear()
    assert page.rows()[:2] == ["Saved searches", "What was agreed"]
    tree = stand_on(window, "What was agreed")
    qtbot.keyClick(tree, Key.Key_Return)
    qtbot.waitUntil(lambda: page.kinds() == {"claim"})
    assert page.line.text() == "treaty"
    assert tree.currentIndex().data() == "What was agreed"


def test_searches_are_renamed_moved_and_deleted_by_keys_and_undone(
    page: SearchPage, window: MainWindow, qtbot: QtBot
) -> None:
    for query in ("khan", "treaty", "palace"):
        save(page, qtbot, query)
    tree = stand_on(window, "palace")
    qtbot.keyClick(tree, Key.Key_Up, ALT)
    assert searches(window) == ["khan", "palace", "treaty"]
    assert tree.currentIndex().data() == "palace"
    qtbot.keyClick(tree, Key.Key_Down, ALT)
    assert searches(window) == ["khan", "treaty", "palace"]
    qtbot.keyClick(tree, Key.Key_F2)
    editor = tree.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, "The palace")
    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: searches(window) == ["khan", "treaty", "The palace"])
    stand_on(window, "khan")
    qtbot.keyClick(tree, Key.Key_Delete)
    assert searches(window) == ["treaty", "The palace"]
    library = page.desk.session.library
    for wanted in (
        ["khan", "treaty", "The palace"],
        ["khan", "treaty", "palace"],
        ["khan", "palace", "treaty"],
    ):
        qtbot.keyClick(tree, Key.Key_Z, CTRL)
        assert searches(window) == wanted
    library.redo()
    assert searches(window) == ["khan", "treaty", "palace"]


def test_saving_again_renames_and_escape_saves_nothing(
    page: SearchPage, window: MainWindow, qtbot: QtBot
) -> None:
    save(page, qtbot, "khan", "Khans")
    save(page, qtbot, "khan", "All khans")
    assert searches(window) == ["All khans"]
    page.type("treaty")
    qtbot.keyClick(page.line, Key.Key_S, CTRL)
    qtbot.keyClick(page.part(QLineEdit, "hits-answer"), Key.Key_Escape)
    assert searches(window) == ["All khans"]
    page.line.clear()
    page.hits.setFocus()
    assert page.hits.currentIndex().data() == "All khans"
    qtbot.keyClick(page.hits, Key.Key_Delete)
    assert searches(window) == [] and "Saved searches" not in page.rows()


def test_searches_kept_with_the_settings_are_brought_into_the_library_once(
    qtbot: QtBot, qapp: QApplication, folders: Folders
) -> None:
    path = folders.documents / "sample.khiva"
    shutil.copy(shipped("sample_db") / "khiva.khiva", path)
    with Library.open(path, folders.locks) as library:
        uid = library.data.library.get().uid
        save_search(library, "treaty", (), "The treaty")
    kept = [{"query": "khan", "kinds": ["person"]}, {"query": "treaty", "kinds": []}]
    preferences = Preferences(folders.config)
    preferences.set(f"searches/{uid}/kept", json.dumps(kept))
    preferences.flush()
    for _ in range(2):
        window = make_window(qapp, folders)
        window.begin(path)
        assert searches(window) == ["The treaty", "khan"]
        assert window.desk is not None
        library = window.desk.session.library
        assert library.data.saved_searches.all()[1].kinds == ("person",)
        window.close()
        window.deleteLater()
