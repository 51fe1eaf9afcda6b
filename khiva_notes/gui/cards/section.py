"""One part of a card's form: it shows something of the card and saves what is changed of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from khiva_notes.gui.desk import Desk
from khiva_notes.model.changes import Touch
from khiva_notes.model.items import Item


class Section(QWidget):
    """Subclasses name the ``parts`` of a change that they show, and fill in ``refresh``.

    ``label`` is what stands beside it. ``opened`` bears a Place to go to.
    """

    opened = Signal(object)
    parts: frozenset[str] = frozenset()

    def __init__(self, desk: Desk, item_id: int, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.item_id = item_id
        self.label = label

    @property
    def item(self) -> Item:
        """The card as the library has it now."""
        return self.desk.session.library.data.items.get(self.item_id)

    @property
    def empty(self) -> bool:
        """Whether the section, and its label with it, is better not shown at all."""
        return False

    def concerned(self, touched: dict[int, Touch]) -> bool:
        """Tell whether a change touched what is shown here."""
        own = touched.get(self.item_id)
        return own is not None and bool(own.parts & self.parts)

    def refresh(self) -> None:
        """Show what the library says, but never over words that are being typed."""
        raise NotImplementedError

    def flush(self) -> None:
        """Save now what is not saved yet."""
