"""The value of a cell in the form that its aspect asks for, with the wording always beside it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from khiva_notes.gui.cards.date_field import DateField
from khiva_notes.gui.cards.inputs import TextInput
from khiva_notes.gui.cards.saving import Autosave
from khiva_notes.gui.compare.card_field import CardField
from khiva_notes.gui.desk import Desk
from khiva_notes.model.conflicts import read_number
from khiva_notes.model.conflicts.showing import number_words
from khiva_notes.model.disputes import Cell, ValueType


class ValueField(QWidget):
    """Edits ``value`` and what it means: a card, a date or a figure.

    ``edited`` bears the cell with its new value, once typing pauses. ``opened`` bears a Place.
    """

    edited = Signal(object)
    opened = Signal(object)

    def __init__(self, desk: Desk, value_type: ValueType) -> None:
        super().__init__()
        self.value_type = value_type
        self._cell = Cell(0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.words = TextInput(self)
        self.words.setObjectName("cell-value")
        self.words.setAccessibleName(self.tr("Value in a few words"))
        self.words.setPlaceholderText(self.tr("In a few words"))
        self.words.textChanged.connect(self._type)
        self.saver = Autosave(self.words, self._save_words)
        column.addWidget(self.words)
        self.setFocusProxy(self.words)
        self.card: CardField | None = None
        self.date: DateField | None = None
        self._date_saver: Autosave | None = None
        self._figure: QLabel | None = None
        if value_type in ("person", "place"):
            kinds = ("person", "group") if value_type == "person" else ("place",)
            self.card = CardField(desk, kinds, makes=True)
            self.card.setObjectName("cell-card")
            self.card.setAccessibleName(self.tr("Card that is meant"))
            self.card.edited.connect(self._choose)
            self.card.opened.connect(self.opened)
            column.addWidget(self.card)
        elif value_type == "date":
            self.date = DateField(desk.theme, self)
            self.date.setObjectName("cell-date")
            self.date.edited.connect(self._date_typed)
            self._date_saver = Autosave(self.date.words, self._save_date)
            column.addWidget(self.date)
        elif value_type == "number":
            self._figure = QLabel()
            self._figure.setObjectName("cell-figure")
            self._figure.setProperty("role", "muted")
            self._figure.setContentsMargins(6, 0, 0, 0)
            self._figure.setWordWrap(True)
            column.addWidget(self._figure)

    def show_cell(self, cell: Cell) -> None:
        """Show a cell's value, but never over words that are being typed."""
        if not self.saver.dirty and self.words.toPlainText().strip() != cell.value:
            blocked = self.words.blockSignals(True)
            self.words.show_text(cell.value)
            self.words.blockSignals(blocked)
        if self.card is not None:
            self.card.set_cards([cell.card_id] if cell.card_id else [])
        typing = self._date_saver is not None and self._date_saver.dirty
        if self.date is not None and not typing and self.date.date() != cell.date:
            self.date.set_date(cell.date)
        self._cell = cell
        self._understand()

    def flush(self) -> None:
        """Save now what is not saved yet."""
        self.saver.flush()
        if self._date_saver is not None:
            self._date_saver.flush()

    def _type(self) -> None:
        self.saver.touch()
        self._understand()

    def _save_words(self) -> None:
        value = self.words.toPlainText().strip()
        cell = replace(self._cell, value=value)
        if self.value_type == "number":
            cell = replace(cell, number=read_number(value))
        self._tell(cell)

    def _choose(self, held: list[int]) -> None:
        self.flush()
        card_id = held[0] if held else None
        self._tell(replace(self._cell, card_id=card_id))

    def _date_typed(self) -> None:
        assert self._date_saver is not None
        self._date_saver.touch()

    def _save_date(self) -> None:
        assert self.date is not None
        self._tell(replace(self._cell, date=self.date.date()))

    def _tell(self, cell: Cell) -> None:
        if cell != self._cell:
            self._cell = cell
            self.edited.emit(cell)

    def _understand(self) -> None:
        if self._figure is None:
            return
        words = self.words.toPlainText().strip()
        number = read_number(words) if words else None
        if number is not None:
            shown = number_words(number.low, number.high, number.unit)
            self._figure.setText(self.tr("Understood as {}").format(shown))
        else:
            self._figure.setText(self.tr("No figure is read in this.") if words else "")
        self._figure.setVisible(bool(words))
