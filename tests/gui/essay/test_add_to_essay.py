"""From a card, a list or a text into an essay, by one key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from khiva_notes.gui.cards.page import CardPage
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.page import Page
from khiva_notes.gui.reader.page import ReaderPage
from khiva_notes.gui.reader.text_view import TextView
from khiva_notes.services import essays
from tests.gui.essay.writing_about import ALT, CONTROL, named, outline


def shown(qtbot: QtBot, page: Page, place: Place) -> None:
    qtbot.addWidget(page)
    page.resize(1000, 700)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.open(place)


def take_first(qtbot: QtBot, page: Page) -> None:
    """Take what the panel offers at once."""
    line = named(page, "chooser-field")
    rows = page.findChild(QListView, "chooser-rows")
    assert rows is not None
    qtbot.waitUntil(lambda: rows.model().rowCount() > 0, timeout=10_000)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_a_card_goes_into_the_essay_used_last(qtbot: QtBot, sample_desk: Desk) -> None:
    desk, library = sample_desk, sample_desk.session.library
    first = essays.create_essay(library, "One way of telling it").id
    second = essays.create_essay(library, "Another way of telling it").id
    desk.preferences.set("last-essay", first)
    khan = library.data.items.by_key("asfandierkhan")
    assert khan is not None
    page = CardPage(desk)
    shown(qtbot, page, Place("card", khan.id))
    qtbot.waitUntil(lambda: page.title() == khan.title)
    qtbot.keyClick(page, Qt.Key.Key_A, CONTROL | ALT)
    take_first(qtbot, page)
    assert library.data.essays.used_by(first) == {khan.id}
    assert library.data.essays.used_by(second) == frozenset()
    assert library.undo_label == "Add card to essay"


def test_selected_words_become_a_quotation_and_a_highlight_in_one_step(
    qtbot: QtBot, sample_desk: Desk
) -> None:
    desk, library = sample_desk, sample_desk.session.library
    made = essays.create_essay(library, "One way of telling it").id
    desk.preferences.set("last-essay", made)
    article = library.data.items.by_key("khiva-article")
    assert article is not None
    page = ReaderPage(desk)
    shown(qtbot, page, Place("source", article.id))
    text = page.findChild(TextView)
    assert text is not None
    qtbot.waitUntil(lambda: "Zhunaidkhan" in text.toPlainText(), timeout=10_000)
    before = len(library.data.passages.all())
    at = text.toPlainText().index("did not stay long")
    text.goto(at, at + len("did not stay long"))
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_A, CONTROL | ALT)
    take_first(qtbot, page)
    assert outline(desk, made) == "quotation"
    passage = library.data.passages.get(library.data.essays.parts(made)[0].passage_id or 0)
    assert passage.exact == "did not stay long"
    assert len(library.data.passages.all()) == before + 1
    library.undo()
    assert outline(desk, made) == ""
    assert len(library.data.passages.all()) == before


def test_without_an_essay_the_key_says_how_to_begin_one(qtbot: QtBot, sample_desk: Desk) -> None:
    desk, library = sample_desk, sample_desk.session.library
    with library.change("Clear") as data:
        data.items.remove([essay.id for essay in data.items.all("essay")])
    khan = library.data.items.by_key("asfandierkhan")
    assert khan is not None
    page = CardPage(desk)
    shown(qtbot, page, Place("card", khan.id))
    qtbot.waitUntil(lambda: page.title() == khan.title)
    with qtbot.waitSignal(desk.said) as said:
        qtbot.keyClick(page, Qt.Key.Key_A, CONTROL | ALT)
    assert "Ctrl+Alt+W" in said.args[0]
