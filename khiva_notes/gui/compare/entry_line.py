"""A line into which one thing after another is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from khiva_notes.gui.cards.inputs import LineInput

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EntryLine(LineInput):
    """``entered`` bears what was typed, for Enter; the focus stays for the next."""

    entered = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand over what was typed, and be empty again."""
        if event.key() in _ENTER and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            words = " ".join(self.text().split())
            if words:
                self.clear()
                self.entered.emit(words)
            return
        super().keyPressEvent(event)
