"""A quiet choice on a welcome page: a line of words that is a button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from khiva_notes.gui.theme import Theme

_PAD, _GAP, _SIGN = 10, 16, 24
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Choice(QPushButton):
    """Words at the left, a detail at the right, both shortened where they are long.

    ``sign`` is a glyph in the colour of ``kind``. ``stepped`` tells which way an arrow key would
    go on from here, and ``thrown`` that Delete was pressed.
    """

    stepped = Signal(int)
    thrown = Signal()

    def __init__(
        self,
        words: str,
        theme: Theme,
        *,
        name: str,
        detail: str = "",
        sign: str = "",
        kind: str = "",
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(words.replace("&", "&&"))
        self.setObjectName(name)
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._words = words
        self._theme = theme
        self._detail = detail
        self._sign = sign
        self._kind = kind
        self._elide = elide
        self.setAccessibleName(f"{words}, {detail}" if detail else words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return the height of a line with some air; the width is the layout's to give."""
        return QSize(240, self.fontMetrics().height() + 14)

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters."""
        return QSize(80, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with the arrows, press with Enter too, throw away with Delete."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Delete:
            self.thrown.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, and a frame while the keyboard or the mouse is here.

        No style sheet does it: one for each line of a page makes the page slow to come.
        """
        painter = QPainter(self)
        tones = self._theme.tones
        if self.underMouse() or self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(tones.focus if self.hasFocus() else tones.line))
            if self.underMouse():
                painter.setBrush(QColor(tones.surface))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        line = self.rect().adjusted(_PAD, 0, -_PAD, 0)
        if self._sign:
            painter.setPen(QColor(tones.kind(self._kind).ink if self._kind else tones.muted))
            painter.drawText(line, _LEFT, self._sign)
            line.setLeft(line.left() + _SIGN)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Medium)
        metrics = QFontMetrics(font)
        wanted = metrics.horizontalAdvance(self._words)
        room = line.width() - wanted - _GAP
        detail = self.fontMetrics().elidedText(
            self._detail, self._elide, max(room, line.width() // 3)
        )
        painter.setPen(QColor(tones.muted))
        painter.drawText(line, _RIGHT, detail)
        taken = self.fontMetrics().horizontalAdvance(detail)
        line.setRight(line.right() - (taken + _GAP if taken else 0))
        painter.setFont(font)
        painter.setPen(QColor(tones.ink))
        words = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, _LEFT, words)
        whole = words == self._words and detail == self._detail
        self.setToolTip("" if whole else "\n".join(t for t in (self._words, self._detail) if t))
