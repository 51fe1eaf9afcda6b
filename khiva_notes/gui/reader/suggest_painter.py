"""Paints a suggestion as a slip of two lines that is not yet a card."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from khiva_notes.gui.reader.suggest_rows import SuggestRows
from khiva_notes.gui.theme import Theme
from khiva_notes.services.reading import card_glyph

_HEIGHT = 46
_LEADING = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)


class SuggestPainter(QStyledItemDelegate):
    """A dashed edge says that it is no card yet; the chosen row has a firm one."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the same height for every row."""
        return QSize(200, _HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one suggestion."""
        rows = index.model()
        one = index.data(Qt.ItemDataRole.UserRole)
        if one is None or not isinstance(rows, SuggestRows):
            return
        tones = self._theme.tones
        tone = tones.kind(one.suggestion.kind)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = option.rect.adjusted(0, 2, -1, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(tones.focus if chosen else tones.line), 1)
        if not chosen:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(tone.tint if chosen else tones.surface))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(QColor(tone.ink))
        glyph = QRect(rect.left() + 6, rect.top() + 2, 20, 22)
        painter.drawText(glyph, Qt.AlignmentFlag.AlignCenter, card_glyph(one.suggestion.kind))
        left, width = rect.left() + 30, rect.width() - 38
        self._write(painter, QRect(left, rect.top() + 2, width, 22), rows.headline(one), tones.ink)
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.9)
        painter.setFont(small)
        line = QRect(left, rect.top() + 21, width, 18)
        self._write(painter, line, rows.line(one), tones.ink if chosen else tones.muted)
        painter.restore()

    def _write(self, painter: QPainter, rect: QRect, words: str, colour: str) -> None:
        painter.setPen(QColor(colour))
        metrics = painter.fontMetrics()
        elided = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, _LEADING, elided)
