"""Finding a card while one types, by any spelling, with the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListView
from pytestqt.qtbot import QtBot

from khiva_notes.gui.cards.chooser import CardChooser
from khiva_notes.gui.desk import Desk
from khiva_notes.services import cards, trash

Key = Qt.Key


@pytest.fixture
def chooser(sample_desk: Desk, qtbot: QtBot) -> Iterator[CardChooser]:
    chooser = CardChooser(sample_desk, ("person", "group"), allow_new=True)
    qtbot.addWidget(chooser)
    chooser.resize(360, 300)
    with qtbot.waitExposed(chooser):
        chooser.show()
    chooser.setFocus()
    qtbot.waitUntil(lambda: bool(rows(chooser)))
    yield chooser
    chooser.hide()


def field(chooser: CardChooser) -> QLineEdit:
    found = chooser.findChild(QLineEdit, "chooser-field")
    assert isinstance(found, QLineEdit)
    return found


def rows(chooser: CardChooser) -> list[str]:
    view = chooser.findChild(QListView, "chooser-rows")
    assert isinstance(view, QListView)
    model = view.model()
    assert model is not None
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_card_is_found_under_another_spelling_and_taken_with_enter(
    chooser: CardChooser, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field(chooser), "junaid k")
    assert rows(chooser)[0] == "Zhunaidkhan, also Junaid Khan, person"
    with qtbot.waitSignal(chooser.chosen) as chosen:
        qtbot.keyClick(field(chooser), Key.Key_Return)
    items = chooser.desk.session.library.data.items
    assert items.get(chosen.args[0]).key == "junaid-khan"


def test_cyrillic_letters_find_a_latin_name(chooser: CardChooser) -> None:
    field(chooser).insert("Асфандиёр")
    assert rows(chooser)[0].startswith("Asfandierkhan")


def test_only_the_kinds_asked_for_are_offered(chooser: CardChooser, qtbot: QtBot) -> None:
    qtbot.keyClicks(field(chooser), "khiva")
    assert all(row.endswith(("person", "group")) or row.startswith("New") for row in rows(chooser))


def test_the_arrows_walk_round_and_the_last_rows_make_a_new_card(
    chooser: CardChooser, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field(chooser), "Kaufman")
    assert rows(chooser)[-2:] == ["New person “Kaufman”", "New group “Kaufman”"]
    qtbot.keyClick(field(chooser), Key.Key_Up)
    with qtbot.waitSignal(chooser.created) as created:
        qtbot.keyClick(field(chooser), Key.Key_Return)
    assert (created.args[0], chooser.new_kind) == ("Kaufman", "group")


def test_shift_enter_makes_a_new_card_although_others_match(
    chooser: CardChooser, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field(chooser), "Said")
    with qtbot.waitSignal(chooser.created) as created:
        qtbot.keyClick(field(chooser), Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert (created.args[0], chooser.new_kind) == ("Said", "person")


def test_esc_gives_up(chooser: CardChooser, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chooser.cancelled):
        qtbot.keyClick(field(chooser), Key.Key_Escape)


def test_a_click_takes_a_row(chooser: CardChooser, qtbot: QtBot) -> None:
    qtbot.keyClicks(field(chooser), "said")
    view = chooser.findChild(QListView, "chooser-rows")
    assert isinstance(view, QListView)
    index = view.model().index(1, 0)
    title = index.data().split(",")[0]
    with qtbot.waitSignal(chooser.chosen) as chosen:
        where = view.visualRect(index).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert chooser.desk.session.library.data.items.get(chosen.args[0]).title == title


def test_cards_that_are_left_out_are_not_offered(chooser: CardChooser, qtbot: QtBot) -> None:
    khan = chooser.desk.session.library.data.items.by_key("junaid-khan")
    assert khan is not None
    chooser.leave_out(frozenset({khan.id}))
    qtbot.keyClicks(field(chooser), "junaid k")
    assert not rows(chooser)[0].startswith("Zhunaidkhan,")


def test_what_happens_meanwhile_shows(chooser: CardChooser, qtbot: QtBot) -> None:
    library = chooser.desk.session.library
    qtbot.keyClicks(field(chooser), "kaufman")
    made = cards.create(library, "person", "Konstantin von Kaufman")
    assert rows(chooser)[0].startswith("Konstantin von Kaufman")
    trash.trash(library, [made.id])
    assert rows(chooser)[0].startswith("New")


def test_without_new_cards_nothing_is_said_to_be_found(sample_desk: Desk, qtbot: QtBot) -> None:
    chooser = CardChooser(sample_desk, ("place",))
    qtbot.addWidget(chooser)
    chooser.show()
    qtbot.waitUntil(lambda: bool(rows(chooser)))
    qtbot.keyClicks(field(chooser), "wwwxx")
    nothing = chooser.findChild(QLabel, "chooser-nothing")
    assert isinstance(nothing, QLabel)
    assert nothing.isVisible()
    with qtbot.assertNotEmitted(chooser.chosen):
        qtbot.keyClick(field(chooser), Key.Key_Return)
    chooser.hide()
