"""Dates typed in words: understood on the fly, honest where they are not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from khiva_notes.gui.cards.date_field import DateField
from khiva_notes.gui.theme import Theme
from khiva_notes.model.dates import HistoricalDate, from_edtf, read_phrase

Key = Qt.Key


@pytest.fixture
def field(qtbot: QtBot, qapp: QApplication) -> Iterator[DateField]:
    field = DateField(Theme(qapp, "light"))
    qtbot.addWidget(field)
    field.resize(420, 140)
    with qtbot.waitExposed(field):
        field.show()
    yield field
    field.hide()


def line(field: DateField, name: str) -> QLineEdit:
    found = field.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def understood(field: DateField) -> str:
    found = field.findChild(QLabel, "date-understood")
    assert isinstance(found, QLabel)
    return found.text() if found.isVisible() else ""


def confirmed(field: DateField) -> QCheckBox:
    found = field.findChild(QCheckBox, "date-confirmed")
    assert isinstance(found, QCheckBox)
    return found


def date_of(field: DateField) -> HistoricalDate:
    date = field.date()
    assert date is not None
    return date


@pytest.mark.parametrize(
    ("words", "edtf", "said"),
    [
        ("fall of 1919", "1919-23", "autumn 1919"),
        ("1918-10-01", "1918-10-01", "1 October 1918"),
        ("25 October 1917 O.S.", "1917-11-07", "25 October 1917 Julian = 7 November 1917"),
        ("1918/1920", "1918/1920", "1918–1920"),
    ],
)
def test_words_are_understood_while_they_are_typed(
    field: DateField, qtbot: QtBot, words: str, edtf: str, said: str
) -> None:
    with qtbot.waitSignals([field.edited] * 2):
        qtbot.keyClicks(field.words, words)
    assert (date_of(field).original, date_of(field).edtf) == (words, edtf)
    assert said in understood(field)
    assert edtf in understood(field)


def test_words_that_cannot_be_read_stay_and_the_field_says_so(
    field: DateField, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field.words, "after leaving the palace")
    date = date_of(field)
    assert (date.original, date.edtf, date.earliest) == ("after leaving the palace", "", None)
    assert "Not understood" in understood(field)
    assert line(field, "date-reading").isVisible()


def test_unread_words_can_be_given_a_reading_of_their_own(field: DateField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field.words, "the next day")
    qtbot.keyClicks(line(field, "date-reading"), "2 October 1918")
    date = date_of(field)
    assert (date.original, date.edtf, date.inferred) == ("the next day", "1918-10-02", True)


def test_a_day_without_its_year_takes_it_from_the_context_until_confirmed(
    field: DateField, qtbot: QtBot
) -> None:
    field.context_year = 1918
    qtbot.keyClicks(field.words, "On October 1")
    assert (date_of(field).edtf, date_of(field).inferred) == ("1918-10-01", True)
    tick = confirmed(field)
    assert tick.isVisible()
    assert not tick.isChecked()
    with qtbot.waitSignal(field.edited):
        qtbot.keyClick(tick, Key.Key_Space)
    assert not date_of(field).inferred
    qtbot.keyClick(tick, Key.Key_Space)
    assert date_of(field).inferred


def test_correcting_the_words_keeps_the_year_that_stood_there(
    field: DateField, qtbot: QtBot
) -> None:
    field.set_date(from_edtf("1918-10-01", original="On October 1", inferred=True))
    qtbot.keyClick(field.words, Key.Key_End)
    qtbot.keyClicks(field.words, "4")
    date = date_of(field)
    assert (date.original, date.edtf, date.inferred) == ("On October 14", "1918-10-14", True)


def test_correcting_unreadable_words_keeps_the_reading_and_its_reason(
    field: DateField, qtbot: QtBot
) -> None:
    field.set_date(
        from_edtf("1918-10-02", original="the next dya", inferred=True, note="Counted on.")
    )
    field.words.selectAll()
    qtbot.keyClicks(field.words, "the next day")
    date = date_of(field)
    assert (date.original, date.edtf, date.note) == ("the next day", "1918-10-02", "Counted on.")


def test_the_calendar_can_be_chosen(field: DateField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field.words, "25 October 1917")
    calendar = field.findChild(QComboBox, "date-calendar")
    assert isinstance(calendar, QComboBox)
    calendar.setFocus()
    qtbot.keyClicks(calendar, "Jul")
    assert (date_of(field).edtf, date_of(field).calendar) == ("1917-11-07", "julian")
    qtbot.keyClick(calendar, Key.Key_Up)
    assert (date_of(field).edtf, date_of(field).calendar) == ("1917-10-25", "gregorian")


def test_why_a_date_is_read_so_is_shown_and_can_be_written(field: DateField, qtbot: QtBot) -> None:
    field.set_date(from_edtf("1918-10-01", original="On October 1", inferred=True, note="Guess."))
    assert "Guess." in understood(field)
    otherwise = field.findChild(QToolButton, "date-otherwise")
    assert isinstance(otherwise, QToolButton)
    qtbot.keyClick(otherwise, Key.Key_Space)
    assert line(field, "date-reading").hasFocus()
    assert line(field, "date-reading").text() == "1918-10-01"
    why = line(field, "date-note")
    why.selectAll()
    qtbot.keyClicks(why, "As in the telegram.")
    assert date_of(field).note == "As in the telegram."
    assert date_of(field).edtf == "1918-10-01"


def test_an_empty_line_is_no_date(field: DateField, qtbot: QtBot) -> None:
    field.set_date(read_phrase("fall of 1919"))
    field.words.selectAll()
    qtbot.keyClick(field.words, Key.Key_Delete)
    assert field.date() is None
    assert understood(field) == ""


def test_showing_a_date_sends_nothing_and_gives_back_the_same(
    field: DateField, qtbot: QtBot
) -> None:
    dates = [
        read_phrase("25 October 1917 O.S."),
        from_edtf("1918-10-01", original="On October 1", inferred=True, note="Why."),
        read_phrase("subsequently"),
        None,
    ]
    with qtbot.assertNotEmitted(field.edited):
        for date in dates:
            field.set_date(date)
            assert field.date() == date
