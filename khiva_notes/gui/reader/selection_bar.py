"""The small bar that appears beside selected words and says what can be made of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from khiva_notes.gui.reader.text_view import TextView
from khiva_notes.gui.theme import Theme

_PAUSE_MS = 180


class SelectionBar(QFrame):
    """Buttons for the reader's actions; it takes no focus, so that the keys stay with the text."""

    def __init__(
        self, theme: Theme, text: TextView, actions: Sequence[QAction], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("selection-bar")
        self.setAccessibleName(self.tr("What to make of the selected words"))
        self._theme = theme
        self._text = text
        self._ground = parent
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(0)
        for action in actions:
            button = QToolButton()
            button.setDefaultAction(action)
            button.setObjectName(f"bar-{action.objectName()}")
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
            button.setText(f"{action.iconText()}  {keys}")
            button.setAccessibleName(action.iconText())
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAutoRaise(True)
            row.addWidget(button)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._appear)
        text.selectionChanged.connect(self._await)
        text.moved.connect(self._follow)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def _await(self) -> None:
        if self._text.textCursor().hasSelection():
            self._pause.start()
        else:
            self._pause.stop()
            self.hide()

    def _appear(self) -> None:
        if self._text.hasFocus() and self._text.textCursor().hasSelection():
            self.adjustSize()
            if self._stand():
                self.show()
                self.raise_()

    def _follow(self) -> None:
        if self.isVisible() and not self._stand():
            self.hide()

    def _stand(self) -> bool:
        """Stand above the selected words, or below if there is no room; False if out of view."""
        cursor = self._text.textCursor()
        first = self._text.line_rect(cursor.selectionStart())
        last = self._text.line_rect(cursor.selectionEnd())
        view = self._text.viewport()
        if last.bottom() < 0 or first.top() > view.height():
            return False
        x = self._text.x_of(cursor.selectionStart())
        y = int(first.top()) - self.height() - 4
        if y < 0:
            y = int(last.bottom()) + 6
        if y + self.height() > view.height():
            y = 4
        spot = view.mapTo(self._ground, QPoint(int(x), y))
        right = self._ground.width() - self.width() - 4
        self.move(max(4, min(spot.x(), right)), spot.y())
        return True

    def _restyle(self) -> None:
        tones = self._theme.tones
        self.setStyleSheet(
            f"#selection-bar {{ background: {tones.surface}; border: 1px solid {tones.line};"
            f" border-radius: 6px; }}"
            f"#selection-bar QToolButton {{ color: {tones.ink}; border: none; border-radius: 4px;"
            f" padding: 4px 8px; }}"
            f"#selection-bar QToolButton:hover {{ background: {tones.chrome}; }}"
        )
