from __future__ import annotations

from PySide6.QtWidgets import QApplication

from khiva_notes.services import disputes
from tests.gui.compare.comparing import SHIFT, Comparing, Key

KHAN = "who-killed-the-khan"


def emptied(comparing: Comparing) -> None:
    """Show a dispute whose first cell is empty, with something proposed for it."""
    before = comparing.comparison(KHAN)
    cell = before.rows[0].cells[0].cell
    assert cell is not None
    disputes.clear_cell(comparing.library, cell.id)
    comparing.open(KHAN)
    comparing.table.setCurrentIndex(comparing.index(0, 0))
    comparing.wait(lambda: "proposed" in spoken(comparing))


def spoken(comparing: Comparing) -> str:
    """What a screen reader says of the first cell."""
    from PySide6.QtCore import Qt

    return str(comparing.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_proposal_is_shown_as_one_and_taken_by_a_key(comparing: Comparing) -> None:
    emptied(comparing)
    assert comparing.comparison(KHAN).rows[0].cells[0].stance == "not-read"
    comparing.press(Key.Key_Y)
    taken = comparing.comparison(KHAN).rows[0].cells[0]
    assert taken.stance == "asserts"
    assert taken.quotes
    comparing.wait(lambda: "proposed" not in spoken(comparing))


def test_a_refused_proposal_does_not_come_back(comparing: Comparing) -> None:
    emptied(comparing)
    first = spoken(comparing)
    comparing.press(Key.Key_X)
    comparing.wait(lambda: spoken(comparing) != first)
    item = comparing.library.data.items.by_key(KHAN)
    assert item is not None
    assert len(comparing.library.data.refusals.of(item.id)) == 1
    comparing.press(Key.Key_X, SHIFT)
    comparing.wait(lambda: spoken(comparing) == first)


def test_a_proposal_is_changed_before_it_is_taken(comparing: Comparing) -> None:
    emptied(comparing)
    comparing.press(Key.Key_E)
    assert comparing.focused() == "proposal-value"
    comparing.type("some people")
    comparing.press(Key.Key_Return)
    assert comparing.comparison(KHAN).rows[0].cells[0].value == "some people"
    assert QApplication.focusWidget() is comparing.table


def test_all_proposals_of_a_row_are_one_step(comparing: Comparing) -> None:
    emptied(comparing)
    comparing.press(Key.Key_Y, SHIFT)
    assert comparing.comparison(KHAN).rows[0].cells[0].stance == "asserts"
    comparing.library.undo()
    assert comparing.comparison(KHAN).rows[0].cells[0].stance == "not-read"
