"""A card edited beside its words, and the keyboard's way there and back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from khiva_notes.gui.cards.editor import CardEditor
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.reader.beside import Beside
from khiva_notes.gui.reader.column import CardColumn
from khiva_notes.gui.reader.text_view import TextView


class Editing(QObject):
    """Puts a card's editor in the place of its slip; ``opened`` bears a place asked for there."""

    opened = Signal(object)

    def __init__(
        self, desk: Desk, text: TextView, column: CardColumn, beside: Beside, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._text = text
        self._column = column
        self._beside = beside

    def begin(self, card: int, passage: int = 0) -> None:
        """Edit a card, with all of its title selected."""
        editors: list[CardEditor] = []

        def make(ground: QWidget) -> CardEditor:
            editors.append(CardEditor(self._desk, card, ground, compact=True))
            return editors[0]

        self._column.edit(card, make)
        editor = editors[0]
        editor.done.connect(self.end)
        editor.opened.connect(self.opened)
        self._beside.hold(card, passage, fetch=False)
        self._beside.arrange()
        editor.focus_title()

    def end(self) -> None:
        """Put the slip back; the keyboard returns to the text."""
        if self._column.edited:
            self._text.setFocus()
            self._column.close_editor()
            self._beside.arrange()

    def drop_if_gone(self, exists: bool) -> None:
        """End when the card that is being edited is no more."""
        if self._column.edited and not exists:
            self.end()
