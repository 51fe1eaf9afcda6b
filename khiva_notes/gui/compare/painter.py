"""Draws cells and heads of the comparison from what the typesetter has set."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from khiva_notes.gui.compare.model import (
    CELL_ROLE,
    LEFT_OUT_ROLE,
    MARK_ROLE,
    PIECES_ROLE,
    PROPOSED_ROLE,
    Index,
)
from khiva_notes.gui.compare.typesetter import Typesetter
from khiva_notes.gui.theme import STATE_SIGNS
from khiva_notes.model.comparison import ComparedCell

EDGE_X = 12
EDGE_Y = 10
_SIGN = 14
_FADED = 0.38
_RELATION_STATES = {
    "same": "agree",
    "explained": "compatible",
    "compatible": "compatible",
    "unknown": "compatible",
    "contradictory": "conflict",
}


class CellPainter(QStyledItemDelegate):
    """Draws one cell; the current one has a frame, the others beside it show how they relate."""

    def __init__(self, setter: Typesetter, focused: Callable[[], bool], parent: QObject) -> None:
        """``focused`` tells whether the keyboard is in the table."""
        super().__init__(parent)
        self._setter = setter
        self._focused = focused
        self.target = QPersistentModelIndex()
        """The cell that something is being dragged over."""

    def height(self, index: Index, width: int) -> int:
        """Return how high a cell is at a width, edges included."""
        pieces = index.data(PIECES_ROLE)
        if pieces is None:
            return 0
        return int(self._setter.set(pieces, self._inner(width)).height) + 2 * EDGE_Y + 1

    def more_at(self, index: Index, rect: QRect, point: QPoint) -> bool:
        """Tell whether a point in a cell is on a line that goes on after "more"."""
        block = self._setter.set(index.data(PIECES_ROLE), self._inner(rect.width()))
        below = point.y() - rect.top() - EDGE_Y
        line = self._setter.line_height("quote")
        return any(e.more and 0 <= below - e.cut_top <= line for e in block.pieces)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size at the width of its column."""
        width: int = option.rect.width()
        return QSize(width, self.height(index, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        rect: QRect = option.rect
        tones = self._setter.tones
        cell: ComparedCell = index.data(CELL_ROLE)
        current = bool(option.state & QStyle.StateFlag.State_HasFocus) or (
            bool(option.state & QStyle.StateFlag.State_Selected)
        )
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, QColor(tones.surface if current else tones.paper))
        if cell.stance == "not-read" and not cell.quotes:
            _hatch(painter, rect, QColor(tones.line))
        block = self._setter.set(index.data(PIECES_ROLE), self._inner(rect.width()))
        left_out = bool(index.data(LEFT_OUT_ROLE))
        if left_out:
            painter.setOpacity(_FADED)
        self._setter.draw(painter, block, rect.left() + EDGE_X, rect.top() + EDGE_Y)
        painter.setOpacity(1.0)
        if index.data(PROPOSED_ROLE):
            painter.setPen(QPen(QColor(tones.states["compatible"]), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(rect).adjusted(5, 4, -6, -6), 4, 4)
        relation = "" if left_out else index.data(MARK_ROLE)
        if relation:
            state = _RELATION_STATES[relation]
            painter.setFont(self._setter.font("state"))
            painter.setPen(QColor(tones.states[state]))
            place = QRectF(rect.right() - _SIGN - 4, rect.top() + 5, _SIGN, _SIGN)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), STATE_SIGNS[state])
        painter.setPen(QColor(tones.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if current:
            focused = self._focused()
            pen = QPen(QColor(tones.focus if focused else tones.muted), 2 if focused else 1)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawRect(QRectF(rect).adjusted(1, 1, -2, -2))
        if self.target.isValid() and self.target == index:
            painter.setPen(QPen(QColor(tones.accent), 2, Qt.PenStyle.DashLine))
            painter.drawRect(QRectF(rect).adjusted(2, 2, -3, -3))
        painter.restore()

    @staticmethod
    def _inner(width: int) -> int:
        return max(40, width - 2 * EDGE_X - 6)


def _hatch(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """Draw thin slanted lines, as one shades what is not surveyed on a map."""
    colour.setAlpha(90)
    painter.setPen(QPen(colour, 1))
    step = 8
    height = rect.height()
    for x in range(rect.left() - height - (rect.left() - height) % step, rect.right(), step):
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + height, rect.top()))
