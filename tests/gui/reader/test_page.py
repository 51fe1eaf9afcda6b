from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.reader.page import ReaderPage
from khiva_notes.services import passages
from tests.gui.reader.conftest import Opener, show
from tests.texts import plain

Key = Qt.Key


def text_of(page: ReaderPage) -> QTextEdit:
    found = page.findChild(QTextEdit, "reader-text")
    assert isinstance(found, QTextEdit)
    return found


def select(page: ReaderPage, words: str) -> None:
    text = text_of(page)
    cursor = text.document().find(words)
    assert not cursor.isNull()
    text.setTextCursor(cursor)
    text.setFocus()


def test_a_person_is_made_of_the_selected_words_with_one_key(
    desk: Desk, opened: Opener, qtbot: QtBot
) -> None:
    page = opened(plain("In 1918 Junaid Khan came to Khiva. He stayed."))
    select(page, "Junaid Khan")
    qtbot.keyClick(text_of(page), Key.Key_P)
    [person] = desk.session.library.data.items.all("person")
    assert person.title == "Junaid Khan"
    [passage] = desk.session.library.data.passages.of(person.id)
    assert passage.exact == "Junaid Khan"
    title = page.findChild(QPlainTextEdit, "card-title")
    assert title is not None
    qtbot.waitUntil(title.hasFocus)
    assert title.textCursor().selectedText() == "Junaid Khan"
    qtbot.keyClick(title, Key.Key_Return)
    qtbot.waitUntil(text_of(page).hasFocus)
    cursor = text_of(page).textCursor()
    assert not cursor.hasSelection()
    assert cursor.position() == passage.end
    qtbot.waitUntil(lambda: page.findChild(QWidget, f"slip-{person.id}") is not None)


def test_without_a_selection_the_sentence_at_the_caret_becomes_a_claim(
    desk: Desk, opened: Opener, qtbot: QtBot
) -> None:
    page = opened(plain("In 1918 Junaid Khan came. The khan was killed in October. He fled."))
    text = text_of(page)
    text.setFocus()
    for _ in range(6):
        qtbot.keyClick(text, Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(text, Key.Key_C)
    [claim] = desk.session.library.data.items.all("claim")
    [passage] = desk.session.library.data.passages.of(claim.id)
    assert passage.exact == "The khan was killed in October."


def test_offsets_hold_behind_a_character_of_two_units(
    desk: Desk, opened: Opener, qtbot: QtBot
) -> None:
    page = opened(plain("😀 and 𐎠 stand before Junaid Khan here."))
    select(page, "Junaid Khan")
    qtbot.keyClick(text_of(page), Key.Key_P)
    [passage] = desk.session.library.data.passages.all()
    assert passage.exact == "Junaid Khan"


def test_undo_takes_the_slip_away(desk: Desk, opened: Opener, qtbot: QtBot) -> None:
    page = opened(plain("In 1918 Junaid Khan came to Khiva."))
    select(page, "Junaid Khan")
    qtbot.keyClick(text_of(page), Key.Key_P)
    assert page.status() == "1 of 1 cards here"
    desk.session.library.undo()
    assert page.status() == "0 of 0 cards here"
    qtbot.waitUntil(lambda: page.findChild(QPlainTextEdit, "card-title") is None)


def test_a_place_is_shown_and_selected(desk: Desk, opened: Opener, qtbot: QtBot) -> None:
    paragraphs = [f"Paragraph {number} speaks of Khiva and its khan." for number in range(400)]
    page = opened(plain(*paragraphs))
    source = desk.navigator.current.item_id
    text = text_of(page)
    start = text.toPlainText().index("Paragraph 300 ")
    desk.navigator.go(Place("source", item_id=source, start=start, end=start + 13))
    assert text.textCursor().selectedText() == "Paragraph 300"
    assert 0 < text.cursorRect().top() < text.viewport().height()


def test_back_returns_to_where_one_was(desk: Desk, opened: Opener, qtbot: QtBot) -> None:
    paragraphs = [f"Paragraph {number} speaks of Khiva and its khan." for number in range(400)]
    page = opened(plain(*paragraphs))
    source = desk.navigator.current.item_id
    text = text_of(page)
    qtbot.waitUntil(lambda: text.verticalScrollBar().maximum() > 9000)
    text.verticalScrollBar().setValue(5000)
    qtbot.waitUntil(lambda: desk.navigator.current.start > 0)
    here = text.verticalScrollBar().value()
    desk.navigator.go(Place("source", item_id=source, start=10, end=20))
    assert text.verticalScrollBar().value() < 100
    desk.navigator.back()
    assert abs(text.verticalScrollBar().value() - here) < 40


def test_letters_act_only_on_the_text(desk: Desk, opened: Opener, qtbot: QtBot) -> None:
    page = opened(plain("In 1918 Junaid Khan came to Khiva."))
    select(page, "Junaid Khan")
    qtbot.keyClick(text_of(page), Key.Key_P)
    title = page.findChild(QPlainTextEdit, "card-title")
    assert title is not None
    qtbot.waitUntil(title.hasFocus)
    qtbot.keyClicks(title, "Pep")
    assert title.toPlainText() == "Pep"
    assert len(desk.session.library.data.items.all("person")) == 1


def test_many_places_of_one_card_are_one_slip(desk: Desk, opened: Opener, qtbot: QtBot) -> None:
    page = opened(plain(*["Junaid Khan came."] * 20))
    select(page, "Junaid Khan")
    qtbot.keyClick(text_of(page), Key.Key_P)
    library = desk.session.library
    [person] = library.data.items.all("person")
    version = library.data.passages.all()[0].version_id
    body = library.data.texts.body(version)
    for block in body.blocks[1:]:
        passages.attach(library, person.id, version, block.start, block.start + 11)
    assert page.status() == "1 of 1 cards here"


def test_the_sample_opens_with_its_cards(sample_desk: Desk, qtbot: QtBot) -> None:
    article = sample_desk.session.library.data.items.by_key("khiva-article")
    assert article is not None
    page = show(sample_desk, qtbot, Place("source", item_id=article.id))
    qtbot.waitUntil(lambda: page.status() != "0 of 0 cards here")
    assert text_of(page).toPlainText().startswith("ABSTRACT")


def test_the_caret_walks_by_word_and_selects(desk: Desk, opened: Opener, qtbot: QtBot) -> None:
    page = opened(plain("In 1918 Junaid Khan came to Khiva."))
    text = text_of(page)
    text.setFocus()
    text.moveCursor(QTextCursor.MoveOperation.Start)
    control = Qt.KeyboardModifier.ControlModifier
    for _ in range(2):
        qtbot.keyClick(text, Key.Key_Right, control)
    for _ in range(2):
        qtbot.keyClick(text, Key.Key_Right, control | Qt.KeyboardModifier.ShiftModifier)
    assert text.textCursor().selectedText() == "Junaid Khan "
