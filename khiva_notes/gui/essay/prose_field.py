"""The field in which a part's words are typed, laid over the page where they stand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from khiva_notes.gui.cards.inputs import TextInput
from khiva_notes.gui.own_keys import claims

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ProseField(TextInput):
    """Goes on to the parts round it with the arrow keys, as if all were one text.

    ``gone_on`` bears -1 or 1, ``finished`` is sent for Esc, ``next_wanted`` for Ctrl+Enter (and
    for Enter in a heading), ``emptied`` for Backspace where nothing is left to take away.
    """

    gone_on = Signal(int)
    finished = Signal()
    next_wanted = Signal()
    emptied = Signal()
    grown = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("essay-field")
        self.setAccessibleName(self.tr("The part's words, Markdown"))
        self.one_line = False

    def event(self, event: QEvent) -> bool:
        """Claim the keys that the window knows otherwise."""
        if claims(event, self._wants):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, or go on."""
        key, plain = event.key(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        if key == Qt.Key.Key_Escape:
            self.finished.emit()
        elif key in _ENTER and (self.one_line or not plain) and not self._breaks(event):
            self.next_wanted.emit()
        elif key == Qt.Key.Key_Up and plain and self._at_edge(QTextCursor.MoveOperation.Up):
            self.gone_on.emit(-1)
        elif key == Qt.Key.Key_Down and plain and self._at_edge(QTextCursor.MoveOperation.Down):
            self.gone_on.emit(1)
        elif key == Qt.Key.Key_Backspace and not self.toPlainText():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that more or fewer lines are needed."""
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self.grown.emit()

    def _wants(self, event: QKeyEvent) -> bool:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        return event.key() == Qt.Key.Key_Escape or (event.key() in _ENTER and bool(control))

    def _breaks(self, event: QKeyEvent) -> bool:
        return event.modifiers() == Qt.KeyboardModifier.ShiftModifier and not self.one_line

    def _at_edge(self, way: QTextCursor.MoveOperation) -> bool:
        return not QTextCursor(self.textCursor()).movePosition(way)
