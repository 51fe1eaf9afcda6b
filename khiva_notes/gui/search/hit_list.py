"""The list of hits on the search page: many can be chosen, and Enter or a click opens one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QListView, QWidget

from khiva_notes.gui.own_keys import claims
from khiva_notes.gui.search.row_model import RowModel
from khiva_notes.gui.search.row_painter import RowPainter
from khiva_notes.gui.search.rows import Row
from khiva_notes.gui.theme import Theme

_LINES = 2
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CHOOSING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class HitList(QListView):
    """``opened`` tells of a row that is to be opened, and whether on a page of its own.

    A click opens unless Ctrl or Shift is held, which choose. ``left`` is sent for Esc and for Up
    in the first row, ``thrown`` with the row for Delete, ``used_up`` when the end of the rows is
    in sight.
    """

    opened = Signal(object, bool)
    left = Signal()
    thrown = Signal(object)
    chosen = Signal()
    used_up = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search-hits")
        self.setAccessibleName(self.tr("What was found"))
        self.hits = RowModel()
        self.setModel(self.hits)
        self.setItemDelegate(RowPainter(theme, self, _LINES))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self.clicked.connect(self._clicked)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())

    @property
    def current(self) -> Row | None:
        """The row that has the keyboard's attention."""
        index = self.currentIndex()
        return self.hits.row(index) if index.isValid() else None

    def selected(self) -> list[Row]:
        """Return the chosen rows from top to bottom."""
        numbers = sorted(index.row() for index in self.selectedIndexes())
        return [self.hits.rows[number] for number in numbers]

    def show_rows(self, rows: list[Row], *, keep: bool) -> None:
        """Show other rows; with ``keep`` those that were chosen and are still there stay so."""
        before = self.selected() if keep else []
        current = self.current if keep else None
        self.hits.show(rows)
        if self.selectedIndexes():
            return
        number = self.hits.row_like(current) if current is not None else -1
        number = number if number >= 0 else self.hits.next_row(-1, 1)
        self.setCurrentIndex(self.hits.index(number))
        for row in before:
            again = self.hits.row_like(row)
            if again >= 0:
                flag = self.selectionModel().SelectionFlag.Select
                self.selectionModel().select(self.hits.index(again), flag)
        if not keep:
            self.scrollToTop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, go back to the line with Esc and Up."""
        key, modifiers = event.key(), event.modifiers()
        row = self.currentIndex().row()
        if key in _ENTER and self.current is not None:
            own_page = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
            self.opened.emit(self.current, own_page)
        elif key == Qt.Key.Key_Escape or (
            key == Qt.Key.Key_Up and not modifiers and row <= self.hits.next_row(-1, 1)
        ):
            self.left.emit()
        elif key == Qt.Key.Key_Delete and self.current is not None:
            self.thrown.emit(self.current)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows anew, of which a wider one may take fewer lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def event(self, event: QEvent) -> bool:
        """Keep the keys that the list acts on from the window's own shortcuts."""
        own = claims(event, lambda key: key.key() in (*_ENTER, Qt.Key.Key_Escape))
        return own or bool(super().event(event))

    def _clicked(self, index: QModelIndex) -> None:
        if not QApplication.keyboardModifiers() & _CHOOSING:
            row = self.hits.row(index)
            if not row.heading:
                self.opened.emit(row, False)

    def _scrolled(self, value: int) -> None:
        if value >= self.verticalScrollBar().maximum() - self.height():
            self.used_up.emit()
