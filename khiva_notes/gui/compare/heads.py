"""The table's heads, which stay in sight while it scrolls and say who speaks and on what."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QTableView

from khiva_notes.gui.compare.model import PIECES_ROLE
from khiva_notes.gui.compare.typesetter import Block, Typesetter

_EDGE_X = 12
_EDGE_Y = 8
_LEAST = 48
WIDTH = 164
"""Pixels of the heads at the left."""


class Head(QHeaderView):
    """Draws the pieces that the model gives for each section.

    ``dropped`` bears from where to where a section was dragged; ``picked`` the section that was
    double-clicked; ``menu_wanted`` the section under the pointer and where that is. Dragging
    moves nothing by itself: the library's order decides.
    """

    dropped = Signal(int, int)
    picked = Signal(int)
    menu_wanted = Signal(int, QPoint)

    def __init__(self, orientation: Qt.Orientation, setter: Typesetter, parent: QTableView) -> None:
        super().__init__(orientation, parent)
        self._setter = setter
        self._current = -1
        across = orientation == Qt.Orientation.Horizontal
        self.setAccessibleName(self.tr("Columns") if across else self.tr("Rows"))
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(_LEAST)
        self.sectionMoved.connect(self._moved)
        self.sectionDoubleClicked.connect(self.picked)

    def set_current(self, section: int) -> None:
        """Show which section the current cell stands in."""
        if section != self._current:
            self._current = section
            self.viewport().update()

    def sizeHint(self) -> QSize:
        """Return the height that the highest head needs, or the width of those at the left."""
        if self.orientation() == Qt.Orientation.Vertical:
            return QSize(WIDTH, 0)
        heights = [
            int(self._block(section, self.sectionSize(section)).height)
            for section in range(self.count())
        ]
        return QSize(0, max(heights, default=20) + 2 * _EDGE_Y)

    def needed(self, section: int) -> int:
        """Return the height of a head at the left, which its row has to have at least."""
        return int(self._block(section, self.width() or WIDTH).height) + 2 * _EDGE_Y + 4

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one head."""
        if not rect.isValid():
            return
        tones = self._setter.tones
        painter.save()
        painter.setClipRect(rect)
        current = section == self._current
        painter.fillRect(rect, QColor(tones.surface if current else tones.chrome))
        vertical = self.orientation() == Qt.Orientation.Vertical
        block = self._block(section, rect.width())
        top = rect.top() + _EDGE_Y + (2 if vertical else 0)
        self._setter.draw(painter, block, rect.left() + _EDGE_X, top)
        painter.setPen(QColor(tones.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if current:
            painter.setPen(QPen(QColor(tones.focus), 2))
            if vertical:
                painter.drawLine(rect.left() + 1, rect.top(), rect.left() + 1, rect.bottom())
            else:
                painter.drawLine(rect.left(), rect.top() + 1, rect.right(), rect.top() + 1)
        painter.restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave all keys to the table."""
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the head under the pointer."""
        section = self.logicalIndexAt(event.pos())
        if section >= 0:
            self.menu_wanted.emit(section, event.globalPos())

    def _block(self, section: int, width: int) -> Block:
        model = self.model()
        pieces = model.headerData(section, self.orientation(), PIECES_ROLE) if model else None
        return self._setter.set(pieces or (), max(40, width - 2 * _EDGE_X))

    def _moved(self, section: int, old: int, new: int) -> None:
        blocked = self.blockSignals(True)
        self.moveSection(new, old)
        self.blockSignals(blocked)
        self.dropped.emit(old, new)
