"""The text as it is used: read with a caret, pointed at, clicked, and answered to by keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from khiva_notes.gui.preferences import Preferences
from khiva_notes.gui.reader.page_view import PageView
from khiva_notes.gui.theme import Theme

_KEPT_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class TextView(PageView):
    """Tells what the reader does with the text.

    ``pointed`` bears the character under the mouse or -1, ``clicked`` the one clicked without
    dragging, ``tabbed`` that the keyboard wants to go to what is beside the text, ``menu_wanted``
    a point of the screen. ``described`` says what is under the mouse when it rests there;
    ``own_keys`` are the keys that the text takes before any shortcut of the window.
    """

    pointed = Signal(int)
    clicked = Signal(int)
    tabbed = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(
        self, theme: Theme, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, preferences, parent)
        self.described: Callable[[int], str] = _nothing
        self.own_keys: Mapping[str, Callable[[], None]] = {}
        self._pressed: QPoint | None = None
        self.setTabChangesFocus(True)
        self.viewport().setMouseTracking(True)

    def event(self, event: QEvent) -> bool:
        """Leave single letters and undo to the program's shortcuts: nothing is typed here."""
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if _keys(event) in self.own_keys:
                event.accept()
                return True
            if event.key() not in _KEPT_KEYS:
                event.ignore()
                return False
        return bool(super().event(event))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu about the words under the mouse, or the selected ones."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            position = self.position_on_page(event.pos(), exact=False)
            cursor = self.textCursor()
            if not cursor.selectionStart() <= position <= cursor.selectionEnd():
                self.put_caret(position)
        self.setFocus()
        self.menu_wanted.emit(event.globalPos())

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab lead to the cards beside the words, if there are any."""
        if forward and self.isVisible():
            self.tabbed.emit()
            if not self.hasFocus():
                return True
        return bool(super().focusNextPrevChild(forward))

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what is under the mouse when it rests there."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.described(self.position_on_page(event.pos()))
            if words:
                QToolTip.showText(event.globalPos(), words, self.viewport())
            else:
                QToolTip.hideText()
            return True
        return bool(super().viewportEvent(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the text's own keys do."""
        deed = self.own_keys.get(_keys(event))
        if deed is not None:
            deed()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a click may begin."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell a click from the end of a selection."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        point = event.position().toPoint()
        if (
            event.button() == Qt.MouseButton.LeftButton
            and pressed is not None
            and (point - pressed).manhattanLength() < 4
            and not self.textCursor().hasSelection()
        ):
            position = self.position_on_page(point)
            if position >= 0:
                self.clicked.emit(position)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which character is pointed at."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            self.pointed.emit(self.position_on_page(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that nothing is pointed at any more."""
        super().leaveEvent(event)
        self.pointed.emit(-1)


def _keys(event: QKeyEvent) -> str:
    return QKeySequence(event.keyCombination()).toString().replace("Enter", "Return")


def _nothing(_: int) -> str:
    return ""
