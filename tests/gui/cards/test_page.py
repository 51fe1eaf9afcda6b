"""A card's own page: what it shows, and the ways in and out of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from khiva_notes.gui.cards.editor import CardEditor
from khiva_notes.gui.cards.page import CardPage
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.services import cards, passages, trash

Key = Qt.Key


@pytest.fixture
def page(sample_desk: Desk, qtbot: QtBot) -> Iterator[CardPage]:
    page = CardPage(sample_desk)
    qtbot.addWidget(page)
    sample_desk.session.changed.connect(page.follow)
    page.resize(1048, 800)
    with qtbot.waitExposed(page):
        page.show()
    yield page
    page.hide()


def part(page: QWidget, name: str) -> QWidget:
    found = page.findChild(QWidget, name)
    assert isinstance(found, QWidget), name
    return found


def go(page: CardPage, key: str, qtbot: QtBot, *, edit: bool = False) -> int:
    item = page.desk.session.library.data.items.by_key(key)
    assert item is not None
    page.desk.navigator.go(Place("card", item_id=item.id, edit=edit))
    page.open(Place("card", item_id=item.id, edit=edit))
    editor = page.findChild(CardEditor, "card-editor")
    assert editor is not None
    qtbot.waitUntil(lambda: editor.is_built)
    return item.id


def test_it_shows_the_form_and_the_passages_in_their_context(page: CardPage, qtbot: QtBot) -> None:
    number = go(page, "murder-of-the-khan", qtbot)
    assert page.title() == "Asfandierkhan is killed in his palace"
    passage = page.desk.session.library.data.passages.of(number)[0]
    qtbot.waitUntil(lambda: page.findChild(QWidget, f"passage-{passage.id}") is not None)
    words = part(part(page, f"passage-{passage.id}"), "quotation").property("text")
    assert "could not protect the country" in words
    assert "led by his" in words


def test_a_place_to_edit_begins_in_the_title(page: CardPage, qtbot: QtBot) -> None:
    go(page, "trotsky", qtbot, edit=True)
    title = part(page, "card-title")
    assert isinstance(title, QPlainTextEdit)
    qtbot.waitUntil(title.hasFocus)
    qtbot.keyClicks(title, "Leon Trotsky")
    items = page.desk.session.library.data.items
    qtbot.waitUntil(lambda: bool(items.by_title("Leon Trotsky")))


def test_esc_goes_back_to_where_one_came_from(page: CardPage, qtbot: QtBot) -> None:
    navigator = page.desk.navigator
    navigator.go(Place("list", kind="person"))
    go(page, "trotsky", qtbot)
    qtbot.keyClick(part(page, "card-title"), Key.Key_Escape)
    assert navigator.current == Place("list", kind="person")


def test_what_was_typed_is_saved_when_another_card_is_shown(page: CardPage, qtbot: QtBot) -> None:
    number = go(page, "trotsky", qtbot)
    qtbot.keyClicks(part(page, "field-role"), "!")
    go(page, "murder-of-the-khan", qtbot)
    assert str(page.desk.session.library.data.items.get(number).fields["role"]).startswith("!")


def test_a_passage_that_is_attached_elsewhere_appears(page: CardPage, qtbot: QtBot) -> None:
    number = go(page, "the-author", qtbot)
    data = page.desk.session.library.data
    version = data.texts.all_current()[0]
    made = passages.attach(page.desk.session.library, number, version.id, 100, 120)
    qtbot.waitUntil(lambda: page.findChild(QWidget, f"passage-{made}") is not None)
    page.desk.session.library.undo()
    qtbot.waitUntil(lambda: page.findChild(QWidget, f"passage-{made}") is None)


def test_a_card_in_the_trash_says_so_and_comes_back(page: CardPage, qtbot: QtBot) -> None:
    number = go(page, "trotsky", qtbot)
    bar = part(page, "card-in-trash")
    assert not bar.isVisible()
    throw = next(a for a in page.actions_for("Card") if a.objectName() == "action-trash-card")
    throw.trigger()
    assert bar.isVisible()
    restore = part(page, "card-restore")
    assert isinstance(restore, QToolButton)
    qtbot.mouseClick(restore, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    assert not page.desk.session.library.data.items.get(number).trashed


def test_a_sources_bibliography_is_edited_here(page: CardPage, qtbot: QtBot) -> None:
    number = go(page, "yusupov-memoirs", qtbot)
    shelfmark = part(page, "field-shelfmark")
    qtbot.keyClicks(shelfmark, "F. 5402, 1, 127")
    items = page.desk.session.library.data.items
    qtbot.waitUntil(lambda: items.get(number).fields.get("shelfmark") == "F. 5402, 1, 127")


def test_undoing_the_making_of_the_card_in_sight_is_survived(page: CardPage, qtbot: QtBot) -> None:
    library = page.desk.session.library
    made = cards.create(library, "person", "Nobody")
    page.open(Place("card", item_id=made.id))
    library.undo()
    assert page.title() == ""
    assert page.status() == ""
    library.redo()
    assert page.title() == "Nobody"


def test_emptying_the_trash_under_a_card_is_survived(page: CardPage, qtbot: QtBot) -> None:
    library = page.desk.session.library
    number = go(page, "trotsky", qtbot)
    trash.trash(library, [number])
    trash.empty(library)
    qtbot.wait(1)
    assert page.title() == ""
    library.undo()
    assert page.title() == "Trotsky"
