"""An essay is planned and written by keys alone; each step can be undone by its name."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QListWidget
from pytestqt.qtbot import QtBot

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.dragging import mime_of
from khiva_notes.gui.essay.outline_model import OWN
from khiva_notes.gui.essay.outline_view import OutlineView
from khiva_notes.gui.navigation import Place
from khiva_notes.model.essays import Slot
from khiva_notes.services import cards, essays, trash
from tests.gui.essay.writing_about import ALT, CONTROL, SHIFT, field, named, open_page, outline


@pytest.fixture
def essay(desk: Desk) -> int:
    """An essay of two sections: a(b c) d(e)."""
    library = desk.session.library
    made = essays.create_essay(library, "The throne", fields={"word-goal": 100}).id
    a = essays.add_part(library, made, "heading", text="a")
    essays.add_part(library, made, "prose", Slot(a, 0), text="b")
    essays.add_part(library, made, "prose", Slot(a, 1), text="c")
    d = essays.add_part(library, made, "heading", text="d")
    essays.add_part(library, made, "prose", Slot(d, 0), text="e")
    return made


def number(desk: Desk, essay_id: int, text: str) -> int:
    parts = desk.session.library.data.essays.parts(essay_id)
    return next(part.id for part in parts if part.text == text)


def test_an_empty_essay_says_what_to_do_and_enter_begins_it(qtbot: QtBot, desk: Desk) -> None:
    made = essays.create_essay(desk.session.library, "The throne").id
    page = open_page(qtbot, desk, made)
    words = named(page, "essay-empty-words")
    assert isinstance(words, QLabel)
    assert "Begin to write" in words.text()
    button = named(page, "empty-prose")
    qtbot.waitUntil(button.hasFocus)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.keyClicks(field(page), "The khan is dead.")
    qtbot.keyClick(field(page), Qt.Key.Key_Escape)
    assert outline(desk, made) == "The khan is dead."
    assert named(page, "essay-outline").hasFocus()


def test_parts_are_moved_and_nested_by_keys_and_undone_by_name(
    qtbot: QtBot, desk: Desk, essay: int
) -> None:
    page = open_page(qtbot, desk, essay)
    tree = page.findChild(OutlineView)
    assert tree is not None
    library = desk.session.library
    tree.go_to(number(desk, essay, "c"))
    qtbot.keyClick(tree, Qt.Key.Key_Up, ALT)
    assert outline(desk, essay) == "a .c .b d .e"
    assert library.undo_label == "Move part"
    qtbot.keyClick(tree, Qt.Key.Key_Backtab, SHIFT)
    assert outline(desk, essay) == "a .b c d .e"
    qtbot.keyClick(tree, Qt.Key.Key_Tab)
    assert outline(desk, essay) == "a .b .c d .e"
    qtbot.keyClick(tree, Qt.Key.Key_Down, ALT)
    assert outline(desk, essay) == "a .b d .c .e"
    assert tree.current_id == number(desk, essay, "c")
    qtbot.keyClick(tree, Qt.Key.Key_D, CONTROL)
    assert outline(desk, essay) == "a .b d .c .c .e"
    qtbot.keyClick(tree, Qt.Key.Key_Delete)
    assert outline(desk, essay) == "a .b d .c .e"
    for _ in range(6):
        library.undo()
    assert outline(desk, essay) == "a .b .c d .e"
    assert tree.model().rowCount() == 2


def test_writing_goes_on_from_part_to_part_without_the_mouse(
    qtbot: QtBot, desk: Desk, essay: int
) -> None:
    page = open_page(qtbot, desk, essay)
    tree = page.findChild(OutlineView)
    assert tree is not None
    tree.go_to(number(desk, essay, "b"))
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    qtbot.keyClicks(field(page), "ook")
    qtbot.keyClick(field(page), Qt.Key.Key_Down)
    qtbot.keyClick(field(page), Qt.Key.Key_End)
    qtbot.keyClicks(field(page), "ow")
    qtbot.keyClick(field(page), Qt.Key.Key_Return, CONTROL)
    qtbot.keyClicks(field(page), "new")
    qtbot.keyClick(field(page), Qt.Key.Key_Escape)
    assert outline(desk, essay) == "a .book .cow .new d .e"
    qtbot.keyClick(tree, Qt.Key.Key_H)
    qtbot.keyClicks(field(page), "Heading")
    qtbot.keyClick(field(page), Qt.Key.Key_Return)
    qtbot.keyClicks(field(page), "prose")
    qtbot.keyClick(field(page), Qt.Key.Key_Escape)
    assert outline(desk, essay) == "a .book .cow .new Heading .prose d .e"
    assert "8 of 100" in page.status()


def test_typing_is_saved_as_one_step_and_backspace_takes_out_an_empty_part(
    qtbot: QtBot, desk: Desk, essay: int
) -> None:
    page = open_page(qtbot, desk, essay)
    tree = page.findChild(OutlineView)
    assert tree is not None
    tree.go_to(number(desk, essay, "c"))
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    qtbot.keyClicks(field(page), "ow")
    qtbot.waitUntil(lambda: outline(desk, essay) == "a .b .cow d .e")
    qtbot.keyClicks(field(page), "s")
    qtbot.waitUntil(lambda: outline(desk, essay) == "a .b .cows d .e")
    assert desk.session.library.undo_label == "Edit prose"
    desk.session.library.undo()
    assert outline(desk, essay) == "a .b .c d .e"
    assert field(page).toPlainText() == "c"
    qtbot.keyClick(field(page), Qt.Key.Key_End)
    qtbot.keyClick(field(page), Qt.Key.Key_Backspace)
    qtbot.keyClick(field(page), Qt.Key.Key_Backspace)
    assert outline(desk, essay) == "a .b d .e"
    assert field(page).toPlainText() == "b"


def test_a_card_is_found_by_any_spelling_and_its_passage_chosen(
    qtbot: QtBot, sample_desk: Desk
) -> None:
    desk = sample_desk
    made = essays.create_essay(desk.session.library, "The murder").id
    essays.add_part(desk.session.library, made, "heading", text="a")
    page = open_page(qtbot, desk, made)
    tree = page.findChild(OutlineView)
    assert tree is not None
    qtbot.keyClick(tree, Qt.Key.Key_Q)
    line = named(page, "chooser-field")
    assert isinstance(line, QLineEdit)
    rows = page.findChild(QListView, "chooser-rows")
    assert rows is not None
    qtbot.keyClicks(line, "Junaid Khan")
    qtbot.waitUntil(lambda: rows.model().rowCount() > 0, timeout=10_000)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    listed = named(page, "essay-ask-passages")
    assert isinstance(listed, QListWidget)
    assert listed.count() > 2
    qtbot.keyClick(listed, Qt.Key.Key_Down)
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert outline(desk, made) == "a .quotation"
    current = page.board.current
    assert current is not None
    assert current.item is not None
    assert current.item.key == "junaid-khan"
    words = current.quotes[0].passage.exact
    source = page.board.side.source.text
    qtbot.waitUntil(lambda: words in source.toPlainText())
    qtbot.keyClick(tree, Qt.Key.Key_S)
    assert desk.session.library.data.essays.parts(made)[1].shown == "paraphrase"


def test_what_is_not_used_yet_is_added_by_enter_and_then_no_longer_listed(
    qtbot: QtBot, sample_desk: Desk
) -> None:
    desk = sample_desk
    made = essays.create_essay(desk.session.library, "The murder").id
    essays.add_part(desk.session.library, made, "prose", text="a")
    page = open_page(qtbot, desk, made)
    tree = page.findChild(OutlineView)
    assert tree is not None
    qtbot.keyClick(page, Qt.Key.Key_F7)
    pane = page.board.unused
    qtbot.waitUntil(lambda: pane.model.rowCount() > 100)
    whole = pane.model.rowCount()
    assert {"source", "essay"}.isdisjoint({item.kind for item in pane.model.items})
    qtbot.keyClicks(named(page, "unused-words"), "who killed")
    assert [item.kind for item in pane.model.items] == ["dispute"]
    qtbot.keyClick(named(page, "unused-words"), Qt.Key.Key_Down)
    qtbot.keyClick(named(page, "unused-list"), Qt.Key.Key_Return)
    assert outline(desk, made) == "a dispute"
    qtbot.waitUntil(lambda: pane.model.rowCount() == 0)
    named(page, "unused-words").clear()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: pane.model.rowCount() == whole - 1)


def test_cards_and_parts_are_dropped_where_they_are_to_stand(
    qtbot: QtBot, desk: Desk, essay: int
) -> None:
    library = desk.session.library
    khan = cards.create(library, "person", "Said Abdullahan")
    page = open_page(qtbot, desk, essay)
    tree = page.findChild(OutlineView)
    assert tree is not None
    model = page.board.model
    copy = Qt.DropAction.CopyAction
    heading = model.index_of(number(desk, essay, "d"))
    assert model.dropMimeData(mime_of(desk, [khan.id]), copy, 0, 0, heading)
    assert outline(desk, essay) == "a .b .c d .card .e"
    own = QMimeData()
    own.setData(OWN, json.dumps([number(desk, essay, "a")]).encode())
    b = model.index_of(number(desk, essay, "b"))
    assert model.dropMimeData(own, copy, -1, -1, b)
    assert outline(desk, essay) == "a .b .c d .card .e", "not into itself"
    heading = model.index_of(number(desk, essay, "d"))
    assert model.dropMimeData(own, copy, -1, -1, heading)
    assert outline(desk, essay) == "d .card .e .a ..b ..c"


def test_a_trashed_card_is_said_to_be_gone_and_comes_back(
    qtbot: QtBot, desk: Desk, essay: int
) -> None:
    library = desk.session.library
    khan = cards.create(library, "person", "Said Abdullahan")
    essays.add_items(library, essay, [khan.id])
    page = open_page(qtbot, desk, essay)

    def gone() -> list[bool]:
        assert page.board.essay is not None
        return [part.gone for part in page.board.essay.walk() if part.part.sort == "card"]

    assert gone() == [False]
    trash.trash(library, [khan.id])
    qtbot.waitUntil(lambda: gone() == [True])
    library.undo()
    qtbot.waitUntil(lambda: gone() == [False])


def test_notes_and_pages_beside_a_part_are_kept(qtbot: QtBot, sample_desk: Desk) -> None:
    desk, library = sample_desk, sample_desk.session.library
    made = essays.create_essay(library, "The murder").id
    passage = next(iter(library.data.passages.of_many().values()))[0]
    essays.add_passage(library, made, passage.id)
    page = open_page(qtbot, desk, made)
    tree = page.findChild(OutlineView)
    assert tree is not None
    qtbot.keyClick(tree, Qt.Key.Key_N)
    qtbot.keyClicks(named(page, "essay-note"), "Check this")
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_L)
    qtbot.keyClicks(named(page, "essay-locator"), "p. 12")
    qtbot.keyClick(named(page, "essay-locator"), Qt.Key.Key_Return)
    part = library.data.essays.parts(made)[0]
    assert (part.note, part.locator) == ("Check this", "p. 12")


def test_renaming_and_throwing_away_the_essay(qtbot: QtBot, desk: Desk, essay: int) -> None:
    page = open_page(qtbot, desk, essay)
    page.open(Place("essay", essay, edit=True))
    title = named(page, "essay-title")
    qtbot.waitUntil(title.hasFocus)
    qtbot.keyClicks(title, "Two khans")
    qtbot.keyClick(title, Qt.Key.Key_Return)
    assert page.title() == "Two khans"
    trash.trash(desk.session.library, [essay])
    trash.empty(desk.session.library)
    assert page.title() == ""
