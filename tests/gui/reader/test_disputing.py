from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox

from khiva_notes.services import disputes
from tests.gui.reader.reading import Opener, Reading
from tests.texts import plain

TEXT = "The khan died in May. His son killed him at night."


@pytest.fixture
def shown(reading: Opener) -> Reading:
    """A text in a reader, with two disputes in the library."""
    here = reading(plain(TEXT))
    disputes.create_dispute(here.library, "Who fled?", key="who-fled")
    asked = disputes.create_dispute(here.library, "Who killed the khan?", key="who").id
    disputes.add_aspect(here.library, asked, "Who")
    disputes.add_aspect(here.library, asked, "When")
    disputes.add_account(here.library, asked, "Somebody else")
    return here


def press(here: Reading, key: Qt.Key) -> None:
    """Press a key where the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    here.qtbot.keyClick(focus, key)


def begin(here: Reading, words: str) -> None:
    """Select words and press D."""
    here.select(words)
    here.qtbot.keyClick(here.text, Qt.Key.Key_D)


def quoted(here: Reading, key: str) -> dict[str, list[str]]:
    """What each row of a dispute quotes."""
    item = here.library.data.items.by_key(key)
    assert item is not None
    dispute = here.library.data.disputes.get(item.id)
    names = {aspect.id: aspect.name for aspect in dispute.aspects}
    return {
        names[cell.aspect_id]: [
            passage.exact for passage in here.library.data.passages.many(cell.passage_ids).values()
        ]
        for cell in dispute.cells
    }


def test_d_and_enter_quote_the_words_and_the_next_ones_go_on(shown: Reading) -> None:
    begin(shown, "His son")
    field = shown.widget("cell-form-dispute", QComboBox)
    assert isinstance(field, QComboBox)
    shown.qtbot.keyClicks(field, "Who killed the khan?")
    press(shown, Qt.Key.Key_Return)
    assert quoted(shown, "who") == {"Who": ["His son"]}
    begin(shown, "at night")
    press(shown, Qt.Key.Key_Return)
    assert quoted(shown, "who") == {"Who": ["His son"], "When": ["at night"]}
    item = shown.library.data.items.by_key("who")
    assert item is not None
    accounts = shown.library.data.disputes.get(item.id).accounts
    assert [a.label for a in accounts] == ["Somebody else", shown.page.title()]
    shown.library.undo()
    assert quoted(shown, "who") == {"Who": ["His son"]}


def test_a_new_question_makes_the_dispute(shown: Reading) -> None:
    begin(shown, "died in May")
    field = shown.widget("cell-form-dispute", QComboBox)
    shown.qtbot.keyClicks(field, "When did he die?")
    press(shown, Qt.Key.Key_Return)
    assert quoted(shown, "when-did-he-die") == {"What": ["died in May"]}


def test_escape_leaves_all_as_it_was(shown: Reading) -> None:
    before = shown.library.data.passages.all()
    begin(shown, "His son")
    press(shown, Qt.Key.Key_Escape)
    assert shown.library.data.passages.all() == before
    assert shown.text.hasFocus()
