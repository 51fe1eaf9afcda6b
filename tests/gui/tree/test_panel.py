"""The library's tree: what it shows, what it opens, and how it follows changes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLineEdit, QTreeView
from pytestqt.qtbot import QtBot

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.tree.model import NODE_ROLE, Node
from khiva_notes.gui.tree.panel import LibraryTree
from khiva_notes.services import cards, links, trash

Key = Qt.Key


@pytest.fixture
def tree(sample_desk: Desk, qtbot: QtBot) -> Iterator[QTreeView]:
    panel = LibraryTree(sample_desk)
    qtbot.addWidget(panel)
    panel.resize(240, 900)
    with qtbot.waitExposed(panel):
        panel.show()
    view = panel.findChild(QTreeView, "library-tree")
    assert isinstance(view, QTreeView)
    qtbot.waitUntil(lambda: count(view, "Sources") == 7)
    yield view
    panel.hide()


def rows(view: QTreeView, parent: QModelIndex | None = None) -> dict[str, QModelIndex]:
    model = view.model()
    assert model is not None
    parent = parent or QModelIndex()
    found = [model.index(row, 0, parent) for row in range(model.rowCount(parent))]
    return {index.data(): index for index in found}


def count(view: QTreeView, section: str) -> int:
    node: Node = rows(view)[section].data(NODE_ROLE)
    return node.count


def children(view: QTreeView, section: str) -> list[str]:
    return list(rows(view, rows(view)[section]))


def test_it_shows_the_kinds_with_their_counts_and_the_listed_things(tree: QTreeView) -> None:
    assert [count(tree, kind) for kind in ("People", "Events", "Claims")] == [19, 47, 112]
    assert len(children(tree, "Sources")) == 7
    assert "Who killed the khan, and how?" in children(tree, "Disputes")
    assert "treaty" in children(tree, "Tags")


def test_enter_opens_what_the_arrows_reached(
    tree: QTreeView, sample_desk: Desk, qtbot: QtBot
) -> None:
    tree.setFocus()
    tree.setCurrentIndex(rows(tree)["People"])
    qtbot.keyClick(tree, Key.Key_Down)
    qtbot.keyClick(tree, Key.Key_Return)
    assert sample_desk.navigator.current == Place("list", kind="event")


def test_a_click_opens_a_dispute(tree: QTreeView, sample_desk: Desk, qtbot: QtBot) -> None:
    index = rows(tree, rows(tree)["Disputes"])["Who killed the khan, and how?"]
    where = tree.visualRect(index).center()
    viewport = tree.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=where)
    place = sample_desk.navigator.current
    assert place.view == "dispute"
    assert sample_desk.session.library.data.items.get(place.item_id).title == index.data()


def test_the_row_of_the_place_in_sight_is_current(tree: QTreeView, sample_desk: Desk) -> None:
    data = sample_desk.session.library.data
    sample_desk.navigator.go(Place("list", kind="tag:treaty"))
    assert tree.currentIndex().data() == "treaty"
    person = data.items.all("person")[0].id
    sample_desk.navigator.go(Place("card", item_id=person))
    assert tree.currentIndex().data() == "People"
    source = data.items.all("source")[1]
    sample_desk.navigator.go(Place("source", item_id=source.id, start=3, end=9))
    assert tree.currentIndex().data() == source.title


def test_changes_show_and_are_undone(tree: QTreeView, sample_desk: Desk, qtbot: QtBot) -> None:
    library = sample_desk.session.library
    dispute = cards.create(library, "dispute", "Who was the youngest?")
    assert "Who was the youngest?" in children(tree, "Disputes")
    assert count(tree, "Disputes") == 17
    cards.rename(library, dispute.id, "Aaa first")
    assert children(tree, "Disputes")[0] == "Aaa first"
    trash.trash(library, [dispute.id])
    assert "Aaa first" not in children(tree, "Disputes")
    assert (count(tree, "Disputes"), count(tree, "Trash")) == (16, 1)
    library.undo()
    assert children(tree, "Disputes")[0] == "Aaa first"
    assert count(tree, "Trash") == -1
    links.tag(library, [dispute.id], "brand new")
    qtbot.waitUntil(lambda: "brand new" in children(tree, "Tags"))


def test_a_source_is_renamed_in_place_and_thrown_away_by_key(
    tree: QTreeView, sample_desk: Desk, qtbot: QtBot
) -> None:
    items = sample_desk.session.library.data.items
    index = rows(tree, rows(tree)["Sources"])["A Soviet document on the uprising in the khanate"]
    tree.setFocus()
    tree.setCurrentIndex(index)
    qtbot.keyClick(tree, Key.Key_F2)
    line = tree.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, "A document")
    qtbot.keyClick(line, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(items.by_title("A document")))
    tree.setCurrentIndex(rows(tree, rows(tree)["Sources"])["A document"])
    with qtbot.waitSignal(sample_desk.asked) as asked:
        qtbot.keyClick(tree, Key.Key_Delete)
    assert items.by_title("A document")
    assert asked.args is not None
    asked.args[0].act()
    assert items.by_title("A document") == []
    assert "A document" not in children(tree, "Sources")


def test_what_was_folded_stays_folded(tree: QTreeView, sample_desk: Desk, qtbot: QtBot) -> None:
    tree.setFocus()
    tree.setCurrentIndex(rows(tree)["Disputes"])
    qtbot.keyClick(tree, Key.Key_Left)
    again = LibraryTree(sample_desk)
    qtbot.addWidget(again)
    view = again.findChild(QTreeView, "library-tree")
    assert isinstance(view, QTreeView)
    qtbot.waitUntil(lambda: count(view, "Disputes") == 16)
    assert not view.isExpanded(rows(view)["Disputes"])
    assert view.isExpanded(rows(view)["Sources"])
