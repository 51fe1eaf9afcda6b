from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListView, QToolButton

from tests.gui.reader.reading import Opener, Reading
from tests.texts import plain

Key = Qt.Key
_TEXT = plain(
    "On January 22, 1918 Junaid Khan came with ten thousand soldiers.",
    "P. Yusupov wrote: “By their custom the Yavmuts met with the khan.” Zhunaidkhan left.",
)


def _open(here: Reading) -> QListView:
    here.press(Key.Key_F7)
    rows = here.widget("suggest-list", QListView)
    assert isinstance(rows, QListView)
    here.qtbot.waitUntil(lambda: rows.model().rowCount() > 0)
    assert rows.hasFocus()
    return rows


def _headlines(rows: QListView) -> list[str]:
    model = rows.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_everything_the_text_offers_is_listed_and_shown_in_it(reading: Opener) -> None:
    here = reading(_TEXT)
    rows = _open(here)
    listed = _headlines(rows)
    assert listed[:3] == ["22 January 1918", "Junaid Khan", "ten thousand soldiers"]
    assert "By their custom the Yavmuts met with the khan." in listed
    assert here.text.textCursor().selectedText() == "January 22, 1918"
    here.qtbot.keyClick(rows, Key.Key_Down)
    assert here.text.textCursor().selectedText() == "Junaid Khan"
    told = rows.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Junaid Khan: Person, 2 places, 2 spellings"


def test_enter_takes_one_and_goes_on_to_the_next(reading: Opener) -> None:
    here = reading(_TEXT)
    rows = _open(here)
    here.qtbot.keyClick(rows, Key.Key_Return)
    [event] = here.library.data.items.all("event")
    assert here.library.data.dates.of(event.id)["date"].edtf == "1918-01-22"
    assert _headlines(rows)[0] == "Junaid Khan"
    assert rows.currentIndex().row() == 0
    here.qtbot.keyClick(rows, Key.Key_Return)
    [person] = here.library.data.items.all("person")
    assert len(here.library.data.passages.of(person.id)) == 2
    assert rows.hasFocus()
    here.library.undo()
    assert _headlines(rows)[0] == "Junaid Khan"


def test_a_letter_takes_it_as_another_kind(reading: Opener) -> None:
    here = reading(_TEXT)
    rows = _open(here)
    here.qtbot.keyClick(rows, Key.Key_Down)
    here.qtbot.keyClick(rows, Key.Key_G)
    [group] = here.library.data.items.all("group")
    assert group.title == "Junaid Khan"


def test_what_is_refused_stays_refused(reading: Opener) -> None:
    here = reading(_TEXT)
    rows = _open(here)
    here.qtbot.keyClick(rows, Key.Key_Delete)
    assert "22 January 1918" not in _headlines(rows)
    here.qtbot.keyClick(rows, Key.Key_Escape)
    assert here.text.hasFocus()
    here.press(Key.Key_F7)
    assert here.seen("reader-cards")
    rows = _open(here)
    assert "22 January 1918" not in _headlines(rows)
    here.library.undo()
    assert _headlines(rows)[0] == "22 January 1918"


def test_f2_takes_and_edits_it_beside_the_words(reading: Opener) -> None:
    here = reading(_TEXT)
    rows = _open(here)
    here.qtbot.keyClick(rows, Key.Key_F2)
    here.leave_editor()
    assert here.seen("reader-cards")
    assert len(here.library.data.items.all("event")) == 1


def test_sorts_can_be_left_out(reading: Opener) -> None:
    here = reading(_TEXT)
    rows = _open(here)
    for sort in ("name", "date", "figure"):
        button = here.widget(f"suggest-{sort}", QToolButton)
        here.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert _headlines(rows) == ["By their custom the Yavmuts met with the khan."]
    here.qtbot.mouseClick(here.widget("suggest-quotation"), Qt.MouseButton.LeftButton)
    words = here.widget("suggest-words", QLabel)
    assert isinstance(words, QLabel)
    assert words.text() == "Nothing more to suggest for this text."


def test_what_is_a_card_already_is_not_suggested(reading: Opener) -> None:
    here = reading(_TEXT)
    here.make("event", "January 22, 1918")
    here.make("person", "Junaid Khan")
    rows = _open(here)
    assert "22 January 1918" not in _headlines(rows)
    name = rows.model().index(_headlines(rows).index("Junaid Khan"), 0)
    told = name.data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Junaid Khan: to the card Junaid Khan, 1 place"
