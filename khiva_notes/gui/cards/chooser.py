"""A field that finds a card by any of its spellings while one types."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from khiva_notes.gui.desk import Desk


class CardChooser(QWidget):
    """Lets the user choose one card of ``kinds`` (of any kind where none are given).

    ``chosen`` bears the card's number, ``created`` a title for which there is no card yet.
    """

    chosen = Signal(int)
    created = Signal(str)
    cancelled = Signal()

    def __init__(
        self,
        desk: Desk,
        kinds: tuple[str, ...] = (),
        parent: QWidget | None = None,
        allow_new: bool = False,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self._kinds = kinds
        self._allow_new = allow_new
        self._field = QLineEdit()
        self._field.setObjectName("chooser-field")
        self._field.setAccessibleName(self.tr("Find a card"))
        self._rows = QListWidget()
        self._rows.setObjectName("chooser-rows")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._field)
        column.addWidget(self._rows)
        self.setFocusProxy(self._field)
        self._field.textEdited.connect(self._find)
        self._field.returnPressed.connect(self._take)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the rows with the arrows; Esc gives up."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            row = self._rows.currentRow() + step
            self._rows.setCurrentRow(max(0, min(self._rows.count() - 1, row)))
        else:
            super().keyPressEvent(event)

    def _find(self, words: str) -> None:
        self._rows.clear()
        wanted = words.strip().casefold()
        for item in self.desk.session.library.data.items.all(*self._kinds):
            if wanted in item.title.casefold():
                row = QListWidgetItem(item.title)
                row.setData(Qt.ItemDataRole.UserRole, item.id)
                self._rows.addItem(row)
        self._rows.setCurrentRow(0)

    def _take(self) -> None:
        row = self._rows.currentItem()
        if row is not None:
            self.chosen.emit(row.data(Qt.ItemDataRole.UserRole))
        elif self._allow_new and self._field.text().strip():
            self.created.emit(self._field.text().strip())
