"""A line of a list inside a card that is walked with the arrows, opened and removed by key."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from khiva_notes.gui.cards.discard import discard
from khiva_notes.gui.cards.tab_order import put_before

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TOOL_WIDTH = 22
_LEAST_HEIGHT = 24


class Row(QFrame):
    """``opened`` is sent for Enter or a click, ``removed`` for Delete."""

    opened = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "row")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.tools = QWidget(self)
        self._tools_row = QHBoxLayout(self.tools)
        self._tools_row.setContentsMargins(0, 0, 0, 0)
        self._tools_row.setSpacing(0)
        self.tools.hide()

    def sizeHint(self) -> QSize:
        """Leave room for the buttons, so that nothing moves when they appear."""
        return super().sizeHint().expandedTo(QSize(0, _LEAST_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Leave room for the buttons."""
        return super().minimumSizeHint().expandedTo(QSize(0, _LEAST_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the keys that all rows have."""
        key = event.key()
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in _ENTER and not control:
            self.opened.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif key == Qt.Key.Key_Down:
            self.focusNextChild()
        elif key == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open on a click."""
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside:
            self.opened.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the buttons while the mouse is here."""
        super().enterEvent(event)
        self.tools.show()

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the buttons again, unless the keyboard is here."""
        super().leaveEvent(event)
        self.tools.setVisible(self.hasFocus())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the buttons while the keyboard is here."""
        super().focusInEvent(event)
        self.tools.show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the buttons again, unless the mouse is here."""
        super().focusOutEvent(event)
        self.tools.setVisible(self.underMouse())

    def add_tool(self, sign: str, tip: str, act: Callable[[], object]) -> QToolButton:
        """Add a button for those who use the mouse; ``tools`` holds it."""
        button = QToolButton(self.tools)
        button.setText(sign)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setFixedSize(_TOOL_WIDTH, _TOOL_WIDTH)
        button.clicked.connect(act)
        self._tools_row.addWidget(button)
        return button


class RowList(QWidget):
    """Rows under one another; when they are replaced the focus stays where it was."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 0) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)

    def replace(self, rows: Sequence[Row], after: QWidget) -> None:
        """Show other rows; ``after`` has the tab's next turn, and the focus when no row is left."""
        focused = next((i for i, row in enumerate(self.rows) if _holds_focus(row)), -1)
        gone, self.rows = self.rows, list(rows)
        for row in gone:
            self._column.removeWidget(row)
            discard(row)
        for row in self.rows:
            self._column.addWidget(row)
            row.show()
        put_before(self.rows, after, gone)
        if focused >= 0:
            target = self.rows[min(focused, len(rows) - 1)] if rows else after
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setVisible(bool(rows))


def _holds_focus(row: Row) -> bool:
    focus = row.window().focusWidget()
    return focus is not None and (focus is row or row.isAncestorOf(focus))
