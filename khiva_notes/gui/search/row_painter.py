"""Draws a hit: sign, title, where it stands, and the words round the match with it emphasised."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from khiva_notes.gui.fonts import reading_font
from khiva_notes.gui.search.marked_line import MarkedLine
from khiva_notes.gui.search.row_model import ROW_ROLE, Index
from khiva_notes.gui.search.rows import EXAMPLE, Row, glyph_of
from khiva_notes.gui.search.snippet_lines import SnippetLines
from khiva_notes.gui.theme import Theme, Tones

_PAD, _SIGN, _GAP = 12, 24, 16
_ABOVE = 6
_SCROLL_BAR = 16
_EXAMPLE = 240
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RowPainter(QStyledItemDelegate):
    """A title line, and under it as many ``lines`` of the snippet as were asked for."""

    def __init__(self, theme: Theme, parent: QWidget, lines: int = 1) -> None:
        super().__init__(parent)
        self._view = parent
        self._theme = theme
        self._lines = lines

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a row's height, one line less where the snippet is short."""
        row: Row = index.data(ROW_ROLE)
        line = QFontMetrics(option.font).height()
        if row.heading:
            return QSize(0, line + 2 * _ABOVE + (4 if index.row() else 0))
        below = 0
        if row.detail:
            serif = QFontMetrics(_serif(option.font))
            room = self._view.width() - 2 * _PAD - _SIGN - _SCROLL_BAR
            fits = self._lines == 1 or serif.horizontalAdvance(row.detail) * 1.03 < room
            below = (1 if fits else self._lines) * serif.height() + 2
        return QSize(0, line + below + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        row: Row = index.data(ROW_ROLE)
        painter.save()
        if row.heading:
            self._heading(painter, option, row)
        else:
            self._ground(painter, option, row)
            self._hit(painter, option, row)
        painter.restore()

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        font = QFont(option.font)
        font.setPointSizeF(font.pointSizeF() * 0.9)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.tones.muted))
        box = option.rect.adjusted(_PAD, 4, -_PAD, 0)
        painter.drawText(box, _LEFT, row.words)
        painter.drawText(box, _RIGHT, row.beside)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        tones, box = self._theme.tones, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(_tint(row.kind, tones)))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(tones.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(tones.chrome))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tones.focus))
            painter.drawRect(box.adjusted(0, 0, -1, -1))

    def _hit(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        tones = self._theme.tones
        inside = option.rect.adjusted(_PAD + _SIGN, _ABOVE, -_PAD, -_ABOVE)
        font = QFont(option.font)
        metrics = QFontMetrics(font)
        head = QRect(inside.left(), inside.top(), inside.width(), metrics.height())
        painter.setFont(font)
        painter.setPen(QColor(tones.kind(row.kind).ink if row.item_id else tones.muted))
        painter.drawText(head.adjusted(-_SIGN, 0, 0, 0), _LEFT, glyph_of(row.kind))
        beside = self._beside(row, metrics, head.width())
        painter.setPen(QColor(tones.muted))
        if row.kind == EXAMPLE and head.width() > 2 * _EXAMPLE:
            painter.drawText(head.adjusted(_EXAMPLE, 0, 0, 0), _LEFT, beside)
        else:
            painter.drawText(head, _RIGHT, beside)
        taken = metrics.horizontalAdvance(beside)
        head.setRight(head.right() - (taken + _GAP if taken else 0))
        font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(QColor(tones.ink))
        self._title(painter, head, row)
        if row.detail:
            painter.setPen(QColor(_quiet(row.kind, option, tones)))
            serif = _serif(option.font)
            ink = QColor(tones.ink)
            lines = SnippetLines(
                row.detail, row.marks, serif, inside.width(), self._lines, mark_ink=ink
            )
            lines.draw(painter, inside.left(), head.bottom() + 2)

    def _title(self, painter: QPainter, head: QRect, row: Row) -> None:
        """Draw the title as far as it fits, with what the query found in it underlined.

        Bold, as in the snippet, would hardly show beside a title's own weight, and take more room.
        """
        title = QFontMetrics(painter.font()).elidedText(row.words, _ELIDE, head.width())
        if not row.word_marks:
            painter.drawText(head, _LEFT, title)
            return
        shown = len(title) if title == row.words else len(title) - 1
        marks = tuple(
            (start, min(end, shown)) for start, end in row.word_marks if start < min(end, shown)
        )
        line = MarkedLine(title, marks, painter.font(), head.width(), self._theme.tones)
        line.draw(painter, head)

    def _beside(self, row: Row, metrics: QFontMetrics, width: int) -> str:
        """Shorten what stands at the right, as far as the title needs the room."""
        font = QFont(self._view.font())
        font.setWeight(QFont.Weight.Medium)
        free = width - QFontMetrics(font).horizontalAdvance(row.words) - _GAP
        return metrics.elidedText(row.beside, _ELIDE, max(free, width // 3))


_ELIDE = Qt.TextElideMode.ElideRight


def _tint(kind: str, tones: Tones) -> str:
    return tones.kinds[kind].tint if kind in tones.kinds else tones.chrome


def _quiet(kind: str, option: QStyleOptionViewItem, tones: Tones) -> str:
    """Return the colour of the words round a match, which on a tint has to be the full one."""
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    return tones.ink if chosen and kind in tones.kinds else tones.muted


def _serif(font: QFont) -> QFont:
    return reading_font(font.pointSizeF() * 1.1)
