"""A label of one line that is shortened with an ellipsis, and shows the whole in its tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from khiva_notes.gui.cards.direction import direction_of


class ElidedLabel(QLabel):
    """Takes what width it gets, down to a few letters, and never clips a word."""

    def __init__(self, text: str = "", parent: QWidget | None = None, widest: int = 0) -> None:
        super().__init__(parent)
        self._widest = widest
        self._tip = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self.setLayoutDirection(direction_of(text))
        self._tell_whole()

    def set_tip(self, tip: str) -> None:
        """Show a tooltip of one's own when the text is not shortened."""
        self._tip = tip
        self._tell_whole()

    def sizeHint(self) -> QSize:
        """Return the width of the whole text, as far as that is allowed."""
        size = super().sizeHint()
        return QSize(min(size.width(), self._widest), size.height()) if self._widest else size

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters."""
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), self.fontMetrics().averageCharWidth() * 4), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find out whether the whole text still fits."""
        super().resizeEvent(event)
        self._tell_whole()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(self.alignment()), self._shortened())

    def _shortened(self) -> str:
        return self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )

    def _tell_whole(self) -> None:
        self.setToolTip(self.text() if self._shortened() != self.text() else self._tip)
