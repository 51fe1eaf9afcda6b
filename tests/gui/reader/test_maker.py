from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit

from tests.gui.reader.reading import Opener
from tests.texts import plain

Key = Qt.Key
_TEXT = plain("In 1918 Junaid Khan came. The khan was killed in October. He fled.")


def test_a_person_is_made_of_the_selected_words_with_one_key(reading: Opener) -> None:
    here = reading(_TEXT)
    here.select("Junaid Khan")
    here.press(Key.Key_P)
    [person] = here.library.data.items.all("person")
    assert person.title == "Junaid Khan"
    [passage] = here.library.data.passages.of(person.id)
    assert passage.exact == "Junaid Khan"
    title = here.widget("card-title", QPlainTextEdit)
    assert isinstance(title, QPlainTextEdit)
    here.qtbot.waitUntil(title.hasFocus)
    assert title.textCursor().selectedText() == "Junaid Khan"
    here.qtbot.keyClick(title, Key.Key_Return)
    here.qtbot.waitUntil(here.text.hasFocus)
    cursor = here.text.textCursor()
    assert not cursor.hasSelection()
    assert cursor.position() == passage.end
    assert here.seen(f"slip-{person.id}")


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (Key.Key_P, "person"),
        (Key.Key_E, "event"),
        (Key.Key_C, "claim"),
        (Key.Key_L, "place"),
        (Key.Key_G, "group"),
    ],
)
def test_each_kind_has_its_key(reading: Opener, key: Qt.Key, kind: str) -> None:
    here = reading(_TEXT)
    here.select("Junaid Khan came")
    here.press(key)
    [card] = here.library.data.items.all(kind)
    assert here.library.data.passages.of(card.id)[0].exact == "Junaid Khan came"


_DATED = plain(
    "Весной 1918 года хан уехал из города.",
    "On 1 Muharram 1337 the treaty was signed.",
    "He was killed on October 1. And the next day they proclaimed his brother.",
    "Two days before the battle nothing happened. It ended in the fall of 1919.",
)


@pytest.mark.parametrize(
    ("words", "said", "edtf", "inferred"),
    [
        ("хан уехал", "Весной 1918 года", "1918-21", False),
        ("treaty was", "1 Muharram 1337", "1918-10-07~", False),
        ("was killed", "October 1", "1918-10-01", True),
        ("the next day", "the next day", "1918-10-02", True),
        ("fall of", "fall of 1919", "1919-23", False),
        ("nothing happened", "", "", False),
    ],
)
def test_an_event_has_the_date_that_its_words_tell(
    reading: Opener, words: str, said: str, edtf: str, inferred: bool
) -> None:
    here = reading(_DATED)
    here.caret_in(words)
    here.press(Key.Key_E)
    [event] = here.library.data.items.all("event")
    date = here.library.data.dates.of(event.id).get("date")
    shown = here.widget("date-words", QLineEdit)
    assert isinstance(shown, QLineEdit)
    assert shown.text() == said
    if not said:
        assert date is None
        return
    assert date is not None
    assert (date.original, date.edtf, date.inferred) == (said, edtf, inferred)
    here.leave_editor()
    here.library.undo()
    assert here.library.data.items.all("event") == []


def test_without_a_selection_the_sentence_at_the_caret_becomes_a_claim(reading: Opener) -> None:
    here = reading(_TEXT)
    here.caret_in("was killed")
    here.press(Key.Key_C)
    [claim] = here.library.data.items.all("claim")
    [passage] = here.library.data.passages.of(claim.id)
    assert passage.exact == "The khan was killed in October."


def test_without_a_selection_the_name_at_the_caret_becomes_a_person(reading: Opener) -> None:
    here = reading(_TEXT)
    here.caret_in("Junaid")
    here.press(Key.Key_P)
    [passage] = here.library.data.passages.all()
    assert passage.exact == "Junaid Khan"


def test_offsets_hold_behind_a_character_of_two_units(reading: Opener) -> None:
    here = reading(plain("😀 and 𐎠 stand before Junaid Khan here."))
    here.select("Junaid Khan")
    here.press(Key.Key_P)
    [passage] = here.library.data.passages.all()
    assert passage.exact == "Junaid Khan"


def test_letters_act_only_on_the_text(reading: Opener) -> None:
    here = reading(_TEXT)
    here.select("Junaid Khan")
    here.press(Key.Key_P)
    title = here.widget("card-title", QPlainTextEdit)
    assert isinstance(title, QPlainTextEdit)
    here.qtbot.waitUntil(title.hasFocus)
    here.qtbot.keyClicks(title, "Pep")
    assert title.toPlainText() == "Pep"
    assert len(here.library.data.items.all("person")) == 1


def test_words_are_kept_as_a_highlight(reading: Opener) -> None:
    here = reading(_TEXT)
    here.select("in October")
    here.press(Key.Key_H)
    [passage] = here.library.data.passages.all()
    assert (passage.exact, passage.item_id) == ("in October", None)
    assert not here.text.textCursor().hasSelection()


def test_a_claim_about_the_card_used_last(reading: Opener) -> None:
    here = reading(_TEXT)
    here.select("Junaid Khan")
    here.press(Key.Key_P)
    here.leave_editor()
    here.caret_in("He fled")
    here.press(Key.Key_N)
    [person] = here.library.data.items.all("person")
    [claim] = here.library.data.items.all("claim")
    links = here.library.data.links.of(claim.id)
    assert [link.to_id for link in links if link.type == "about"] == [person.id]
    here.leave_editor()
    here.library.undo()
    assert not here.library.data.items.all("claim")


def test_there_is_no_claim_about_nothing(reading: Opener) -> None:
    here = reading(_TEXT)
    with here.qtbot.waitSignal(here.desk.said):
        here.press(Key.Key_N)
    assert not here.library.data.items.all("claim")


def test_blank_words_are_refused_in_words(reading: Opener) -> None:
    here = reading(plain("one  two"))
    cursor = here.text.textCursor()
    cursor.setPosition(3)
    cursor.setPosition(5, cursor.MoveMode.KeepAnchor)
    here.text.setTextCursor(cursor)
    with here.qtbot.waitSignal(here.desk.complained):
        here.press(Key.Key_P)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_right_mouse_button_offers_the_same(reading: Opener) -> None:
    here = reading(_TEXT)
    view = here.text.viewport()
    spot = here.at("killed")
    mouse = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(view, QContextMenuEvent(mouse, spot, view.mapToGlobal(spot)))
    menu = here.text.findChild(QMenu, "reader-menu")
    assert isinstance(menu, QMenu)
    [action] = [one for one in menu.actions() if one.objectName() == "make-claim"]
    menu.close()
    action.trigger()
    [passage] = here.library.data.passages.all()
    assert passage.exact == "The khan was killed in October."
