"""The works of an article, looked through with the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.works.page import ReferencesPage
from khiva_notes.gui.works.reference_row import ReferenceRow
from khiva_notes.importers import read_bytes
from khiva_notes.services.sources import import_text
from tests.services.test_references import ARTICLE


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> ReferencesPage:
    return shown(desk, qtbot, ARTICLE)


def shown(desk: Desk, qtbot: QtBot, text: str) -> ReferencesPage:
    source = import_text(desk.session.library, read_bytes(text.encode(), "a.md"), "a.md").source
    page = ReferencesPage(desk)
    qtbot.addWidget(page)
    desk.session.changed.connect(page.follow)
    page.resize(900, 700)
    page.show()
    page.open(Place("references", item_id=source.id))
    qtbot.waitUntil(lambda: "Looking" not in words(page))
    return page


def words(page: ReferencesPage) -> str:
    label = page.findChild(QLabel, "references-words")
    assert label is not None
    return label.text()


def row(page: ReferencesPage, number: str) -> ReferenceRow:
    found = page.findChildren(ReferenceRow, f"reference-row-{number}")
    assert found
    return found[-1]


def titles(desk: Desk) -> set[str]:
    return {item.title for item in desk.session.library.data.items.all("source")}


def test_enter_accepts_n_refuses_and_undo_brings_back(
    page: ReferencesPage, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.keyClick(row(page, "2"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "0 of" not in page.status() and "2 of 3" in page.status())
    assert "Переворот в Хиве" in titles(desk)
    qtbot.keyClick(row(page, "3"), Qt.Key.Key_N)
    qtbot.waitUntil(lambda: "1 of 2" in page.status())
    desk.session.library.undo()
    desk.session.library.undo()
    qtbot.waitUntil(lambda: "3 of 3" in page.status())


def test_what_was_misread_is_put_right_before_it_is_entered(
    page: ReferencesPage, desk: Desk, qtbot: QtBot
) -> None:
    entry = row(page, "3")
    qtbot.keyClick(entry, Qt.Key.Key_E)
    field = entry.findChild(QLineEdit, "reference-title")
    assert field is not None
    field.selectAll()
    qtbot.keyClicks(field, "A clear title")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "2 of 3" in page.status())
    assert "A clear title" in titles(desk)


def test_all_are_accepted_at_once(page: ReferencesPage, desk: Desk, qtbot: QtBot) -> None:
    page.actions_for("Card")[0].trigger()
    qtbot.waitUntil(lambda: "0 of 3" in page.status())
    assert len(titles(desk)) == 4
    desk.session.library.undo()
    assert len(titles(desk)) == 1


def test_a_text_without_a_list_says_so_and_takes_works_by_number(desk: Desk, qtbot: QtBot) -> None:
    page = shown(desk, qtbot, "The khan was killed [7, 12] and buried [7, 13].")
    assert "without a list" in words(page)
    field = page.findChild(QLineEdit, "unlisted-7")
    assert field is not None
    qtbot.keyClicks(field, "Becker, S. Protectorates. Leiden: Brill, 1968.")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Protectorates" in titles(desk))
