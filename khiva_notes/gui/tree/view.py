"""The tree as a widget: its keys, and nothing about what the rows mean."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from khiva_notes.gui.tree.model import Index

_EXPAND_MS = 600
_SHIFTS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class TreeView(QTreeView):
    """``opened`` is sent for Enter, ``thrown`` for Delete; F2 edits in place.

    ``shifted`` bears a row and -1 for Alt+Up, 1 for Alt+Down.
    """

    opened = Signal(QModelIndex)
    thrown = Signal(QModelIndex)
    shifted = Signal(QModelIndex, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("library-tree")
        self.setAccessibleName(self.tr("Library"))
        self.setToolTip("")
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragDropOverwriteMode(True)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setAutoExpandDelay(_EXPAND_MS)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw nothing but a small triangle, for the painter draws the row's ground."""
        model = self.model()
        if model is None or not model.hasChildren(index):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().placeholderText())
        x, y = rect.right() - 6.0, rect.center().y() + 0.5
        down = [QPointF(x - 4, y - 2), QPointF(x + 4, y - 2), QPointF(x, y + 3)]
        along = [QPointF(x - 2, y - 4), QPointF(x - 2, y + 4), QPointF(x + 3, y)]
        painter.drawPolygon(down if self.isExpanded(index) else along)
        painter.restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, throw away with Delete, walk with the arrows."""
        index = self.currentIndex()
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        editing = self.state() == QAbstractItemView.State.EditingState
        shift = _SHIFTS.get(Qt.Key(event.key()), 0)
        if index.isValid() and shift and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.shifted.emit(index, shift)
        elif not index.isValid() or editing or not plain:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(index)
        elif event.key() == Qt.Key.Key_Delete:
            self.thrown.emit(index)
        else:
            super().keyPressEvent(event)
