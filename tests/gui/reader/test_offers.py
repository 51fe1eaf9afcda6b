from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from khiva_notes.gui.navigation import Place
from tests.gui.reader.reading import Opener, Reading
from tests.texts import plain

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
_TEXT = plain(
    "In 1918 Junaid Khan came to Khiva.",
    "Zhunaidkhan had ten thousand men. Zhunaid Khan left.",
    "Junaid Khan came back.",
)


def _words(here: Reading) -> str:
    label = here.widget("offer-words", QLabel)
    assert isinstance(label, QLabel)
    return label.text()


def _exact(here: Reading) -> list[str]:
    return [passage.exact for passage in here.library.data.passages.all()]


def test_other_places_of_a_name_are_offered_and_accepted_together(reading: Opener) -> None:
    here = reading(_TEXT)
    here.select("Junaid Khan")
    here.press(Key.Key_P)
    here.qtbot.waitUntil(lambda: here.seen("offer-strip"))
    assert _words(here) == "Also here: 3 places, 3 spellings"
    here.leave_editor()
    here.press(Key.Key_A, ALT, SHIFT)
    assert _exact(here) == ["Junaid Khan", "Zhunaidkhan", "Zhunaid Khan", "Junaid Khan"]
    [person] = here.library.data.items.all("person")
    attested = [n for n in here.library.data.names.of(person.id) if n.kind == "attested"]
    assert {name.text for name in attested} == {"Junaid Khan", "Zhunaidkhan", "Zhunaid Khan"}
    here.qtbot.waitUntil(lambda: not here.seen("offer-strip"))
    here.library.undo()
    assert _exact(here) == ["Junaid Khan"]


def test_offers_are_taken_or_refused_one_by_one(reading: Opener) -> None:
    here = reading(_TEXT)
    here.select("Junaid Khan")
    here.press(Key.Key_P)
    here.qtbot.waitUntil(lambda: here.seen("offer-strip"))
    here.leave_editor()
    here.press(Key.Key_A, ALT)
    accept = here.widget("offer-accept")
    here.qtbot.waitUntil(accept.hasFocus)
    assert here.text.textCursor().selectedText() == "Zhunaidkhan"
    here.qtbot.keyClick(accept, Key.Key_Return)
    assert here.text.textCursor().selectedText() == "Zhunaid Khan"
    here.qtbot.keyClick(accept, Key.Key_Delete)
    assert here.text.textCursor().selectedText() == "Junaid Khan"
    here.qtbot.keyClick(accept, Key.Key_Escape)
    assert here.text.hasFocus()
    assert _exact(here) == ["Junaid Khan", "Zhunaidkhan"]
    assert _words(here) == "Also here: 1 place, “Junaid Khan”"


def test_places_of_another_person_are_not_offered(reading: Opener) -> None:
    here = reading(plain("Junaid Khan came.", "Another Junaid Khan left.", "Junaid Khan died."))
    text = here.text.toPlainText()
    from khiva_notes.services import passages

    second = text.index("Junaid", 20)
    passages.make_card(here.library, "person", here.version, second, second + 11, "The other")
    here.select("Junaid Khan")
    here.press(Key.Key_P)
    here.qtbot.waitUntil(lambda: here.seen("offer-strip"))
    assert _words(here).startswith("Also here: 1 place")


def test_an_event_has_no_other_spellings(reading: Opener) -> None:
    here = reading(_TEXT)
    here.select("Junaid Khan")
    here.press(Key.Key_E)
    here.leave_editor()
    here.qtbot.wait(50)
    assert not here.seen("offer-strip")


def test_a_refused_place_stays_refused_when_the_text_is_opened_again(reading: Opener) -> None:
    here = reading(_TEXT)
    here.select("Junaid Khan")
    here.press(Key.Key_P)
    here.qtbot.waitUntil(lambda: here.seen("offer-strip"))
    here.leave_editor()
    here.press(Key.Key_A, ALT)
    here.qtbot.keyClick(here.widget("offer-accept"), Key.Key_Delete)
    here.qtbot.keyClick(here.widget("offer-accept"), Key.Key_Escape)
    assert _words(here) == "Also here: 2 places, 2 spellings"
    again = Reading(here.desk, here.qtbot)
    again.go(Place("source", item_id=here.desk.navigator.current.item_id))
    again.caret_in("Junaid Khan")
    again.press(Key.Key_A, ALT)
    again.qtbot.waitUntil(lambda: again.seen("offer-strip"))
    assert _words(again) == "Also here: 2 places, 2 spellings"
    here.library.undo()
    assert _words(again) == "Also here: 3 places, 3 spellings"
