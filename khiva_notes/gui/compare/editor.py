"""What all editors at the side of the table have in common: a heading, fields, and saving."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from khiva_notes.gui.cards.saving import Autosave
from khiva_notes.gui.desk import Desk
from khiva_notes.services.dispute_reading import DisputeTable
from khiva_notes.services.library import Library


class Editor(QWidget):
    """Subclasses fill in ``refresh``. ``opened`` bears a Place; ``done`` asks to be closed."""

    opened = Signal(object)
    done = Signal()

    def __init__(self, desk: Desk, dispute_id: int, name: str) -> None:
        super().__init__()
        self.desk = desk
        self.dispute_id = dispute_id
        self.setObjectName(name)
        self.setProperty("role", "editor")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._savers: list[Autosave] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 4, 16, 16)
        self.column.setSpacing(2)

    @property
    def heading(self) -> str:
        """What is edited here, in a few words."""
        return ""

    @property
    def library(self) -> Library:
        """The open library."""
        return self.desk.session.library

    def refresh(self, table: DisputeTable) -> None:
        """Show what the library says, but never over words that are being typed."""
        raise NotImplementedError

    def begin(self) -> None:
        """Put the focus where one begins."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Save now what is not saved yet."""
        for saver in self._savers:
            saver.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save before going out of sight."""
        self.flush()
        super().hideEvent(event)

    def add(self, label: str, widget: QWidget, name: str = "", tip: str = "") -> QLabel:
        """Put a field under its label; ``name`` is by which tests and screen readers find it."""
        shown = QLabel(label)
        shown.setProperty("role", "label")
        shown.setContentsMargins(6, 10, 0, 0)
        shown.setBuddy(widget)
        shown.setWordWrap(True)
        if name:
            widget.setObjectName(name)
        if not widget.accessibleName():
            widget.setAccessibleName(label)
        if tip:
            widget.setToolTip(tip)
        self.column.addWidget(shown)
        self.column.addWidget(widget)
        return shown

    def keep(self, saver: Autosave) -> Autosave:
        """Let a field's words be saved with the others when the editor is left."""
        self._savers.append(saver)
        return saver
