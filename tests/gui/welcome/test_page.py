"""The overview of an open library."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.welcome.page import LibraryWelcome
from khiva_notes.services import cards

Key = Qt.Key


def shown(desk: Desk, qtbot: QtBot) -> LibraryWelcome:
    page = LibraryWelcome(desk)
    desk.session.changed.connect(page.follow)
    qtbot.addWidget(page)
    page.resize(900, 700)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.open(Place("welcome"))
    return page


@pytest.fixture
def page(sample_desk: Desk, qtbot: QtBot) -> LibraryWelcome:
    return shown(sample_desk, qtbot)


def button(page: LibraryWelcome, name: str) -> QPushButton:
    found = [one for one in page.findChildren(QPushButton, name) if one.isVisible()]
    assert found, name
    return found[0]


def latest(page: LibraryWelcome) -> list[str]:
    return [
        one.objectName()
        for one in page.findChildren(QPushButton)
        if one.objectName().startswith("latest-") and one.isVisibleTo(page)
    ]


def test_an_empty_library_says_what_to_do_first(desk: Desk, qtbot: QtBot) -> None:
    page = shown(desk, qtbot)
    invitation = page.findChild(QLabel, "overview-invitation")
    assert invitation is not None and "Ctrl+I" in invitation.text()
    assert button(page, "overview-import").isEnabled()


def test_a_source_and_a_dispute_are_opened_by_keys(
    page: LibraryWelcome, qtbot: QtBot, sample_desk: Desk
) -> None:
    items = sample_desk.session.library.data.items
    assert page.focusWidget().objectName() == "open-khiva-article"
    qtbot.keyClick(page.focusWidget(), Key.Key_Return)
    article = items.by_key("khiva-article")
    assert article is not None
    assert sample_desk.navigator.current == Place("source", article.id)
    dispute = button(page, "open-who-killed-the-khan")
    assert "accounts" in dispute.accessibleName()
    qtbot.keyClick(dispute, Key.Key_Return)
    assert sample_desk.navigator.current.view == "dispute"


def test_a_count_opens_its_list_and_follows_each_step(
    page: LibraryWelcome, qtbot: QtBot, sample_desk: Desk
) -> None:
    library = sample_desk.session.library
    before = library.data.items.counts()["person"]
    assert f"{before} people" in button(page, "count-person").text()
    made = cards.create(library, "person", "Somebody New")
    assert f"{before + 1} people" in button(page, "count-person").text()
    qtbot.waitUntil(lambda: latest(page)[:1] == [f"latest-{made.key}"])
    library.undo()
    assert f"{before} people" in button(page, "count-person").text()
    qtbot.mouseClick(button(page, "count-person"), Qt.MouseButton.LeftButton)
    assert sample_desk.navigator.current == Place("list", kind="person")


def test_the_keyboard_stays_where_it_is_when_the_library_changes(
    page: LibraryWelcome, qtbot: QtBot, sample_desk: Desk
) -> None:
    qtbot.keyClick(page.focusWidget(), Key.Key_Down)
    name = page.focusWidget().objectName()
    cards.create(sample_desk.session.library, "person", "Somebody New")
    assert page.focusWidget().objectName() == name


def test_the_keyboard_stays_on_what_was_changed_last_when_something_else_was(
    page: LibraryWelcome, qtbot: QtBot, sample_desk: Desk
) -> None:
    qtbot.waitUntil(lambda: len(latest(page)) == 6)
    focused = button(page, latest(page)[1])
    focused.setFocus()
    name = focused.objectName()
    made = cards.create(sample_desk.session.library, "person", "Somebody New")
    qtbot.waitUntil(lambda: latest(page)[:1] == [f"latest-{made.key}"])
    assert latest(page)[2] == name
    assert page.focusWidget().objectName() == name
    qtbot.keyClick(page.focusWidget(), Key.Key_Up)
    qtbot.keyClick(page.focusWidget(), Key.Key_Up)
    assert page.focusWidget().objectName() == f"latest-{made.key}"
