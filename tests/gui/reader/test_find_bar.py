from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit

from tests.gui.reader.reading import Opener, Reading
from tests.texts import plain

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

_TEXT = plain(
    "Junaid Khan came to Khiva.",
    "The KHIVA of old; Zhunaidkhan and Джунаид-хан are one.",
    "He left Khīva.",
)


def _open(here: Reading, words: str) -> QLineEdit:
    here.press(Key.Key_F, CONTROL)
    field = here.widget("find-field", QLineEdit)
    assert isinstance(field, QLineEdit)
    assert field.hasFocus()
    here.qtbot.keyClicks(field, words)
    return field


def _count(here: Reading) -> str:
    label = here.widget("find-count", QLabel)
    assert isinstance(label, QLabel)
    return label.text()


def test_every_match_is_counted_whatever_its_case_and_accents(reading: Opener) -> None:
    here = reading(_TEXT)
    _open(here, "khiva")
    here.qtbot.waitUntil(lambda: _count(here) == "1 of 3")
    assert here.text.textCursor().selectedText() == "Khiva"


def test_f3_goes_on_and_round_and_back(reading: Opener) -> None:
    here = reading(_TEXT)
    field = _open(here, "khiva")
    here.qtbot.waitUntil(lambda: _count(here) == "1 of 3")
    here.qtbot.keyClick(field, Key.Key_F3)
    assert (_count(here), here.text.textCursor().selectedText()) == ("2 of 3", "KHIVA")
    here.qtbot.keyClick(field, Key.Key_Return)
    assert here.text.textCursor().selectedText() == "Khīva"
    here.qtbot.keyClick(field, Key.Key_F3)
    assert _count(here) == "1 of 3"
    here.qtbot.keyClick(field, Key.Key_F3, SHIFT)
    assert _count(here) == "3 of 3"


def test_any_spelling_of_a_name_is_found(reading: Opener) -> None:
    here = reading(_TEXT)
    _open(here, "Junaid Khan")
    here.qtbot.waitUntil(lambda: _count(here) == "1 of 1")
    box = here.widget("find-spellings", QCheckBox)
    assert isinstance(box, QCheckBox)
    box.click()
    here.qtbot.waitUntil(lambda: _count(here) == "1 of 3")


def test_esc_closes_and_leaves_the_match_selected(reading: Opener) -> None:
    here = reading(_TEXT)
    field = _open(here, "khiva")
    here.qtbot.waitUntil(lambda: _count(here) == "1 of 3")
    here.qtbot.keyClick(field, Key.Key_Escape)
    assert not here.seen("find-bar")
    assert here.text.hasFocus()
    assert here.text.textCursor().selectedText() == "Khiva"


def test_what_is_not_there_is_said(reading: Opener) -> None:
    here = reading(_TEXT)
    _open(here, "Samarkand")
    here.qtbot.waitUntil(lambda: _count(here) == "No match")


def test_the_selected_words_are_what_is_looked_for(reading: Opener) -> None:
    here = reading(_TEXT)
    here.select("KHIVA")
    here.press(Key.Key_F, CONTROL)
    field = here.widget("find-field", QLineEdit)
    assert isinstance(field, QLineEdit)
    assert field.text() == "KHIVA"
    here.qtbot.waitUntil(lambda: _count(here) == "2 of 3")
