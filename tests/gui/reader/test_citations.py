from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from khiva_notes.gui.navigation import Place
from khiva_notes.services import cards
from tests.gui.reader.reading import Opener, Reading
from tests.texts import plain

Key = Qt.Key
_TEXT = plain("He was killed [3,179] in his palace [7,55-56]. So it is told [3,12].")


def _works(here: Reading) -> list[int | None]:
    return [mark.work_id for mark in here.library.data.citations.in_version(here.version)]


def _told(here: Reading) -> str:
    panel = here.widget("citation-panel")
    return " ".join(label.text() for label in panel.findChildren(QLabel))


def test_a_click_on_a_mark_asks_which_work_it_is_and_all_its_marks_follow(
    reading: Opener,
) -> None:
    here = reading(_TEXT)
    work = cards.create(here.library, "source", "Memoirs of Yusupov")
    QTest.mouseClick(
        here.text.viewport(), Qt.MouseButton.LeftButton, pos=here.at("3,179") + QPoint(1, 0)
    )
    assert "Which work is [3], at 179?" in _told(here)
    assert "2 times" in _told(here)
    here.choose("Yusup")
    assert _works(here) == [work.id, None, work.id]
    assert not here.seen("citation-panel")
    assert here.text.hasFocus()


def test_enter_on_a_mark_opens_it_and_a_known_work_can_be_gone_to(reading: Opener) -> None:
    here = reading(_TEXT)
    here.caret_in("7,55")
    here.press(Key.Key_Return)
    field = here.widget("chooser-field", QLineEdit)
    here.qtbot.waitUntil(field.hasFocus)
    here.qtbot.keyClicks(field, "A treaty")
    here.qtbot.mouseClick(here.widget("citation-new"), Qt.MouseButton.LeftButton)
    [work] = [item for item in here.library.data.items.all("source") if item.title == "A treaty"]
    assert _works(here) == [None, work.id, None]
    here.caret_in("7,55")
    here.press(Key.Key_Return)
    assert "[7] A treaty, at 55-56" in _told(here)
    button = here.widget("citation-open", QPushButton)
    seen: list[Place] = []
    here.desk.navigator.moved.connect(seen.append)
    here.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert seen == [Place("source", item_id=work.id)]


def test_a_wrong_work_is_taken_back(reading: Opener) -> None:
    here = reading(_TEXT)
    work = cards.create(here.library, "source", "Memoirs of Yusupov")
    from khiva_notes.services import sources

    sources.resolve_citation(here.library, here.version, "3", work.id)
    here.caret_in("3,179")
    here.press(Key.Key_Return)
    here.qtbot.mouseClick(here.widget("citation-forget"), Qt.MouseButton.LeftButton)
    assert _works(here) == [None, None, None]


def test_esc_closes_the_panel_and_changes_nothing(reading: Opener) -> None:
    here = reading(_TEXT)
    here.caret_in("7,55")
    here.press(Key.Key_Return)
    field = here.widget("chooser-field", QLineEdit)
    here.qtbot.waitUntil(field.hasFocus)
    here.qtbot.keyClick(field, Key.Key_Escape)
    assert not here.seen("citation-panel")
    assert here.text.hasFocus()
    assert _works(here) == [None, None, None]
