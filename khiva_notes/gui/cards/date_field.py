"""A line into which a date is typed in words, with what is understood below it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from khiva_notes.gui.theme import Theme
from khiva_notes.model.dates import HistoricalDate, describe, read_phrase


class DateField(QWidget):
    """Holds one historical date or none; ``edited`` bears it each time the user changes it."""

    edited = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._date: HistoricalDate | None = None
        self._words = QLineEdit()
        self._words.setObjectName("date-words")
        self._words.setAccessibleName(self.tr("Date in words"))
        self._understood = QLabel()
        self._understood.setObjectName("date-understood")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)
        column.addWidget(self._understood)
        self.setFocusProxy(self._words)
        self._words.textEdited.connect(self._read)

    def date(self) -> HistoricalDate | None:
        """Return the date as it now stands, None for an empty line."""
        return self._date

    def set_date(self, date: HistoricalDate | None) -> None:
        """Show a date; nothing is sent."""
        self._date = date
        self._words.setText((date.original or date.edtf) if date else "")
        self._understood.setText(describe(date) if date else "")

    def _read(self, words: str) -> None:
        self._date = read_phrase(words) if words.strip() else None
        self._understood.setText(describe(self._date) if self._date else "")
        self.edited.emit(self._date)
