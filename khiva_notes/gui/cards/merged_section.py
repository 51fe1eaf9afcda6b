"""The cards that became part of this one, each of which can be taken out again."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from khiva_notes.gui.cards.elided import ElidedLabel
from khiva_notes.gui.cards.row import Row, RowList
from khiva_notes.gui.cards.section import Section
from khiva_notes.gui.desk import Desk
from khiva_notes.model.items import Item
from khiva_notes.services import merging


class MergedSection(Section):
    """One row a card; nothing at all as long as nothing was merged."""

    parts = frozenset({"links"})

    def __init__(self, desk: Desk, item_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, item_id, "Merged", parent)
        self.setObjectName("card-merged")
        self._items: list[Item] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        self._rows = RowList(self)
        self._end = QLabel()
        self._end.setFixedHeight(0)
        column.addWidget(self._rows)
        column.addWidget(self._end)
        self.refresh()

    @property
    def empty(self) -> bool:
        """Whether nothing was merged into the card."""
        return not self._items

    def refresh(self) -> None:
        """Show the merged cards."""
        self._items = merging.merged_into(self.desk.session.library.data, self.item_id)
        rows = []
        for item in self._items:
            row = MergedRow(item)
            row.opened.connect(partial(self._take_apart, item.id))
            rows.append(row)
        self._rows.replace(rows, self._end)

    def _take_apart(self, item_id: int) -> None:
        card = self.desk.attempt(lambda: merging.take_apart(self.desk.session.library, item_id))
        if card is not None:
            self.desk.said.emit(self.tr("“{}” stands by itself again.").format(card.title))


class MergedRow(Row):
    """The title that the card had; Enter or the button takes it out."""

    def __init__(self, item: Item) -> None:
        super().__init__()
        self.setObjectName(f"merged-{item.id}")
        row = QHBoxLayout(self)
        row.setContentsMargins(5, 1, 2, 1)
        row.addWidget(ElidedLabel(item.title), 1)
        apart = QToolButton()
        apart.setObjectName("take-apart")
        apart.setText(self.tr("Take apart"))
        tip = self.tr("Make “{}” a card of its own again, as it was (Enter)").format(item.title)
        apart.setToolTip(tip)
        apart.setAccessibleName(tip)
        apart.clicked.connect(self.opened)
        row.addWidget(apart)
        self.setAccessibleName(self.tr("{}, merged into this card").format(item.title))
        self.setToolTip(self.tr("Enter takes the card apart"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do nothing on a click beside the button."""
