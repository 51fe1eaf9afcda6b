from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.gui.reader.reading import Opener, Reading
from tests.texts import plain

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

_TEXT = plain("In 1918 Junaid Khan came. The khan was killed in October. He fled.", "Then peace.")


def _exact(here: Reading) -> list[str]:
    return [passage.exact for passage in here.library.data.passages.all()]


def test_a_passage_s_edges_move_by_words(reading: Opener) -> None:
    here = reading(_TEXT)
    here.make("claim", "khan was killed")
    here.caret_in("killed")
    here.press(Key.Key_Right, ALT, SHIFT)
    assert _exact(here) == ["khan was killed in"]
    here.press(Key.Key_Left, ALT, SHIFT)
    here.press(Key.Key_Left, ALT, SHIFT)
    assert _exact(here) == ["khan was"]
    here.press(Key.Key_Left, CONTROL, ALT, SHIFT)
    assert _exact(here) == ["The khan was"]
    here.press(Key.Key_Right, CONTROL, ALT, SHIFT)
    here.press(Key.Key_Right, CONTROL, ALT, SHIFT)
    assert _exact(here) == ["was"]
    here.press(Key.Key_Right, CONTROL, ALT, SHIFT)
    assert _exact(here) == ["was"], "a passage keeps at least a word"
    here.library.undo()
    assert _exact(here) == ["khan was killed"], "moves in a row are one step"


def test_the_shortest_passage_is_the_one_in_hand(reading: Opener) -> None:
    here = reading(_TEXT)
    here.make("claim", "The khan was killed in October.")
    here.make("event", "killed in October")
    here.caret_in("in Octo")
    here.press(Key.Key_Delete)
    assert _exact(here) == ["The khan was killed in October."]
    here.press(Key.Key_Delete)
    assert _exact(here) == []
    assert [item.kind for item in here.library.data.items.all("claim", "event")] == [
        "claim",
        "event",
    ]
    here.library.undo()
    assert len(_exact(here)) == 1


def test_where_there_is_no_passage_delete_says_so(reading: Opener) -> None:
    here = reading(_TEXT)
    with here.qtbot.waitSignal(here.desk.said):
        here.press(Key.Key_Delete)


def test_the_caret_walks_by_sentence_and_selects(reading: Opener) -> None:
    here = reading(_TEXT)
    here.press(Key.Key_Down, ALT)
    here.press(Key.Key_Down, ALT, SHIFT)
    assert here.text.textCursor().selectedText() == "The khan was killed in October. "
    here.press(Key.Key_Down, ALT)
    here.press(Key.Key_Down, ALT)
    assert here.text.textCursor().block().text() == "Then peace."
    here.press(Key.Key_Up, ALT)
    here.press(Key.Key_Up, ALT, SHIFT)
    assert here.text.textCursor().selectedText().startswith("He fled.")


def test_the_caret_walks_by_word_and_selects(reading: Opener) -> None:
    here = reading(_TEXT)
    here.press(Key.Key_Right, CONTROL)
    here.press(Key.Key_Right, CONTROL)
    here.press(Key.Key_Right, CONTROL, SHIFT)
    here.press(Key.Key_Right, CONTROL, SHIFT)
    assert here.text.textCursor().selectedText() == "Junaid Khan "


def test_the_caret_goes_from_passage_to_passage(reading: Opener) -> None:
    here = reading(_TEXT)
    here.make("person", "Junaid Khan")
    here.make("event", "killed in October")
    here.press(Key.Key_J)
    assert here.text.textCursor().position() == 8
    here.press(Key.Key_J)
    assert here.text.textCursor().position() == 39
    here.press(Key.Key_K)
    assert here.text.textCursor().position() == 8


def test_an_edge_is_drawn_with_the_mouse(reading: Opener) -> None:
    here = reading(_TEXT)
    here.make("event", "killed in")
    here.caret_in("killed")
    view = here.text.viewport()
    end = here.at(" October") - QPoint(4, 0)
    there = here.at(". He fled") - QPoint(4, 0)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=end)
    QTest.mouseMove(view, (end + there) / 2)
    QTest.mouseMove(view, there)
    assert _exact(here) == ["killed in"], "nothing is saved before the mouse is let go"
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=there)
    assert _exact(here) == ["killed in October"]
    here.library.undo()
    assert _exact(here) == ["killed in"]


def test_edges_are_right_behind_a_character_of_two_units(reading: Opener) -> None:
    here = reading(plain("😀 Junaid Khan came 😀 in winter."))
    here.make("person", "Junaid")
    here.caret_in("Junaid")
    for _ in range(3):
        here.press(Key.Key_Right, ALT, SHIFT)
    assert _exact(here) == ["Junaid Khan came 😀"]
