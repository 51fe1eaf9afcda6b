"""The pane beside the hits in which a search is narrowed down, by mouse and by keys."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from khiva_notes.gui.own_keys import claims
from khiva_notes.gui.search.facet_model import TICK_ROLE, FacetModel, Tick
from khiva_notes.gui.search.row_model import Index
from khiva_notes.gui.theme import Theme

_PAD, _BOX, _GAP = 8, 12, 8
_TICKS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FacetView(QListView):
    """``ticked`` bears the line that was clicked, or on which Space or Enter was pressed."""

    ticked = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search-facets")
        self.setAccessibleName(self.tr("Narrow down"))
        self.setToolTip(self.tr("Space narrows the search down, or takes that back"))
        self.facets = FacetModel()
        self.setModel(self.facets)
        self.setItemDelegate(_TickPainter(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.clicked.connect(self._tick)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space or Enter, leave with Esc."""
        if event.key() in _TICKS and not event.modifiers():
            self._tick(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that tick from the window's own shortcuts."""
        return claims(event, _is_own) or bool(super().event(event))

    def show_ticks(self, ticks: list[Tick]) -> None:
        """Show other lines; the one in focus stays so where it is still there."""
        index = self.currentIndex()
        before = index.data(TICK_ROLE) if index.isValid() else None
        self.facets.show(ticks)
        if self.currentIndex().isValid() or not isinstance(before, Tick):
            return
        for number, tick in enumerate(ticks):
            if not tick.heading and (tick.kind, tick.clause) == (before.kind, before.clause):
                self.setCurrentIndex(self.facets.index(number))

    def _tick(self, index: QModelIndex) -> None:
        if index.isValid():
            tick: Tick = index.data(TICK_ROLE)
            if not tick.heading:
                self.ticked.emit(tick)


def _is_own(event: QKeyEvent) -> bool:
    return event.key() in (*_TICKS, Qt.Key.Key_Escape) and not event.modifiers()


class _TickPainter(QStyledItemDelegate):
    """Draws a small box, the words as far as they fit, and the count."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a line's height."""
        tick: Tick = index.data(TICK_ROLE)
        above = 12 if tick.heading and index.row() else 0
        return QSize(0, QFontMetrics(option.font).height() + 8 + above)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Leave ticking to the view, or a click would do it twice."""
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a line."""
        tick: Tick = index.data(TICK_ROLE)
        tones, rect = self._theme.tones, option.rect
        painter.save()
        font = QFont(option.font)
        if tick.heading:
            font.setPointSizeF(font.pointSizeF() * 0.9)
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(QColor(tones.muted))
            bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            painter.drawText(rect.adjusted(_PAD, 0, -_PAD, -4), bottom, tick.words)
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(tones.surface))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tones.focus))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        self._box(painter, rect, tick.chosen)
        font.setWeight(QFont.Weight.Medium if tick.chosen else QFont.Weight.Normal)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        count = f"{tick.count:,}"
        line = rect.adjusted(_PAD + _BOX + _GAP, 0, -_PAD, 0)
        painter.setPen(QColor(tones.muted))
        painter.drawText(line, _RIGHT, count)
        room = line.width() - metrics.horizontalAdvance(count) - _GAP
        painter.setPen(QColor(tones.ink))
        words = metrics.elidedText(tick.words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, _LEFT, words)
        painter.restore()

    def _box(self, painter: QPainter, rect: QRect, chosen: bool) -> None:
        tones = self._theme.tones
        top = rect.top() + (rect.height() - _BOX) // 2
        box = QRect(rect.left() + _PAD, top, _BOX, _BOX)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tones.accent if chosen else tones.muted))
        painter.setBrush(QColor(tones.accent if chosen else tones.surface))
        painter.drawRoundedRect(box, 2, 2)
        if chosen:
            painter.setPen(QPen(QColor(tones.accent_ink), 1.6))
            painter.drawLine(box.left() + 3, box.top() + 6, box.left() + 5, box.top() + 9)
            painter.drawLine(box.left() + 5, box.top() + 9, box.left() + 10, box.top() + 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
