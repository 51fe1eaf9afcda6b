from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from khiva_notes.services import cards
from tests.gui.reader.reading import Opener
from tests.texts import plain

Key = Qt.Key
_TEXT = plain("In 1918 Zhunaidkhan came to Khiva.")


def test_words_are_attached_to_a_card_found_by_another_spelling(reading: Opener) -> None:
    here = reading(_TEXT)
    person = cards.create(here.library, "person", "Junaid Khan")
    cards.create(here.library, "person", "Said Abdulla")
    here.select("Zhunaidkhan")
    here.press(Key.Key_A)
    field = here.widget("chooser-field", QLineEdit)
    assert isinstance(field, QLineEdit)
    assert field.text() == "Zhunaidkhan"
    here.choose()
    [passage] = here.library.data.passages.of(person.id)
    assert passage.exact == "Zhunaidkhan"
    assert "Zhunaidkhan" in [name.text for name in here.library.data.names.of(person.id)]
    assert here.text.hasFocus()
    assert here.text.textCursor().position() == passage.end


def test_given_up_the_words_stay_as_a_highlight(reading: Opener) -> None:
    here = reading(_TEXT)
    here.select("Zhunaidkhan")
    here.press(Key.Key_A)
    field = here.widget("chooser-field", QLineEdit)
    here.qtbot.waitUntil(field.hasFocus)
    here.qtbot.keyClick(field, Key.Key_Escape)
    [passage] = here.library.data.passages.all()
    assert (passage.exact, passage.item_id) == ("Zhunaidkhan", None)
    assert here.text.hasFocus()
