"""All hits of a search, seen or not, tagged, disputed and put into an essay, as one step each."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.main_window import MainWindow
from khiva_notes.services import cards
from tests.gui.search.test_page import SearchPage

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
MANY = 130


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot, open_desk: Desk) -> SearchPage:
    library = open_desk.session.library
    with library.change("Make many"):
        for number in range(MANY):
            cards.create(library, "claim", f"Qanat number {number}")
    page = SearchPage(window, qtbot, open_desk)
    qtbot.waitUntil(lambda: open_desk.session.indexer.standing.whole)
    page.type("qanat")
    qtbot.waitUntil(lambda: page.found() == f"{MANY} found")
    qtbot.keyClick(page.line, Key.Key_Return)
    qtbot.keyClick(page.hits, Key.Key_A, CTRL)
    assert len(page.rows()) < MANY
    assert page.part(QLabel, "strip-words").text() == f"All {MANY} chosen"
    return page


def answer(page: SearchPage, qtbot: QtBot, name: str, words: str) -> None:
    qtbot.waitUntil(lambda: page.page.findChild(QLineEdit, name) is not None)
    line = page.part(QLineEdit, name)
    assert line.hasFocus()
    line.insert(words)
    qtbot.keyClick(line, Key.Key_Return)


def test_all_hits_are_tagged_also_those_not_listed(page: SearchPage, qtbot: QtBot) -> None:
    library = page.desk.session.library
    qtbot.keyClick(page.hits, Key.Key_T, CTRL)
    answer(page, qtbot, "strip-tag", "water")
    qtbot.waitUntil(lambda: len(library.data.tags.items_with("water")) == MANY)
    library.undo()
    assert not library.data.tags.items_with("water")
    assert library.undo_label == "Make many"


def test_all_hits_become_a_new_dispute(page: SearchPage, qtbot: QtBot) -> None:
    library = page.desk.session.library
    before = len(library.data.items.all("dispute"))
    qtbot.keyClick(page.hits, Key.Key_A, CTRL | SHIFT)
    answer(page, qtbot, "hits-answer", "How many canals?")

    def claims() -> int:
        found = library.data.items.by_title("How many canals?")
        accounts = library.data.disputes.get(found[0].id).accounts if found else ()
        return len({claim for account in accounts for claim in account.claim_ids})

    qtbot.waitUntil(lambda: claims() == MANY, timeout=20_000)
    library.undo()
    assert len(library.data.items.all("dispute")) == before
    assert library.undo_label == "Make many"


@pytest.mark.qt_log_ignore("does not support", extend=True)  # the list of titles is a popup
def test_hits_are_put_into_an_essay_that_is_there(page: SearchPage, qtbot: QtBot) -> None:
    library = page.desk.session.library
    essay = library.data.items.all("essay")[0]
    parts = len(library.data.essays.parts(essay.id))
    qtbot.keyClick(page.hits, Key.Key_Home)
    qtbot.keyClick(page.hits, Key.Key_Down, SHIFT)
    assert page.part(QLabel, "strip-words").text() == "2 chosen"
    qtbot.keyClick(page.hits, Key.Key_A, CTRL | ALT)
    answer(page, qtbot, "hits-answer", essay.title.upper())
    assert len(library.data.essays.parts(essay.id)) == parts + 2
    assert len(library.data.items.all("essay")) == 1
    library.undo()
    assert len(library.data.essays.parts(essay.id)) == parts


def test_all_hits_are_starred_in_one_step(page: SearchPage, qtbot: QtBot) -> None:
    library = page.desk.session.library
    qtbot.keyClick(page.hits, Key.Key_D, CTRL)

    def starred() -> int:
        return len([one for one in library.data.items.all("claim") if one.starred])

    qtbot.waitUntil(lambda: starred() >= MANY, timeout=20_000)
    library.undo()
    assert library.undo_label == "Make many"


def test_an_edit_meanwhile_ends_the_work_and_leaves_one_step(
    page: SearchPage, qtbot: QtBot
) -> None:
    library = page.desk.session.library
    qtbot.keyClick(page.hits, Key.Key_T, CTRL)
    edited: list[int] = []

    def edit(said: str) -> None:
        if said.startswith("Tag: 25") and not edited:
            edited.append(cards.create(library, "person", "Somebody").id)

    said: list[str] = []
    page.desk.said.connect(said.append)
    page.desk.said.connect(edit)
    answer(page, qtbot, "strip-tag", "water")
    qtbot.waitUntil(lambda: any("since something else" in words for words in said))
    assert len(library.data.tags.items_with("water")) == 25
    library.undo()
    library.undo()
    assert not library.data.tags.items_with("water")
    assert library.undo_label == "Make many"
