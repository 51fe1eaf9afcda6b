"""Editing a card: what is typed is saved, what happens elsewhere is shown, nothing is clobbered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from khiva_notes.gui.cards.editor import CardEditor
from khiva_notes.gui.desk import Desk
from khiva_notes.services import cards

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def person(desk: Desk, qtbot: QtBot) -> Iterator[CardEditor]:
    item = cards.create(desk.session.library, "person", "Zhunaidkhan")
    editor = CardEditor(desk, item.id)
    qtbot.addWidget(editor)
    editor.resize(600, 700)
    with qtbot.waitExposed(editor):
        editor.show()
    yield editor
    editor.hide()


def part(editor: CardEditor, name: str) -> QWidget:
    found = editor.findChild(QWidget, name)
    assert isinstance(found, QWidget), name
    return found


def title_of(editor: CardEditor) -> str:
    return editor.desk.session.library.data.items.get(editor.item_id).title


def test_typing_over_the_selected_title_renames_at_a_pause(
    person: CardEditor, qtbot: QtBot
) -> None:
    person.focus_title()
    qtbot.keyClicks(part(person, "card-title"), "Junaid Khan")
    qtbot.waitUntil(lambda: title_of(person) == "Junaid Khan")


@pytest.mark.parametrize(
    ("field", "key", "modifier"),
    [
        ("card-title", Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        ("card-title", Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        ("field-role", Key.Key_Return, CONTROL),
        ("card-notes", Key.Key_Return, CONTROL),
        ("card-notes", Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_leaving_saves_at_once_and_hands_the_focus_back(
    person: CardEditor,
    qtbot: QtBot,
    field: str,
    key: Key,
    modifier: Qt.KeyboardModifier,
) -> None:
    widget = part(person, field)
    widget.setFocus()
    qtbot.keyClicks(widget, "x")
    with qtbot.waitSignal(person.done):
        qtbot.keyClick(widget, key, modifier)
    item = person.desk.session.library.data.items.get(person.item_id)
    assert "x" in (item.title + item.body + str(item.fields.get("role", "")))


def test_an_edit_typed_in_one_go_is_undone_in_one_step(person: CardEditor, qtbot: QtBot) -> None:
    library = person.desk.session.library
    role = part(person, "field-role")
    role.setFocus()
    for word in ("leader ", "of a clan"):
        qtbot.keyClicks(role, word)
        wanted = "leader" if word == "leader " else "leader of a clan"
        qtbot.waitUntil(
            lambda wanted=wanted: (
                library.data.items.get(person.item_id).fields.get("role") == wanted
            )
        )
    library.undo()
    assert "role" not in library.data.items.get(person.item_id).fields
    assert isinstance(role, QPlainTextEdit)
    assert role.toPlainText() == ""


def test_an_undo_from_elsewhere_shows_in_the_field(person: CardEditor, qtbot: QtBot) -> None:
    library = person.desk.session.library
    cards.rename(library, person.item_id, "Somebody")
    title = part(person, "card-title")
    assert isinstance(title, QPlainTextEdit)
    assert title.toPlainText() == "Somebody"
    library.undo()
    assert title.toPlainText() == "Zhunaidkhan"


def test_a_change_from_elsewhere_does_not_clobber_what_is_being_typed(
    person: CardEditor, qtbot: QtBot
) -> None:
    role = part(person, "field-role")
    assert isinstance(role, QPlainTextEdit)
    role.setFocus()
    qtbot.keyClicks(role, "khan")
    cards.set_field(person.desk.session.library, person.item_id, "sex", "male")
    assert role.toPlainText() == "khan"
    sex = part(person, "field-sex")
    assert isinstance(sex, QComboBox)
    assert sex.currentText() == "male"


def test_a_blank_at_the_end_is_neither_saved_nor_taken_away_while_typing(
    person: CardEditor, qtbot: QtBot
) -> None:
    title = part(person, "card-title")
    assert isinstance(title, QPlainTextEdit)
    person.focus_title()
    qtbot.keyClicks(title, "Said ")
    qtbot.waitUntil(lambda: title_of(person) == "Said")
    assert title.toPlainText() == "Said "


def test_an_empty_title_is_not_saved_and_comes_back(person: CardEditor, qtbot: QtBot) -> None:
    title = part(person, "card-title")
    assert isinstance(title, QPlainTextEdit)
    person.focus_title()
    qtbot.keyClick(title, Key.Key_Delete)
    part(person, "field-role").setFocus()
    assert title.toPlainText() == "Zhunaidkhan"
    assert title_of(person) == "Zhunaidkhan"


def test_a_choice_is_saved(person: CardEditor, qtbot: QtBot) -> None:
    sex = part(person, "field-sex")
    sex.setFocus()
    qtbot.keyClicks(sex, "fem")
    item = person.desk.session.library.data.items.get(person.item_id)
    assert item.fields["sex"] == "female"


def test_a_tag_is_added_with_enter_and_removed_with_delete(
    person: CardEditor, qtbot: QtBot
) -> None:
    tags = person.desk.session.library.data.tags
    line = part(person, "add-tag")
    line.setFocus()
    qtbot.keyClicks(line, "coup")
    qtbot.keyClick(line, Key.Key_Return)
    assert tags.of(person.item_id) == ["coup"]
    qtbot.keyClick(line, Key.Key_Backspace)
    qtbot.keyClick(part(person, "tag-coup"), Key.Key_Delete)
    assert tags.of(person.item_id) == []


def test_names_are_added_preferred_edited_and_removed(person: CardEditor, qtbot: QtBot) -> None:
    names = person.desk.session.library.data.names
    line = part(person, "add-name")
    line.setFocus()
    qtbot.keyClicks(line, "Junaid Khan")
    qtbot.keyClick(line, Key.Key_Return)
    added = names.of(person.item_id)[1]
    assert (added.text, added.kind) == ("Junaid Khan", "variant")

    row = part(person, f"name-{added.id}")
    row.setFocus()
    qtbot.keyClick(row, Key.Key_F2)
    text = part(person, "name-text")
    qtbot.keyClicks(text, "Junaid-khan")
    qtbot.keyClick(text, Key.Key_Return)
    assert names.get(added.id).text == "Junaid-khan"

    qtbot.keyClick(part(person, f"name-{added.id}"), Key.Key_P)
    assert title_of(person) == "Junaid-khan"

    old = next(name for name in names.of(person.item_id) if name.text == "Zhunaidkhan")
    qtbot.keyClick(part(person, f"name-{old.id}"), Key.Key_Delete)
    assert "Zhunaidkhan" not in [name.text for name in names.of(person.item_id)]


def test_star_and_trash(person: CardEditor, qtbot: QtBot) -> None:
    items = person.desk.session.library.data.items
    star = part(person, "card-star")
    assert isinstance(star, QToolButton)
    qtbot.mouseClick(star, Qt.MouseButton.LeftButton)
    assert items.get(person.item_id).starred
    with qtbot.waitSignal(person.done):
        qtbot.mouseClick(part(person, "card-trash"), Qt.MouseButton.LeftButton)
    assert items.get(person.item_id).trashed


def test_undoing_the_making_of_a_card_leaves_its_editor_harmless(
    person: CardEditor, qtbot: QtBot
) -> None:
    library = person.desk.session.library
    library.undo()
    assert not person.isEnabled()
    person.flush()
    library.redo()
    assert person.isEnabled()
    assert title_of(person) == "Zhunaidkhan"


def test_a_compact_editor_keeps_the_rest_behind_more(desk: Desk, qtbot: QtBot) -> None:
    item = cards.create(desk.session.library, "claim", "The khan was killed")
    editor = CardEditor(desk, item.id, compact=True)
    qtbot.addWidget(editor)
    editor.show()
    assert editor.findChild(QWidget, "field-how-known") is None
    more = part(editor, "card-more")
    more.setFocus()
    qtbot.keyClick(more, Key.Key_Space)
    qtbot.waitUntil(lambda: part(editor, "field-how-known").isVisible())
    editor.hide()
