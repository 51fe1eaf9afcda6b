"""The comparison as a widget: heads that stay in sight, and rows as high as their words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from khiva_notes.gui.compare.frozen import Frozen
from khiva_notes.gui.compare.heads import Head
from khiva_notes.gui.compare.model import ComparisonModel, Index, Place
from khiva_notes.gui.compare.painter import CellPainter
from khiva_notes.gui.compare.typesetter import Typesetter

_NARROWEST = 208
_GUESS = 96
_SLICE = 6
"""Rows measured in one go while nothing else happens."""


class ComparisonTable(QTableView):
    """Moves by cell; ``turned`` bears the account and the aspect of the cell one has come to.

    ``opened`` is sent for a double click; ``menu_wanted`` asks for the menu of the current "cell",
    "column" or "row" at a place of the screen. ``escaped`` is sent for Esc while ``escapes`` is
    set. Rows in sight are measured at once, others when there is time.
    """

    turned = Signal(object)
    opened = Signal()
    columns_moved = Signal(int, int)
    rows_moved = Signal(int, int)
    column_picked = Signal(int)
    row_picked = Signal(int)
    menu_wanted = Signal(str, QPoint)
    escaped = Signal()

    def __init__(
        self, model: ComparisonModel, setter: Typesetter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._painter = CellPainter(setter, self._has_keyboard, self)
        self._unmeasured: list[int] = []
        self._later = QTimer(self)
        self._later.setInterval(0)
        self._later.timeout.connect(self._measure_some)
        self._refreeze = QTimer(self)
        self._refreeze.setSingleShot(True)
        self._refreeze.setInterval(0)
        self._refreeze.timeout.connect(self._fit_frozen)
        self.setObjectName("comparison-table")
        self.setAccessibleName(self.tr("Accounts by aspects"))
        self.top = Head(Qt.Orientation.Horizontal, setter, self)
        self.side = Head(Qt.Orientation.Vertical, setter, self)
        self.top.setObjectName("comparison-top")
        self.side.setObjectName("comparison-side")
        self.setHorizontalHeader(self.top)
        self.setVerticalHeader(self.side)
        self.frozen = Frozen(self, setter, self._painter, self._release_at)
        self.setModel(model)
        self.frozen.share()
        self.setItemDelegate(self._painter)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(24)
        self.horizontalScrollBar().setSingleStep(24)
        for view in (self, self.frozen):
            for head in (view.top, view.side):
                head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            view.top.dropped.connect(self.columns_moved)
            view.side.dropped.connect(self.rows_moved)
            view.top.picked.connect(self.column_picked)
            view.side.picked.connect(self.row_picked)
            view.top.menu_wanted.connect(self._column_menu)
            view.side.menu_wanted.connect(self._row_menu)
        self.frozen.doubleClicked.connect(lambda _: self.opened.emit())
        model.modelReset.connect(self.refit)
        model.dataChanged.connect(self._changed)
        model.headerDataChanged.connect(self._heads_changed)
        setter.changed.connect(self.refit)
        self.verticalScrollBar().valueChanged.connect(self._measure_in_sight)
        self._own: dict[str, Callable[[], None]] = {}
        self.escapes = False
        """Whether Esc is taken, and ``escaped`` sent for it."""

    def take_own_keys(self, own: dict[str, Callable[[], None]]) -> None:
        """Let these keys, by name, do what is said, before any other shortcut of the window."""
        self._own = own

    @property
    def place(self) -> Place | None:
        """The account and the aspect of the current cell, if there is one."""
        return self._model.place_of(self.currentIndex())

    def go_to(self, place: Place | None) -> bool:
        """Make a cell the current one; False if it is not in sight."""
        index = self._model.index_of(place) if place else QModelIndex()
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        return True

    def go_near(self, place: Place | None) -> bool:
        """Make the first cell of the same row or column the current one; False if there is none."""
        if not self._model.rows or not self._model.columns:
            return False
        account, aspect = place or (0, 0)
        accounts = [column.account.id for column in self._model.columns]
        aspects = [row.aspect.id for row in self._model.rows]
        near = (
            account if account in accounts else accounts[0],
            aspect if aspect in aspects else aspects[0],
        )
        return self.go_to(near)

    def refit(self) -> None:
        """Give the columns their share of the width, and the rows their height."""
        count = self._model.columnCount()
        if count:
            room = self.viewport().width()
            width = max(_NARROWEST, room // count)
            for section in range(count):
                spare = room - width * count if section == count - 1 else 0
                self.top.resizeSection(section, width + max(0, spare))
        self._unmeasured = list(range(self._model.rowCount()))
        for row in self._unmeasured:
            self.side.resizeSection(row, _GUESS)
        self.updateGeometries()
        self._measure_in_sight()
        self._later.start()
        self._fit_frozen()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into sight, out from under the pinned accounts."""
        across = not self._model.transposed
        bar = self.horizontalScrollBar() if across else self.verticalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if self.frozen.holds(index.row(), index.column()):
            bar.setValue(before)
            return
        rect = self.visualRect(index)
        hidden = self.frozen.reach - (rect.left() if across else rect.top())
        if self.frozen.reach and hidden > 0:
            bar.setValue(bar.value() - hidden)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where one has come to."""
        super().currentChanged(current, previous)
        place = self._model.place_of(current)
        for view in (self, self.frozen):
            view.top.set_current(current.column())
            view.side.set_current(current.row())
        if place is not None:
            self._measure_in_sight()
            self.turned.emit(place)

    def event(self, event: QEvent) -> bool:
        """Claim Enter and Ctrl+Enter before the window's own shortcuts take them."""
        claims = event.type() == QEvent.Type.ShortcutOverride
        if claims and isinstance(event, QKeyEvent) and self._takes(_name(event)):
            event.accept()
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the cell at the pointer, or of the current one for the menu key."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
            if index.isValid():
                self.setCurrentIndex(index)
            self.menu_wanted.emit("cell", event.globalPos())
            return
        below = self.visualRect(self.currentIndex()).center()
        self.menu_wanted.emit("cell", self.viewport().mapToGlobal(below))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        self.frozen.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.frozen.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by cell; letters are commands, not a search."""
        if self.escapes and _name(event) == "Esc":
            self.escaped.emit()
            return
        act = self._own.get(_name(event))
        if act is not None:
            act()
            return
        if event.text().isprintable() and event.text() and not event.modifiers():
            event.ignore()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the cell's source."""
        super().mouseDoubleClickEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show a quotation whole when its "more" is clicked."""
        super().mouseReleaseEvent(event)
        self._release_at(self, event.position().toPoint())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            keep = self.currentIndex()
            self.refit()
            if keep.isValid():
                self.scrollTo(keep)
        else:
            self._fit_frozen()

    def show_target(self, index: QModelIndex) -> None:
        """Frame the cell that something is dragged over; an invalid index frames none."""
        self._painter.target = QPersistentModelIndex(index)
        self.viewport().update()
        self.frozen.viewport().update()

    def _release_at(self, view: QAbstractItemView, point: QPoint) -> None:
        """Show a quotation whole, or cut short, if a point is on its "more"."""
        index = view.indexAt(point)
        if not index.isValid() or index != self.currentIndex():
            return
        place = self._model.place_of(index)
        if place is not None and self._painter.more_at(index, view.visualRect(index), point):
            self._model.toggle_whole(place)

    def _takes(self, key: str) -> bool:
        return key in self._own or (self.escapes and key == "Esc")

    def _has_keyboard(self) -> bool:
        return self.hasFocus() and self.isActiveWindow()

    def _fit_frozen(self) -> None:
        self.frozen.fit(self._model.pinned, across=not self._model.transposed)

    def _column_menu(self, section: int, point: QPoint) -> None:
        self.setCurrentIndex(self._model.index(max(0, self.currentIndex().row()), section))
        self.menu_wanted.emit("column", point)

    def _row_menu(self, section: int, point: QPoint) -> None:
        self.setCurrentIndex(self._model.index(section, max(0, self.currentIndex().column())))
        self.menu_wanted.emit("row", point)

    def _changed(self, first: QModelIndex, last: QModelIndex, roles: list[int]) -> None:
        if not roles:
            for row in range(first.row(), last.row() + 1):
                self._measure(row)

    def _heads_changed(self, orientation: Qt.Orientation, first: int, last: int) -> None:
        if orientation == Qt.Orientation.Horizontal:
            self.updateGeometries()
            self._fit_frozen()
        else:
            for row in range(first, last + 1):
                self._measure(row)

    def _measure_in_sight(self) -> None:
        """Measure the rows in sight; each may push the next out of it."""
        bottom = self.viewport().height()
        row = max(0, self.rowAt(0))
        count = self._model.rowCount()
        while row < count and self.rowViewportPosition(row) < bottom:
            if row in self._unmeasured:
                self._measure(row)
            row += 1

    def _measure_some(self) -> None:
        """Measure further rows, keeping what is in sight where it is."""
        anchor = self.rowAt(0)
        before = self.rowViewportPosition(anchor) if anchor >= 0 else 0
        for row in self._unmeasured[:_SLICE]:
            self._measure(row)
        if anchor > 0:
            moved = self.rowViewportPosition(anchor) - before
            if moved:
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + moved)
        if not self._unmeasured:
            self._later.stop()

    def _measure(self, row: int) -> None:
        if row in self._unmeasured:
            self._unmeasured.remove(row)
        height = self.side.needed(row)
        for column in range(self._model.columnCount()):
            index = self._model.index(row, column)
            height = max(height, self._painter.height(index, self.top.sectionSize(column)))
        if height != self.side.sectionSize(row):
            self.side.resizeSection(row, height)
            if self._model.pinned:
                self._refreeze.start()


def _name(event: QKeyEvent) -> str:
    """Return a key as a sequence is written, the keypad's Enter as the other one."""
    words = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
    return words.replace("Enter", "Return").replace("Num+", "")
