from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from khiva_notes.gui.navigation import Place
from tests.gui.reader.reading import Opener, Reading
from tests.texts import plain

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier

_TEXT = plain(
    "Junaid Khan came to Khiva.",
    "The treaty of peace was signed. Zhunaidkhan broke the Treaties.",
    "Джунаид-хан ушёл в пески. No treaty held him.",
)


def _count(here: Reading) -> str:
    label = here.widget("find-count", QLabel)
    assert isinstance(label, QLabel)
    return label.text()


def _open_hit(here: Reading, query: str, words: str) -> None:
    start = here.text.toPlainText().index(words)
    source = here.desk.navigator.current.item_id
    here.go(Place("source", source, query=query, start=start, end=start + len(words)))


def test_the_matches_of_the_search_are_marked_and_f3_steps_through_them(reading: Opener) -> None:
    here = reading(_TEXT)
    _open_hit(here, "kind:text treaty -steppe", "Treaties")
    here.qtbot.waitUntil(lambda: here.seen("find-bar") and _count(here) == "2 of 3")
    field = here.widget("find-field", QLineEdit)
    assert isinstance(field, QLineEdit)
    assert field.text() == "treaty"
    assert here.text.hasFocus()
    assert here.text.textCursor().selectedText() == "Treaties"
    here.press(Key.Key_F3)
    assert _count(here) == "3 of 3"
    here.press(Key.Key_F3)
    assert here.text.textCursor().position() < here.text.toPlainText().index("Zhunaidkhan")
    here.press(Key.Key_F3, SHIFT)
    assert _count(here) == "3 of 3"
    here.press(Key.Key_Escape)
    assert not here.seen("find-bar")


def test_a_name_is_marked_in_every_spelling(reading: Opener) -> None:
    here = reading(_TEXT)
    _open_hit(here, "Junaid Khan", "Junaid Khan")
    here.qtbot.waitUntil(lambda: here.seen("find-bar") and _count(here) == "1 of 3")
    here.press(Key.Key_F3)
    here.press(Key.Key_F3)
    assert here.text.textCursor().selectedText() == "Джунаид-хан"


def test_words_that_no_text_has_leave_no_bar(reading: Opener) -> None:
    here = reading(_TEXT)
    _open_hit(here, "kind:claim", "Khiva")
    _open_hit(here, "Samarkand", "Khiva")
    here.qtbot.waitUntil(lambda: not here.seen("find-bar"))
    assert here.text.textCursor().selectedText() == "Khiva"


def test_typing_in_the_bar_looks_for_what_is_typed(reading: Opener) -> None:
    here = reading(_TEXT)
    _open_hit(here, "treaty", "treaty")
    here.qtbot.waitUntil(lambda: here.seen("find-bar") and _count(here) == "1 of 3")
    field = here.widget("find-field", QLineEdit)
    field.setFocus()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    here.qtbot.keyClicks(field, "treaties")
    here.qtbot.waitUntil(lambda: _count(here) == "1 of 1")


def test_clicking_tinted_words_leaves_the_keyboard_in_the_text(reading: Opener) -> None:
    here = reading(_TEXT)
    card = here.make("person", "Junaid Khan")
    _open_hit(here, "treaty", "Treaties")
    here.qtbot.waitUntil(lambda: here.seen("find-bar") and _count(here) == "2 of 3")
    here.widget("find-field").setFocus()
    viewport = here.text.viewport()
    for words in ("Junaid", "unaid Khan"):
        here.qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=here.at(words))
        assert here.text.hasFocus()
        assert here.text.textCursor().position() <= 2
    assert here.widget(f"slip-{card}").isVisible()
    here.qtbot.keyClick(here.text, Key.Key_Right, SHIFT)
    assert len(here.text.textCursor().selectedText()) == 1
    here.qtbot.keyClick(here.text, Key.Key_F3)
    assert _count(here) == "1 of 3", "it goes on from the caret"
    here.qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=here.at("пески"))
    here.qtbot.keyClick(here.text, Key.Key_F3, SHIFT)
    assert _count(here) == "2 of 3"
