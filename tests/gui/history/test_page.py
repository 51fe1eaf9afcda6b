"""An item's past in the window: what is shown of it, and going back by key and by mouse."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QListView, QTextBrowser, QToolButton
from pytestqt.qtbot import QtBot

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.history.page import HistoryPage
from khiva_notes.gui.navigation import Place
from khiva_notes.model.items import Item
from khiva_notes.services import cards, links

Key = Qt.Key


@pytest.fixture
def khan(desk: Desk) -> Item:
    library = desk.session.library
    khan = cards.create(library, "person", "Said", body="He was khan of Khiva.")
    cards.rename(library, khan.id, "Said Abdullah")
    cards.write_body(library, khan.id, "He was the last khan of Khiva.")
    links.tag(library, [khan.id], "throne")
    return khan


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[HistoryPage]:
    page = HistoryPage(desk)
    qtbot.addWidget(page)
    desk.session.changed.connect(page.follow)
    page.resize(1000, 600)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    yield page
    page.hide()


def the_list(page: HistoryPage) -> QListView:
    view = page.findChild(QListView, "history-versions")
    assert isinstance(view, QListView)
    return view


def labels(page: HistoryPage) -> list[str]:
    model = the_list(page).model()
    assert model is not None
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def words(page: HistoryPage) -> str:
    browser = page.findChild(QTextBrowser, "history-differences")
    assert isinstance(browser, QTextBrowser)
    return browser.toPlainText()


def go(page: HistoryPage, qtbot: QtBot, item: Item, count: int) -> None:
    page.open(Place("history", item_id=item.id))
    qtbot.waitUntil(lambda: len(labels(page)) == count)


def test_the_arrows_walk_through_what_each_step_changed(
    page: HistoryPage, khan: Item, qtbot: QtBot
) -> None:
    go(page, qtbot, khan, 4)
    assert labels(page) == ["Tag", "Edit person", "Rename person", "Add person"]
    assert words(page).split("\n") == ["Tags", "throne"]
    qtbot.keyClick(the_list(page), Key.Key_Down)
    assert words(page).split("\n") == ["Notes", "He was the last khan of Khiva."]
    qtbot.keyClick(the_list(page), Key.Key_Down)
    assert "SaidAbdullah" in words(page).replace(" ", "")
    assert page.status() == "4 versions"


def test_words_that_went_are_struck_through_and_those_that_came_underlined(
    page: HistoryPage, khan: Item, desk: Desk, qtbot: QtBot
) -> None:
    cards.set_field(desk.session.library, khan.id, "role", "the last khan")
    cards.star(desk.session.library, khan.id, True)
    cards.set_field(desk.session.library, khan.id, "role", "the first khan")
    go(page, qtbot, khan, 7)
    browser = page.findChild(QTextBrowser, "history-differences")
    assert isinstance(browser, QTextBrowser)
    marked = {}
    block = browser.document().lastBlock()
    part = block.begin()
    while not part.atEnd():
        fragment = part.fragment()
        form = fragment.charFormat()
        marked[fragment.text()] = (form.fontStrikeOut(), form.fontUnderline())
        part += 1
    assert marked == {
        "the ": (False, False),
        "last": (True, False),
        "first": (False, True),
        " khan": (False, False),
    }


def test_enter_goes_back_as_one_step(
    page: HistoryPage, khan: Item, desk: Desk, qtbot: QtBot
) -> None:
    library = desk.session.library
    go(page, qtbot, khan, 4)
    qtbot.keyClick(the_list(page), Key.Key_End)
    with qtbot.waitSignal(desk.said) as said:
        qtbot.keyClick(the_list(page), Key.Key_Return)
    assert said.args[0].startswith("It is again what it was on")
    qtbot.waitUntil(lambda: len(labels(page)) == 5)
    assert library.data.items.get(khan.id).title == "Said"
    assert library.data.tags.of(khan.id) == []
    library.undo()
    assert library.data.items.get(khan.id).title == "Said Abdullah"
    qtbot.waitUntil(lambda: labels(page)[0].startswith("Undo: Go back"))


def test_the_button_goes_back_too_but_not_to_what_is(
    page: HistoryPage, khan: Item, desk: Desk, qtbot: QtBot
) -> None:
    go(page, qtbot, khan, 4)
    button = page.findChild(QToolButton, "history-go-back")
    assert isinstance(button, QToolButton)
    assert not button.isEnabled()
    qtbot.keyClick(the_list(page), Key.Key_Down)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.session.library.data.tags.of(khan.id) == []


def test_space_compares_with_the_present(page: HistoryPage, khan: Item, qtbot: QtBot) -> None:
    go(page, qtbot, khan, 4)
    qtbot.keyClick(the_list(page), Key.Key_End)
    qtbot.keyClick(the_list(page), Key.Key_Space)
    box = page.findChild(QCheckBox, "history-compare-now")
    assert isinstance(box, QCheckBox)
    assert box.isChecked()
    assert [name for name in ("Title", "Tags", "Notes", "Names") if name in words(page)] == [
        "Title",
        "Tags",
        "Notes",
        "Names",
    ]


def test_five_hundred_versions_are_listed(
    page: HistoryPage, khan: Item, desk: Desk, qtbot: QtBot
) -> None:
    library = desk.session.library
    for number in range(250):
        cards.star(library, khan.id, True)
        cards.write_body(library, khan.id, f"Notes {number}")
        cards.star(library, khan.id, False)
    go(page, qtbot, khan, 754)
    qtbot.keyClick(the_list(page), Key.Key_End)
    assert words(page).startswith("Title")


def test_escape_leads_back(page: HistoryPage, khan: Item, desk: Desk, qtbot: QtBot) -> None:
    desk.navigator.go(Place("card", item_id=khan.id))
    desk.navigator.go(Place("history", item_id=khan.id))
    go(page, qtbot, khan, 4)
    qtbot.keyClick(the_list(page), Key.Key_Escape)
    assert desk.navigator.current.view == "card"
