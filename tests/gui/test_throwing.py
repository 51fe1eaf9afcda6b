from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.item_actions.throwing import take_away, throw_away
from khiva_notes.gui.library_view import LibraryView
from khiva_notes.services import cards

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def view(sample_desk: Desk, qtbot: QtBot) -> Iterator[LibraryView]:
    """The inside of the window over the sample."""
    made = LibraryView(sample_desk)
    qtbot.addWidget(made, before_close_func=lambda widget: widget.hide())
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made


def test_what_a_dispute_rests_on_goes_only_when_one_says_so_again(
    view: LibraryView, qtbot: QtBot
) -> None:
    desk = view.desk
    library = desk.session.library
    khan = library.data.items.by_key("asfandierkhan")
    claim = library.data.items.by_key("murder-of-the-khan")
    source = library.data.items.by_key("yusupov-memoirs")
    assert khan is not None and claim is not None and source is not None
    done: list[str] = []
    throw_away(desk, [source.id], lambda: done.append("gone"))
    assert not library.data.items.get(source.id).trashed
    words = view.findChild(QLabel, "notice-words")
    offer = view.findChild(QPushButton, "notice-offer")
    assert words is not None and offer is not None
    assert "Who killed the khan, and how?" in words.text()
    qtbot.keyClick(view, Qt.Key.Key_Delete, ALT)
    qtbot.waitUntil(lambda: bool(library.data.items.get(source.id).trashed))
    assert done == ["gone"]
    library.undo()
    assert not library.data.items.get(source.id).trashed


def test_what_nothing_rests_on_goes_at_once(view: LibraryView) -> None:
    library = view.desk.session.library
    card = cards.create(library, "person", "Nobody")
    throw_away(view.desk, [card.id])
    assert library.data.items.get(card.id).trashed


def test_a_quoted_passage_stays_until_one_says_so_again(view: LibraryView, qtbot: QtBot) -> None:
    library = view.desk.session.library
    item = library.data.items.by_key("who-killed-the-khan")
    assert item is not None
    passage_id = next(
        i for cell in library.data.disputes.get(item.id).cells for i in cell.passage_ids
    )
    take_away(view.desk, passage_id)
    assert library.data.passages.many([passage_id])
    qtbot.keyClick(view, Qt.Key.Key_Delete, ALT)
    qtbot.waitUntil(lambda: not library.data.passages.many([passage_id]))
