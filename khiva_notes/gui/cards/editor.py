"""A card in the hand: its fields as a form that saves while one types."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from khiva_notes.gui.desk import Desk
from khiva_notes.model.kinds import KINDS
from khiva_notes.services import cards


class CardEditor(QWidget):
    """Edits one card; ``done`` hands the focus back, ``opened`` bears a Place to go to."""

    done = Signal()
    opened = Signal(object)

    def __init__(
        self, desk: Desk, item_id: int, parent: QWidget | None = None, compact: bool = False
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.item_id = item_id
        self._compact = compact
        data = desk.session.library.data
        item = data.items.get(item_id)
        self._title = QLineEdit(item.title)
        self._title.setObjectName("card-title")
        self._title.setAccessibleName(self.tr("Title"))
        form = QFormLayout(self)
        form.addRow(self._title)
        self._title.editingFinished.connect(self._rename)
        self._title.returnPressed.connect(self.done)
        for field in KINDS[item.kind].fields:
            if field.is_link or field.is_date:
                continue
            line = QLineEdit(str(item.fields.get(field.name, "")))
            line.setObjectName(f"field-{field.name}")
            line.editingFinished.connect(
                lambda name=field.name, line=line: cards.set_field(
                    desk.session.library, item_id, name, line.text()
                )
            )
            form.addRow(field.label, line)

    def focus_title(self) -> None:
        """Put the focus into the title with all of it selected."""
        self._title.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._title.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc or Ctrl+Enter."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (enter and control):
            self._rename()
            self.done.emit()
            return
        super().keyPressEvent(event)

    def _rename(self) -> None:
        library = self.desk.session.library
        self.desk.attempt(lambda: cards.rename(library, self.item_id, self._title.text()))
