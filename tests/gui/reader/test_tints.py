from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from khiva_notes.gui.theme import DARK, LIGHT
from tests.gui.reader.reading import Opener, Reading
from tests.texts import plain

_TEXT = plain("The khan of Khiva was killed by Junaid in October, they say.")


def _ground(here: Reading, words: str) -> str:
    """The commonest colour behind words."""
    QTest.mouseMove(here.text.viewport(), QPoint(3, 3))
    image = here.text.viewport().grab().toImage()
    cursor = here.text.document().find(words)
    cursor.setPosition(cursor.selectionStart())
    line = here.text.cursorRect(cursor)
    counts: dict[str, int] = {}
    for x in range(line.left() + 2, line.left() + 14):
        for y in range(line.top() + 4, line.bottom() - 4):
            name = image.pixelColor(QPoint(x, y)).name()
            counts[name] = counts.get(name, 0) + 1
    return max(counts, key=lambda name: counts[name])


def test_passages_are_tinted_by_kind_and_the_shorter_lies_on_top(reading: Opener) -> None:
    here = reading(_TEXT)
    here.make("claim", "The khan of Khiva was killed by Junaid in October")
    here.make("place", "Khiva")
    assert _ground(here, "killed") == QColor(LIGHT.kind("claim").tint).name()
    assert _ground(here, "Khiva") == QColor(LIGHT.kind("place").tint).name()
    assert _ground(here, "they say") == QColor(LIGHT.paper).name()


def test_the_tint_goes_with_the_passage(reading: Opener) -> None:
    here = reading(_TEXT)
    here.make("event", "killed by")
    here.library.undo()
    assert _ground(here, "killed") == QColor(LIGHT.paper).name()


def test_it_is_dark_in_the_dark(reading: Opener) -> None:
    here = reading(_TEXT)
    here.make("event", "killed by")
    here.desk.theme.use("dark")
    assert _ground(here, "killed") == QColor(DARK.kind("event").tint).name()
    assert _ground(here, "they say") == QColor(DARK.paper).name()


def test_a_passage_that_is_in_hand_stands_out(reading: Opener) -> None:
    here = reading(_TEXT)
    here.make("event", "killed by")
    here.caret_in("killed")
    assert _ground(here, "killed") not in (
        QColor(LIGHT.kind("event").tint).name(),
        QColor(LIGHT.paper).name(),
    )
