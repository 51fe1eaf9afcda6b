"""A line at the foot of the page in which one says why two claims are no conflict."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from khiva_notes.gui.compare.entry_line import EntryLine
from khiva_notes.gui.conflicts.wording import tr
from khiva_notes.gui.own_keys import claims


class ReasonBar(QFrame):
    """``given`` bears the reason, for Enter; ``left`` is sent for Esc."""

    given = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("reason-bar")
        self.setProperty("role", "bar")
        label = QLabel(tr("Why can both be true?"))
        self._line = EntryLine()
        self._line.setObjectName("conflict-reason")
        self._line.setAccessibleName(label.text())
        self._line.setPlaceholderText(tr("Enter keeps the reason, Esc leaves the conflict"))
        self._line.entered.connect(self.given)
        label.setBuddy(self._line)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.setSpacing(12)
        row.addWidget(label)
        row.addWidget(self._line, 1)
        self.hide()

    def ask(self) -> None:
        """Show the line with the keyboard in it."""
        self._line.clear()
        self.show()
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Claim Esc before the window takes it."""
        return claims(event, lambda key: key.key() == Qt.Key.Key_Escape) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)
