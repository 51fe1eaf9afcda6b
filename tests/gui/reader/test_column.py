from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from khiva_notes.gui.navigation import Place
from khiva_notes.services import passages
from tests.gui.reader.reading import Opener, Reading
from tests.texts import plain

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
_TEXT = plain("In 1918 Junaid Khan came to Khiva.", "The khan was killed in October. He fled.")


def _slips(here: Reading) -> list[QWidget]:
    column = here.widget("reader-cards")
    found = [w for w in column.children() if isinstance(w, QWidget) and w.isVisible()]
    return sorted(
        (w for w in found if w.objectName().startswith("slip-")), key=lambda slip: slip.y()
    )


def test_slips_stand_in_reading_order_beside_their_words(reading: Opener) -> None:
    here = reading(_TEXT)
    event = here.make("event", "killed in October")
    person = here.make("person", "Junaid Khan")
    place = here.make("place", "Khiva")
    slips = _slips(here)
    assert [slip.objectName() for slip in slips] == [
        f"slip-{card}" for card in (person, place, event)
    ]
    assert all(a.geometry().bottom() < b.y() for a, b in pairwise(slips))
    words = here.text.viewport().mapTo(here.page, here.at("Junaid Khan")).y()
    assert abs(slips[0].mapTo(here.page, QPoint(0, 0)).y() - words) < 30


def test_slips_keep_step_with_the_text(reading: Opener) -> None:
    here = reading(plain(*[f"Paragraph {number} of many." for number in range(200)]))
    first = here.make("event", "Paragraph 10 of")
    later = here.make("event", "Paragraph 60 of")
    before = here.widget(f"slip-{first}").y()
    here.text.verticalScrollBar().setValue(90)
    assert here.widget(f"slip-{first}").y() == before - 90
    assert not here.seen(f"slip-{later}")
    below = here.widget("reader-below", QPushButton)
    assert isinstance(below, QPushButton)
    assert below.text() == "↓ 1 below"
    here.qtbot.mouseClick(below, Qt.MouseButton.LeftButton)
    assert here.seen(f"slip-{later}")
    above = here.widget("reader-above", QPushButton)
    assert isinstance(above, QPushButton)
    assert above.text() == "↑ 1 above"


def test_one_card_is_one_slip_however_often_it_is_named(reading: Opener) -> None:
    here = reading(plain(*["Junaid Khan came."] * 20))
    card = here.make("person", "Junaid Khan")
    for block in here.library.data.texts.body(here.version).blocks[1:]:
        passages.attach(here.library, card, here.version, block.start, block.start + 11)
    assert len(_slips(here)) == 1
    assert here.page.status() == "1 of 1 cards here"


def test_a_crowd_is_folded_and_each_is_fetched_when_its_words_are_pointed_at(
    reading: Opener,
) -> None:
    here = reading(plain(*[" ".join(f"word{n}x{m}" for m in range(6)) for n in range(20)]))
    made = [
        here.make("event", f"word{n}x{m}", f"Event {n} {m}") for n in range(20) for m in range(6)
    ]
    assert len(_slips(here)) < len(made)
    last = made[-1]
    assert not here.seen(f"slip-{last}")
    here.caret_in("word19x5")
    assert here.seen(f"slip-{last}")


def test_pointing_at_words_lights_the_slip_and_the_other_way(reading: Opener, qtbot: QtBot) -> None:
    here = reading(_TEXT)
    card = here.make("person", "Junaid Khan")
    here.make("event", "killed in October")
    here.text.clearFocus()
    slip = here.widget(f"slip-{card}")
    spot = here.at("Junaid Khan")
    calm = slip.grab().toImage()
    words = here.text.viewport().grab().toImage()
    QTest.mouseMove(here.text.viewport(), spot + QPoint(1, 0))
    qtbot.waitUntil(lambda: slip.grab().toImage() != calm)
    QTest.mouseMove(here.text.viewport(), QPoint(3, 3))
    qtbot.waitUntil(lambda: slip.grab().toImage() == calm)
    QTest.mouseMove(slip, QPoint(20, 10))
    qtbot.waitUntil(lambda: here.text.viewport().grab().toImage() != words)


def test_the_keyboard_goes_to_the_slips_and_back(reading: Opener) -> None:
    here = reading(_TEXT)
    person = here.make("person", "Junaid Khan")
    place = here.make("place", "Khiva")
    event = here.make("event", "killed in October")
    here.caret_in("Khiva")
    here.press(Key.Key_F6)
    first = here.widget(f"slip-{place}")
    assert first.hasFocus()
    here.qtbot.keyClick(first, Key.Key_Down)
    assert here.widget(f"slip-{event}").hasFocus()
    for _ in range(2):
        here.qtbot.keyClick(here.page.focusWidget(), Key.Key_Up)
    assert here.widget(f"slip-{person}").hasFocus()
    here.qtbot.keyClick(here.page.focusWidget(), Key.Key_Escape)
    assert here.text.hasFocus()


