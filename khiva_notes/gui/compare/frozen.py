"""The pinned accounts, which stay at the edge while the rest of the table scrolls beneath them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from khiva_notes.gui.compare.heads import Head
from khiva_notes.gui.compare.painter import CellPainter
from khiva_notes.gui.compare.typesetter import Typesetter

_MOST = 0.75
"""Share of the room that pinned accounts may take; more of them scroll like the others."""


class Frozen(QTableView):
    """Shows the first sections of a table over it: columns, or rows where it lies the other way.

    It has the table's model and selection, and leaves keyboard and scrolling to the table.
    """

    def __init__(
        self,
        table: QTableView,
        setter: Typesetter,
        painter: CellPainter,
        more_at: Callable[[QAbstractItemView, QPoint], None],
    ) -> None:
        super().__init__(table)
        self._table = table
        self._more_at = more_at
        self._count = 0
        self._across = True
        self.setObjectName("comparison-frozen")
        self.setAccessibleName(self.tr("Pinned accounts"))
        self.top = Head(Qt.Orientation.Horizontal, setter, self)
        self.side = Head(Qt.Orientation.Vertical, setter, self)
        self.setHorizontalHeader(self.top)
        self.setVerticalHeader(self.side)
        self.setItemDelegate(painter)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoScroll(False)
        for head in (self.top, self.side):
            head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        table.horizontalScrollBar().valueChanged.connect(self.horizontalScrollBar().setValue)
        self.hide()

    def share(self) -> None:
        """Take the table's model and selection, once it has them."""
        self.setModel(self._table.model())
        self.setSelectionModel(self._table.selectionModel())

    @property
    def reach(self) -> int:
        """How many pixels of the table's cells are beneath this."""
        if self.isHidden():
            return 0
        return self.top.length() if self._across else self.side.length()

    def holds(self, row: int, column: int) -> bool:
        """Tell whether a cell is one of those held here."""
        return not self.isHidden() and (column if self._across else row) < self._count

    def fit(self, count: int, *, across: bool) -> None:
        """Hold the first ``count`` columns, or rows if not ``across``, at the table's own sizes."""
        top, side = self._table.horizontalHeader(), self._table.verticalHeader()
        self._count, self._across = count, across
        along, own = (top, self.top) if across else (side, self.side)
        room = self._table.viewport().width() if across else self._table.viewport().height()
        total = sum(along.sectionSize(section) for section in range(count))
        if not count or total > room * _MOST:
            self.hide()
            return
        for mine, theirs in ((self.top, top), (self.side, side)):
            for section in range(mine.count()):
                mine.setSectionHidden(section, mine is own and section >= count)
                if not mine.isSectionHidden(section):
                    mine.resizeSection(section, theirs.sectionSize(section))
        self.top.setVisible(across)
        self.side.setVisible(not across)
        if across:
            self.top.setFixedHeight(top.height())
            height = top.height() + self._table.viewport().height()
            self.setGeometry(side.width(), 0, total, height)
        else:
            self.side.setFixedWidth(side.width())
            self.setGeometry(0, top.height(), side.width() + self._table.viewport().width(), total)
        self.updateGeometries()
        self.show()
        self.raise_()
        self.verticalScrollBar().setValue(self._table.verticalScrollBar().value() if across else 0)
        bar = self._table.horizontalScrollBar()
        self.horizontalScrollBar().setValue(0 if across else bar.value())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a cell, with the keyboard in the table."""
        super().mousePressEvent(event)
        self._table.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show a quotation whole when its "more" is clicked."""
        super().mouseReleaseEvent(event)
        self._more_at(self, event.position().toPoint())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the table."""
        QApplication.sendEvent(self._table.viewport(), event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Leave menus to the table, which knows what is beneath the pointer."""
        if event.type() == QEvent.Type.ContextMenu:
            event.ignore()
            return False
        return super().viewportEvent(event)
