"""Cards that may be one, side by side: merged, kept apart or opened by a key."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.lists.doubles_page import DoublesPage
from khiva_notes.gui.navigation import Place
from khiva_notes.services import cards

Key = Qt.Key


@pytest.fixture
def page(sample_desk: Desk, qtbot: QtBot) -> Iterator[DoublesPage]:
    page = DoublesPage(sample_desk)
    qtbot.addWidget(page)
    sample_desk.session.changed.connect(page.follow)
    page.resize(1000, 700)
    with qtbot.waitExposed(page):
        page.show()
    yield page
    page.hide()


@pytest.fixture
def pair(page: DoublesPage, qtbot: QtBot) -> tuple[int, int]:
    library = page.desk.session.library
    khan = library.data.items.by_key("junaid-khan")
    assert khan is not None
    double = cards.create(library, "person", "Junayd Khan").id
    page.open(Place("doubles", kind="person"))
    qtbot.waitUntil(lambda: row(page, khan.id, double) is not None)
    return khan.id, double


def row(page: DoublesPage, one: int, other: int) -> QWidget | None:
    found = page.findChild(QWidget, f"pair-{one}-{other}")
    assert found is None or isinstance(found, QWidget)
    return found


def test_the_evidence_of_both_stands_side_by_side(page: DoublesPage, pair: tuple[int, int]) -> None:
    found = row(page, *pair)
    assert found is not None
    words = " ".join(label.text() for label in found.findChildren(QLabel))
    assert "Zhunaidkhan" in words
    assert "Junayd Khan" in words
    assert "leader of the Javmut clan" in words
    assert "No passage." in words
    assert found.hasFocus()


def test_1_merges_under_the_first_title_and_undo_brings_the_pair_back(
    page: DoublesPage, pair: tuple[int, int], qtbot: QtBot
) -> None:
    library = page.desk.session.library
    qtbot.keyClick(row(page, *pair), Key.Key_1)
    assert library.data.items.get(pair[1]).trashed
    assert "Junayd Khan" in [name.text for name in library.data.names.of(pair[0])]
    qtbot.waitUntil(lambda: row(page, *pair) is None)
    library.undo()
    qtbot.waitUntil(lambda: row(page, *pair) is not None)


def test_2_keeps_the_second_title(page: DoublesPage, pair: tuple[int, int], qtbot: QtBot) -> None:
    qtbot.keyClick(row(page, *pair), Key.Key_2)
    items = page.desk.session.library.data.items
    assert items.get(pair[0]).trashed
    assert not items.get(pair[1]).trashed


def test_n_keeps_them_apart_for_good(
    page: DoublesPage, pair: tuple[int, int], qtbot: QtBot
) -> None:
    qtbot.keyClick(row(page, *pair), Key.Key_N)
    qtbot.waitUntil(lambda: row(page, *pair) is None)
    items = page.desk.session.library.data.items
    assert not items.get(pair[0]).trashed
    assert not items.get(pair[1]).trashed


def test_enter_opens_the_first_card_and_shift_enter_the_second(
    page: DoublesPage, pair: tuple[int, int], qtbot: QtBot
) -> None:
    navigator = page.desk.navigator
    qtbot.keyClick(row(page, *pair), Key.Key_Return)
    assert navigator.current == Place("card", item_id=pair[0])
    qtbot.keyClick(row(page, *pair), Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert navigator.current == Place("card", item_id=pair[1])


def test_when_nothing_looks_alike_that_is_said(page: DoublesPage, qtbot: QtBot) -> None:
    page.open(Place("doubles", kind="person"))
    words = page.findChild(QLabel, "doubles-words")
    assert isinstance(words, QLabel)
    qtbot.waitUntil(lambda: "No two names" in words.text())
