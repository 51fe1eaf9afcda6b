"""The small bar that appears beside selected words and says what can be made of them."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QColor, QEnterEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QWidget

from khiva_notes.gui.reader.text_view import TextView
from khiva_notes.gui.theme import Theme

_PAUSE_MS = 180
_AIR = 8
_BETWEEN = 8
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class BarButton(QAbstractButton):
    """One action of the bar: its word, and its key in a quieter tone."""

    def __init__(self, theme: Theme, action: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setObjectName(f"bar-{action.objectName()}")
        self.setText(action.iconText())
        self.setAccessibleName(f"{action.iconText()} ({self._key})")
        self.setToolTip(action.toolTip())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(action.trigger)

    def sizeHint(self) -> QSize:
        """Return room for the word, the key and some air."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + metrics.horizontalAdvance(self._key)
        return QSize(width + _BETWEEN + 2 * _AIR, metrics.height() + 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the word and the key."""
        tones = self._theme.tones
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tones.chrome))
            painter.drawRoundedRect(self.rect(), 4, 4)
        inside = self.rect().adjusted(_AIR, 0, -_AIR, 0)
        painter.setPen(QColor(tones.ink))
        painter.drawText(inside, int(_MIDDLE | Qt.AlignmentFlag.AlignLeft), self.text())
        painter.setPen(QColor(tones.muted))
        painter.drawText(inside, int(_MIDDLE | Qt.AlignmentFlag.AlignRight), self._key)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Answer to the mouse."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Answer no longer."""
        super().leaveEvent(event)
        self.update()


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
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(4, 4, 4, 4)
        self._grid.setSpacing(0)
        self._buttons = [BarButton(theme, action, self) for action in actions]
        self._across = 0
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
            self._break(self._text.viewport().width() - 16)
            self.adjustSize()
            if self._stand():
                self.show()
                self.raise_()

    def _break(self, room: int) -> None:
        """Set the buttons in as few rows as there is room for."""
        widest = sum(button.sizeHint().width() for button in self._buttons)
        rows = max(1, math.ceil((widest + 8) / max(120, room)))
        across = math.ceil(len(self._buttons) / rows)
        if across == self._across:
            return
        self._across = across
        for number, button in enumerate(self._buttons):
            self._grid.addWidget(button, number // across, number % across)

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
        right = view.mapTo(self._ground, QPoint(view.width(), 0)).x() - self.width() - 4
        self.move(max(4, min(spot.x(), right)), spot.y())
        return True

    def _restyle(self) -> None:
        tones = self._theme.tones
        self.setStyleSheet(
            f"#selection-bar {{ background: {tones.surface}; border: 1px solid {tones.line};"
            f" border-radius: 6px; }}"
        )