def test_enter_edits_a_slip_in_place_and_control_enter_opens_it(reading: Opener) -> None:
    here = reading(_TEXT)
    place = here.make("place", "Khiva")
    here.press(Key.Key_F6)
    here.qtbot.keyClick(here.widget(f"slip-{place}"), Key.Key_Return)
    assert not here.seen(f"slip-{place}")
    here.leave_editor()
    here.press(Key.Key_F6)
    here.qtbot.keyClick(here.widget(f"slip-{place}"), Key.Key_Return, CONTROL)
    assert here.elsewhere == [Place("card", item_id=place)]


def test_enter_and_control_enter_do_the_same_from_the_words(reading: Opener) -> None:
    here = reading(_TEXT)
    place = here.make("place", "Khiva")
    here.caret_in("Khiva")
    here.press(Key.Key_Return)
    here.leave_editor()
    here.caret_in("Khiva")
    here.press(Key.Key_Return, CONTROL)
    assert here.elsewhere == [Place("card", item_id=place)]


def test_a_click_on_a_slip_selects_its_words(reading: Opener) -> None:
    here = reading(_TEXT)
    event = here.make("event", "killed in October")
    here.qtbot.mouseClick(here.widget(f"slip-{event}"), Qt.MouseButton.LeftButton)
    assert here.text.textCursor().selectedText() == "killed in October"


def test_delete_on_a_slip_takes_the_words_off_the_card(reading: Opener) -> None:
    here = reading(_TEXT)
    event = here.make("event", "killed in October")
    here.press(Key.Key_F6)
    here.qtbot.keyClick(here.widget(f"slip-{event}"), Key.Key_Delete)
    assert not here.library.data.passages.of(event)
    assert here.library.data.items.get(event).trashed == ""
    here.library.undo()
    assert here.seen(f"slip-{event}")


def test_a_slip_leads_through_all_places_of_its_card(reading: Opener) -> None:
    here = reading(plain("Khiva fell.", "They left Khiva.", "In Khiva all was quiet."))
    card = here.make("place", "Khiva")
    text = here.text.toPlainText()
    for start in (text.index("Khiva."), text.index("Khiva all")):
        passages.attach(here.library, card, here.version, start, start + 5)
    here.press(Key.Key_F6)
    places = []
    for _ in range(3):
        places.append(here.text.textCursor().selectionStart())
        here.qtbot.keyClick(here.widget(f"slip-{card}"), Key.Key_Right)
    assert places == [0, 22, 32] or places[1:] == [22, 32]
    assert here.widget(f"slip-{card}").hasFocus()


def test_kinds_can_be_left_out_and_stay_left_out(reading: Opener) -> None:
    here = reading(_TEXT)
    here.make("person", "Junaid Khan")
    place = here.make("place", "Khiva")
    button = here.widget("filter-person", QToolButton)
    here.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [slip.objectName() for slip in _slips(here)] == [f"slip-{place}"]
    assert here.page.status() == "1 of 1 cards here"
    again = Reading(here.desk, here.qtbot)
    other = again.page.findChild(QToolButton, "filter-person")
    assert isinstance(other, QToolButton)
    assert not other.isChecked()
    again.page.close()
    here.page.activateWindow()
    here.qtbot.waitUntil(here.page.isActiveWindow)
    here.qtbot.keyClick(here.page, Key.Key_1, Qt.KeyboardModifier.AltModifier)
    here.qtbot.waitUntil(lambda: len(_slips(here)) == 2)


def test_a_screen_reader_is_told_what_is_what(reading: Opener) -> None:
    here = reading(_TEXT)
    event = here.make("event", "killed in October")
    slip = QAccessible.queryAccessibleInterface(here.widget(f"slip-{event}"))
    assert slip.text(QAccessible.Text.Name) == "Event: Killed in October"
    assert slip.role() == QAccessible.Role.Button
    text = QAccessible.queryAccessibleInterface(here.text)
    assert text.text(QAccessible.Text.Name) == "Text of A text"
    assert "The khan was killed" in text.text(QAccessible.Text.Value)


def test_tab_leads_to_the_slips_past_them_and_back(reading: Opener) -> None:
    here = reading(_TEXT)
    place = here.make("place", "Khiva")
    here.make("event", "killed in October")
    here.caret_in("Khiva")
    here.press(Key.Key_Tab)
    slip = here.widget(f"slip-{place}")
    assert slip.hasFocus()
    here.qtbot.keyClick(slip, Key.Key_Tab)
    assert here.widget("filter-person").hasFocus()
    here.press(Key.Key_Tab)
    here.qtbot.keyClick(slip, Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert here.text.hasFocus()
