"""How the tree's rows look: a glyph, the title as far as it fits, a count at the right."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from khiva_notes.gui.theme import Theme
from khiva_notes.gui.tree.model import NODE_ROLE, Index, Node
from khiva_notes.model.kinds import KINDS

_PADDING = 8
_GLYPH = 20
_CHILD = 8
_BAR = 3


class TreePainter(QStyledItemDelegate):
    """Draws rows; ``here`` is the row of the place that the window shows."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.here = QPersistentModelIndex()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the same height for each row."""
        return QSize(120, max(24, option.fontMetrics.height() + 8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        node: Node = index.data(NODE_ROLE)
        tones = self._theme.tones
        here = index == self.here
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = selected and bool(option.state & QStyle.StateFlag.State_HasFocus)
        rect: QRect = option.rect
        ground = QRect(0, rect.top(), rect.right() + 1, rect.height())
        painter.save()
        if here or selected:
            painter.fillRect(ground, QColor(tones.surface))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            faint = QColor(tones.surface)
            faint.setAlpha(128)
            painter.fillRect(ground, faint)
        if here:
            painter.fillRect(0, rect.top(), _BAR, rect.height(), QColor(tones.accent))
        if focused:
            painter.setPen(QColor(tones.focus))
            painter.drawRect(ground.adjusted(0, 0, -1, -1))
        font = self._font(option, node, here)
        painter.setFont(font)
        line = rect.adjusted(2 if node.section else _CHILD, 0, -_PADDING, 0)
        if node.glyph:
            known = node.section and node.kind in KINDS
            painter.setPen(QColor(tones.kind(node.kind).ink if known else tones.muted))
            painter.drawText(
                QRect(line.left(), line.top(), _GLYPH, line.height()), _LEFT, node.glyph
            )
        if node.glyph or node.section:
            line.setLeft(line.left() + _GLYPH)
        if node.count >= 0:
            painter.setPen(QColor(tones.muted))
            painter.drawText(line, _RIGHT, f"{node.count:,}")
        painter.setPen(QColor(tones.ink))
        painter.drawText(line, _LEFT, self._shortened(font, node, line.width()))
        painter.restore()

    def updateEditorGeometry(
        self, editor: object, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Let a title be typed over the whole row."""
        editor.setGeometry(option.rect.adjusted(0, 1, -2, -1))  # type: ignore[attr-defined]

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show the whole title of one that did not fit."""
        node = index.data(NODE_ROLE)
        if not isinstance(node, Node):
            return False
        font = self._font(option, node, index == self.here)
        room = option.rect.width() - _CHILD - _PADDING - (_GLYPH if node.glyph else 0)
        fits = self._shortened(font, node, room) == node.title
        QToolTip.showText(event.globalPos(), "" if fits else node.title, view)
        return True

    def _font(self, option: QStyleOptionViewItem, node: Node, here: bool) -> QFont:
        font = QFont(option.font)
        font.setBold(here)
        if node.section and not here:
            font.setWeight(QFont.Weight.Medium)
        return font

    def _shortened(self, font: QFont, node: Node, room: int) -> str:
        metrics = QFontMetrics(font)
        if node.count >= 0:
            room -= metrics.horizontalAdvance(f"{node.count:,}") + _PADDING
        return metrics.elidedText(node.title, Qt.TextElideMode.ElideRight, room)


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
