"""One card whole, on a page of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from khiva_notes.gui.cards.editor import CardEditor
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.page import Page


class CardPage(Page):
    """Shows one card with its evidence."""

    views = ("card",)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._column = QVBoxLayout(self)
        self._editor: CardEditor | None = None

    def open(self, place: Place) -> None:
        """Show the card of a place."""
        if self._editor is not None:
            self._editor.deleteLater()
        self._editor = CardEditor(self.desk, place.item_id, self)
        self._editor.opened.connect(self.desk.navigator.go)
        self._column.addWidget(self._editor)
        if place.edit:
            self._editor.focus_title()

    def title(self) -> str:
        """Return the card's title."""
        if self._editor is None:
            return ""
        item = self.desk.session.library.data.items.find(self._editor.item_id)
        return item.title if item else ""
