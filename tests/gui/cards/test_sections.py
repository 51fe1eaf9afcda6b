"""The parts of a card's form that name other cards, hold notes, and show what the card rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from khiva_notes.gui.cards.date_field import DateField
from khiva_notes.gui.cards.editor import CardEditor
from khiva_notes.gui.cards.notes_preview import NotesPreview
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.services import cards, links, merging

Key = Qt.Key
Make = Callable[[str], CardEditor]


@pytest.fixture
def make(sample_desk: Desk, qtbot: QtBot) -> Iterator[Make]:
    made: list[CardEditor] = []

    def edit(key: str) -> CardEditor:
        item = sample_desk.session.library.data.items.by_key(key)
        assert item is not None
        editor = CardEditor(sample_desk, item.id)
        made.append(editor)
        qtbot.addWidget(editor)
        editor.resize(600, 900)
        with qtbot.waitExposed(editor):
            editor.show()
        return editor

    yield edit
    for editor in made:
        editor.hide()


def part(editor: QWidget, name: str) -> QWidget:
    found = editor.findChild(QWidget, name)
    assert isinstance(found, QWidget), name
    return found


def number(editor: CardEditor, key: str) -> int:
    item = editor.desk.session.library.data.items.by_key(key)
    assert item is not None
    return item.id


def held(editor: CardEditor, relation: str) -> list[tuple[str, str]]:
    data = editor.desk.session.library.data
    return [
        (data.items.get(link.to_id).key, link.role)
        for link in data.links.of(editor.item_id)
        if link.type == relation
    ]


def find(editor: CardEditor, qtbot: QtBot, words: str) -> QLineEdit:
    field = part(editor, "chooser-field")
    assert isinstance(field, QLineEdit)
    rows = part(editor, "chooser-rows")
    assert isinstance(rows, QListView)
    qtbot.waitUntil(lambda: rows.model().rowCount() > 0)
    qtbot.keyClicks(field, words)
    return field


def test_a_participant_is_found_added_and_given_a_role(make: Make, qtbot: QtBot) -> None:
    editor = make("burial-of-asfandierkhan")
    qtbot.keyClick(part(editor, "add-participants"), Key.Key_Space)
    field = find(editor, qtbot, "junaid k")
    qtbot.keyClick(field, Key.Key_Return)
    assert ("junaid-khan", "") in held(editor, "participant")
    role = part(editor, "chip-role")
    qtbot.keyClicks(role, "mourner")
    qtbot.keyClick(role, Key.Key_Return)
    assert ("junaid-khan", "mourner") in held(editor, "participant")


def test_a_place_that_is_not_there_yet_is_made_in_one_step(make: Make, qtbot: QtBot) -> None:
    editor = make("burial-of-asfandierkhan")
    library = editor.desk.session.library
    before = library.data.items.counts()["place"]
    qtbot.keyClick(part(editor, "add-place"), Key.Key_Space)
    field = find(editor, qtbot, "Hazarasp")
    qtbot.keyClick(field, Key.Key_Return)
    assert held(editor, "place")[-1][0] == "hazarasp"
    library.undo()
    assert library.data.items.counts()["place"] == before
    assert "hazarasp" not in [key for key, _ in held(editor, "place")]


def test_a_single_speaker_is_replaced(make: Make, qtbot: QtBot) -> None:
    claim = next(item for item in make_claims(make) if item)
    editor = make(claim)
    qtbot.keyClick(part(editor, "add-speaker"), Key.Key_Space)
    field = find(editor, qtbot, "Trotsky")
    qtbot.keyClick(field, Key.Key_Return)
    assert [key for key, _ in held(editor, "speaker")] == ["trotsky"]


def make_claims(make: Make) -> list[str]:
    data = make("junaid-khan").desk.session.library.data
    return [item.key for item in data.items.all("claim")[:1]]


def test_esc_in_the_chooser_closes_it_and_not_the_card(make: Make, qtbot: QtBot) -> None:
    editor = make("burial-of-asfandierkhan")
    qtbot.keyClick(part(editor, "add-participants"), Key.Key_Space)
    with qtbot.assertNotEmitted(editor.done):
        qtbot.keyClick(part(editor, "chooser-field"), Key.Key_Escape)
    qtbot.waitUntil(lambda: part(editor, "add-participants").isVisible())


def test_a_chip_opens_its_card_and_delete_removes_it(make: Make, qtbot: QtBot) -> None:
    editor = make("murder-of-the-khan")
    palace = number(editor, "khans-palace")
    chip = part(editor, f"chip-place-{palace}")
    with qtbot.waitSignal(editor.opened) as opened:
        qtbot.keyClick(chip, Key.Key_Return)
    assert opened.args[0] == Place("card", item_id=palace)
    qtbot.keyClick(chip, Key.Key_Delete)
    assert held(editor, "place") == []
    editor.desk.session.library.undo()
    assert part(editor, f"chip-place-{palace}").isVisibleTo(editor)


def test_a_linked_card_that_is_renamed_is_shown_so(make: Make, qtbot: QtBot) -> None:
    editor = make("murder-of-the-khan")
    palace = number(editor, "khans-palace")
    cards.rename(editor.desk.session.library, palace, "Tash Hauli")
    assert "Tash Hauli" in part(editor, f"chip-place-{palace}").accessibleName()


def test_links_are_read_from_both_ends_made_and_taken_away(make: Make, qtbot: QtBot) -> None:
    editor = make("trotsky")
    library = editor.desk.session.library
    qtbot.keyClick(part(editor, "add-link"), Key.Key_Space)
    kind = part(editor, "link-type")
    qtbot.keyClicks(kind, "was succeeded by")
    qtbot.keyClick(kind, Key.Key_Return)
    field = find(editor, qtbot, "Ruzimuhammad")
    qtbot.keyClick(field, Key.Key_Return)
    other = number(editor, "ruzimuhammad")
    made = next(link for link in library.data.links.of(other) if link.type == "successor-of")
    row = part(editor, f"link-{made.id}")
    assert row.accessibleName() == "was succeeded by Ruzimuhammad"
    qtbot.keyClick(row, Key.Key_Delete)
    assert not [link for link in library.data.links.of(other) if link.type == "successor-of"]


def test_a_link_of_ones_own_type_reads_from_both_ends(make: Make, qtbot: QtBot) -> None:
    editor = make("trotsky")
    library = editor.desk.session.library
    links.link(library, editor.item_id, number(editor, "ruzimuhammad"), "envies")
    row = part(editor, f"link-{library.data.links.of(editor.item_id)[-1].id}")
    assert row.accessibleName() == "envies Ruzimuhammad"


def test_words_that_are_no_type_become_one_with_its_inverse(make: Make, qtbot: QtBot) -> None:
    editor = make("trotsky")
    library = editor.desk.session.library
    qtbot.keyClick(part(editor, "add-link"), Key.Key_Space)
    kind = part(editor, "link-type")
    qtbot.keyClicks(kind, "betrayed")
    qtbot.keyClick(kind, Key.Key_Return)
    inverse = part(editor, "relation-inverse")
    assert editor.window().focusWidget() is inverse
    qtbot.keyClicks(inverse, "was betrayed by")
    qtbot.keyClick(inverse, Key.Key_Return)
    qtbot.keyClick(find(editor, qtbot, "Ruzimuhammad"), Key.Key_Return)
    made = library.data.links.of(editor.item_id)[-1]
    assert part(editor, f"link-{made.id}").accessibleName() == "betrayed Ruzimuhammad"
    other = make("ruzimuhammad")
    assert part(other, f"link-{made.id}").accessibleName().startswith("was betrayed by")


def test_a_type_of_ones_own_is_renamed_and_deleted_where_it_is_chosen(
    make: Make, qtbot: QtBot
) -> None:
    editor = make("trotsky")
    library = editor.desk.session.library
    mine = links.define_relation(library, "betrayed", "was betrayed by")
    qtbot.keyClick(part(editor, "add-link"), Key.Key_Space)
    kind = part(editor, "link-type")
    assert part(editor, "rename-relation").isHidden()
    qtbot.keyClicks(kind, "was betrayed by")
    qtbot.keyClick(part(editor, "rename-relation"), Key.Key_Space)
    label = part(editor, "relation-label")
    qtbot.keyClicks(label, "sold")
    qtbot.keyClick(label, Key.Key_Return)
    qtbot.keyClick(part(editor, "relation-inverse"), Key.Key_Return)
    assert library.data.relation_types.all()[mine.name].label == "sold"
    qtbot.keyClick(part(editor, "delete-relation"), Key.Key_Space)
    assert not library.data.relation_types.all()
    assert part(editor, "delete-relation").isHidden()


def test_a_person_takes_part_in_an_event_as_something(make: Make, qtbot: QtBot) -> None:
    editor = make("trotsky")
    library = editor.desk.session.library
    qtbot.keyClick(part(editor, "add-link"), Key.Key_Space)
    kind = part(editor, "link-type")
    qtbot.keyClicks(kind, "took part in")
    qtbot.keyClick(kind, Key.Key_Return)
    role = part(editor, "link-role")
    assert editor.window().focusWidget() is role
    qtbot.keyClicks(role, "onlooker")
    qtbot.keyClick(role, Key.Key_Return)
    qtbot.keyClick(find(editor, qtbot, "murder"), Key.Key_Return)
    made = [n for n in library.data.links.to(editor.item_id) if n.role == "onlooker"]
    assert [link.type for link in made] == ["participant"]


def test_notes_read_as_prose_with_live_links_and_turn_to_typing(make: Make, qtbot: QtBot) -> None:
    editor = make("asfandierkhan")
    preview = part(editor, "notes-preview")
    assert isinstance(preview, NotesPreview)
    assert "[[" not in preview.toPlainText()
    assert "killed in his own palace" in preview.toPlainText()
    place = link_place(preview, "Zhunaidkhan")
    editor.resize(600, 2400)
    with qtbot.waitSignal(editor.opened) as opened:
        qtbot.mouseClick(preview.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args[0] == Place("card", item_id=number(editor, "junaid-khan"))
    preview.setFocus()
    qtbot.keyClick(preview, Key.Key_F2)
    notes = part(editor, "card-notes")
    assert isinstance(notes, QPlainTextEdit)
    assert "[[junaid-khan|Zhunaidkhan]]" in notes.toPlainText()


def link_place(preview: NotesPreview, words: str) -> QPoint:
    cursor = preview.document().find(words)
    cursor.setPosition(cursor.selectionStart() + 2)
    return preview.cursorRect(cursor).center()


def test_two_brackets_complete_to_a_card_under_any_spelling(make: Make, qtbot: QtBot) -> None:
    editor = make("trotsky")
    qtbot.keyClick(part(editor, "notes-preview"), Key.Key_F2)
    notes = part(editor, "card-notes")
    assert isinstance(notes, QPlainTextEdit)
    notes.selectAll()
    qtbot.keyClicks(notes, "He wrote of [[junaid k")
    completion = editor.findChild(QListView, "link-completion")
    assert isinstance(completion, QListView)
    qtbot.waitUntil(lambda: completion.isVisible() or requery(notes, qtbot))
    with qtbot.assertNotEmitted(editor.done):
        qtbot.keyClick(notes, Key.Key_Return)
    assert notes.toPlainText() == "He wrote of [[junaid-khan|Junaid Khan]]"
    qtbot.keyClicks(notes, " and stopped.")
    item = editor.desk.session.library.data.items.get(editor.item_id)
    qtbot.waitUntil(
        lambda: editor.desk.session.library.data.items.get(item.id).body.endswith("stopped.")
    )


def requery(notes: QPlainTextEdit, qtbot: QtBot) -> bool:
    """Type one letter more, for the names may have been read only since."""
    qtbot.keyClick(notes, Key.Key_Backspace)
    qtbot.keyClicks(notes, "k")
    return False


def test_passages_are_shown_opened_and_removed(make: Make, qtbot: QtBot) -> None:
    editor = make("murder-of-the-khan")
    data = editor.desk.session.library.data
    passages = data.passages.of(editor.item_id)
    qtbot.waitUntil(lambda: editor.findChild(QWidget, f"passage-{passages[0].id}") is not None)
    row = part(editor, f"passage-{passages[0].id}")
    assert "On October 1, in his own palace" in part(row, "quotation").property("text")
    with qtbot.waitSignal(editor.opened) as opened:
        qtbot.keyClick(row, Key.Key_Return)
    source = data.texts.info(passages[0].version_id).item_id
    assert opened.args[0] == Place(
        "source", item_id=source, start=passages[0].start, end=passages[0].end
    )
    qtbot.keyClick(row, Key.Key_Delete)
    qtbot.waitUntil(lambda: editor.findChild(QWidget, f"passage-{passages[0].id}") is None)
    assert passages[0] not in data.passages.of(editor.item_id)


def test_where_a_card_is_used_is_told(make: Make, qtbot: QtBot) -> None:
    editor = make("junaid-khan")

    def uses() -> list[str]:
        return [row.accessibleName() for row in editor.findChildren(QWidget, "use")]

    qtbot.waitUntil(lambda: any(use.endswith("dispute") for use in uses()))
    assert any(use.endswith("in its notes") for use in uses())


def test_a_card_without_passages_says_how_to_get_them(make: Make, qtbot: QtBot) -> None:
    editor = make("the-author")
    nothing = editor.findChild(QLabel, "no-passages")
    assert isinstance(nothing, QLabel)
    qtbot.waitUntil(lambda: nothing.isVisibleTo(editor))


def test_a_day_typed_for_an_event_takes_the_year_its_text_speaks_of(
    make: Make, qtbot: QtBot
) -> None:
    editor = make("murder-of-the-khan")
    library = editor.desk.session.library
    cards.set_date(library, editor.item_id, "date", None)
    field = editor.findChild(DateField)
    assert isinstance(field, DateField)
    field.words.setFocus()
    qtbot.waitUntil(lambda: field.context_year is not None)
    assert field.context_year == 1918
    qtbot.keyClicks(field.words, "October 1")
    qtbot.waitUntil(lambda: "date" in library.data.dates.of(editor.item_id))
    date = library.data.dates.of(editor.item_id)["date"]
    assert (date.edtf, date.inferred) == ("1918-10-01", True)


def test_a_merged_card_is_taken_apart_from_the_card_it_became_part_of(
    make: Make, qtbot: QtBot
) -> None:
    editor = make("junaid-khan")
    library = editor.desk.session.library
    other = number(editor, "zhunaidkhan-eshim")
    assert part(editor, "card-merged").isHidden()
    merging.merge(library, editor.item_id, [other])
    assert not part(editor, "card-merged").isHidden()
    row = part(editor, f"merged-{other}")
    qtbot.keyClick(row, Key.Key_Return)
    assert not library.data.items.get(other).trashed
    assert part(editor, "card-merged").isHidden()


def test_notes_follow_a_change_from_elsewhere_at_once(make: Make, qtbot: QtBot) -> None:
    editor = make("trotsky")
    preview = part(editor, "notes-preview")
    assert isinstance(preview, NotesPreview)
    qtbot.wait(1)
    cards.write_body(editor.desk.session.library, editor.item_id, "See [[khiva|Khiva]].")
    assert preview.toPlainText() == "See Khiva."
    qtbot.wait(1)
    cards.write_body(editor.desk.session.library, editor.item_id, "Nothing more.")
    assert preview.toPlainText() == "Nothing more."
