from __future__ import annotations

from PySide6.QtCore import Qt

from tests.gui.reader.reading import Opener, Reading
from tests.texts import plain

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier

_TEXT = plain(
    "Junaid Khan came to Khiva. He had three hundred horsemen. They stayed a year.",
    "Джунаид-хан ушёл в пески. Его не нашли.",
    "The war was over.",
)


def _read(here: Reading) -> list[str]:
    text = here.library.data.texts.body(here.version).text
    return [text[start:end] for start, end in here.library.data.read_spans.of(here.version)]


def test_a_key_marks_all_up_to_the_sentence_at_the_caret(reading: Opener) -> None:
    here = reading(_TEXT)
    assert "read" not in here.page.status()
    here.caret_in("three hundred")
    here.press(Key.Key_R)
    assert _read(here) == ["Junaid Khan came to Khiva. He had three hundred horsemen."]
    assert here.page.status().endswith("% read")
    here.caret_in("пески")
    here.press(Key.Key_R)
    [all_of_it] = _read(here)
    assert all_of_it.endswith("ушёл в пески.")


def test_selected_words_are_marked_and_the_mark_taken_off(reading: Opener) -> None:
    here = reading(_TEXT)
    here.select("The war was over.")
    here.press(Key.Key_R)
    here.caret_in("Khan")
    here.press(Key.Key_R)
    assert _read(here) == ["Junaid Khan came to Khiva.", "The war was over."]
    here.caret_in("war was")
    here.press(Key.Key_R, SHIFT)
    assert _read(here) == ["Junaid Khan came to Khiva."]
    here.library.undo()
    assert len(_read(here)) == 2
    share = here.page.status()
    here.library.undo()
    assert here.page.status() != share


def test_a_key_goes_where_reading_goes_on(reading: Opener) -> None:
    here = reading(_TEXT)
    here.caret_in("a year")
    here.press(Key.Key_R)
    here.caret_in("The war")
    here.press(Key.Key_U)
    assert here.text.textCursor().block().text().startswith("Джунаид")
    assert here.text.textCursor().positionInBlock() == 0


def test_the_margin_has_a_rule_beside_what_was_read(reading: Opener) -> None:
    here = reading(_TEXT)

    def ink_beside(words: str) -> bool:
        """Whether something stands between the margin's signs and the words' line."""
        point = here.at(words)
        image = here.text.viewport().grab().toImage()
        ratio = image.devicePixelRatio()
        paper = image.pixelColor(int(4 * ratio), int(point.y() * ratio))
        left = int((here.at("Junaid").x() - 4 - 16) * ratio)
        row = [image.pixelColor(x, int(point.y() * ratio)) for x in range(left, left + 14)]
        return any(colour != paper for colour in row)

    assert not ink_beside("The war")
    here.caret_in("war was")
    here.press(Key.Key_R)
    assert ink_beside("The war")


def test_marking_twice_is_said_and_no_step(reading: Opener) -> None:
    here = reading(_TEXT)
    complaints: list[object] = []
    here.desk.complained.connect(complaints.append)
    here.caret_in("Khan")
    here.press(Key.Key_R)
    here.press(Key.Key_R)
    assert len(complaints) == 1
    assert here.library.undo_label == "Mark as read"
