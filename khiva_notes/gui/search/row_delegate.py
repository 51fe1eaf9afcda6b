"""Draws a hit: glyph, title, where it stands, and the words round the match with it emphasised."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from khiva_notes.gui.search.rows import Row, glyph_of
from khiva_notes.gui.theme import Theme
from khiva_notes.model.offsets import Utf16

_PAD, _GLYPH = 8, 24


class RowDelegate(QStyledItemDelegate):
    """Two lines a hit, one a heading."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return a row's height."""
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        line = QFontMetrics(option.font).height()
        if row.heading:
            return QSize(0, line + 12)
        return QSize(0, (2 * line + 14) if row.detail else line + 12)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a row."""
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        tones = self._theme.tones
        painter.save()
        box = option.rect
        if row.heading:
            self._heading(painter, option, row)
            painter.restore()
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(box, QColor(tones.kind(row.kind).tint))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(tones.accent))
        font = QFont(option.font)
        metrics = QFontMetrics(font)
        line = metrics.height()
        inside = box.adjusted(_PAD + _GLYPH, 6, -_PAD, -6)
        painter.setPen(QColor(tones.kind(row.kind).ink))
        glyph = QRect(box.left() + _PAD, inside.top(), _GLYPH, line)
        painter.drawText(glyph, Qt.AlignmentFlag.AlignLeft, glyph_of(row.kind))
        beside = metrics.elidedText(row.beside, Qt.TextElideMode.ElideRight, inside.width() // 3)
        width = metrics.horizontalAdvance(beside)
        painter.setPen(QColor(tones.muted))
        painter.drawText(
            QRect(inside.right() - width, inside.top(), width + 1, line),
            Qt.AlignmentFlag.AlignLeft,
            beside,
        )
        font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(QColor(tones.ink))
        room = inside.width() - width - 12
        title = QFontMetrics(font).elidedText(row.words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(
            QRect(inside.left(), inside.top(), room, line), Qt.AlignmentFlag.AlignLeft, title
        )
        if row.detail:
            self._snippet(painter, option, row, inside, inside.top() + line + 2)
        painter.restore()

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        tones = self._theme.tones
        font = QFont(option.font)
        font.setPointSizeF(font.pointSizeF() * 0.9)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(tones.muted))
        box = option.rect.adjusted(_PAD, 6, -_PAD, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, row.words)
        painter.drawText(
            box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.beside
        )

    def _snippet(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: Row,
        inside: QRect,
        top: int,
    ) -> None:
        tones = self._theme.tones
        layout = QTextLayout(row.detail, option.font)
        offsets = Utf16(row.detail)
        formats = []
        for start, end in row.marks:
            span = QTextLayout.FormatRange()
            begin = offsets.to_qt(start)
            span.start, span.length = begin, offsets.to_qt(end) - begin  # type: ignore[misc]
            look = QTextCharFormat()
            look.setFontWeight(QFont.Weight.Bold)
            look.setForeground(QColor(tones.ink))
            span.format = look  # type: ignore[misc]
            formats.append(span)
        layout.setFormats(formats)
        layout.beginLayout()
        shown = layout.createLine()
        shown.setLineWidth(inside.width())
        layout.endLayout()
        painter.setPen(QColor(tones.muted))
        painter.setClipRect(QRect(inside.left(), top, inside.width(), inside.height()))
        layout.draw(painter, QPointF(inside.left(), top))
