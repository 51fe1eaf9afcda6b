from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QToolButton

from khiva_notes.model.comparison import ComparedCell, Comparison
from khiva_notes.model.items import Item
from khiva_notes.services import disputes
from tests.gui.compare.comparing import CONTROL, Comparing, Key

DOWN = Qt.Orientation.Vertical
ORIGINAL = "who-killed-the-khan"
STATES = ["conflict", "conflict", "single", "single", "agree", "single", "single", "single"]
DIGITS = {"silent": Key.Key_3}


def choose(page: Comparing, field: str, item: Item) -> None:
    """Choose a card in a field, found by its title."""
    button = page.part(field).findChild(QToolButton, "card-field-add")
    assert button is not None
    button.setFocus()
    page.press(Key.Key_Space)
    page.type(item.title)
    page.wait(lambda: item.title in page.first_offer(f"{field}-chooser"))
    page.press(Key.Key_Return)


def add_accounts(page: Comparing, comparison: Comparison) -> None:
    """Add every account with its source, by keys."""
    for column in comparison.columns:
        page.press(Key.Key_Insert, CONTROL)
        page.type(column.account.label)
        page.press(Key.Key_Return)
        page.wait(lambda: page.focused() == "account-label")
        assert column.source is not None
        choose(page, "account-source", column.source)
        page.press(Key.Key_Escape)


def add_aspects(page: Comparing, comparison: Comparison) -> None:
    """Add every row with the sort of its values, by keys."""
    page.press(Key.Key_Insert)
    for row in comparison.rows:
        sort = page.part("new-aspect-type")
        assert isinstance(sort, QComboBox)
        sort.setFocus()
        wanted = sort.findData(row.aspect.value_type)
        page.press(Key.Key_Home)
        for _ in range(wanted):
            page.press(Key.Key_Down)
        page.part("new-aspect-name").setFocus()
        page.type(row.aspect.name)
        page.press(Key.Key_Return)
    page.press(Key.Key_Escape)


def fill(page: Comparing, cell: ComparedCell) -> None:
    """Fill the current cell as the original is, by keys, its words pasted."""
    if cell.stance in DIGITS:
        page.press(DIGITS[cell.stance])
        return
    for quote in cell.quotes:
        QGuiApplication.clipboard().setText(f"“{quote.passage.exact}” ({quote.citation})")
        page.press(Key.Key_V, CONTROL)
    page.press(Key.Key_Return)
    page.type(cell.value)
    if cell.card is not None:
        choose(page, "cell-card", cell.card)
    if cell.cell is not None and cell.cell.date is not None:
        page.part("date-words").setFocus()
        page.type(cell.cell.date.original)
    page.press(Key.Key_Escape)


def test_a_dispute_of_the_sample_is_rebuilt_from_nothing_by_keys(comparing: Comparing) -> None:
    original = comparing.comparison(ORIGINAL)
    disputes.create_dispute(comparing.library, "What happened?", key="rebuilt")
    comparing.open("rebuilt", edit=True)
    comparing.wait(lambda: comparing.focused() == "card-title")
    comparing.type(original.dispute.title)
    comparing.press(Key.Key_Return)
    comparing.wait(lambda: comparing.focused() == "empty-account")
    add_accounts(comparing, original)
    add_aspects(comparing, original)
    size = f"{len(original.columns)} accounts · {len(original.rows)} aspects"
    comparing.wait(lambda: comparing.page.status() == size)
    comparing.wait(lambda: comparing.focused() == "comparison-table")
    for place, row in enumerate(original.rows):
        for number, cell in enumerate(row.cells):
            comparing.table.setCurrentIndex(comparing.index(place, number))
            fill(comparing, cell)
    rebuilt = comparing.comparison("rebuilt")
    assert rebuilt.dispute.title == original.dispute.title
    assert [row.state for row in rebuilt.rows] == STATES
    assert [row.state for row in original.rows] == STATES
    assert [row.why for row in rebuilt.rows] == [row.why for row in original.rows]
    for one, other in zip(rebuilt.rows, original.rows, strict=True):
        for a, b in zip(one.cells, other.cells, strict=True):
            assert (a.stance, a.value) == (b.stance, b.value)
            assert [q.passage.exact for q in a.quotes] == [q.passage.exact for q in b.quotes]
    comparing.wait(lambda: "✕ conflict" in str(comparing.table.model().headerData(0, DOWN)))
