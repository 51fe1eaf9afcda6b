"""The table as a widget: its keys and its header, and nothing about what the rows mean."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from khiva_notes.gui.lists.model import ROW_ROLE, RowsModel
from khiva_notes.gui.lists.painter import HEIGHT
from khiva_notes.services.listing import ListRow

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEAST_SHARE = 0.55
_LEAST_TITLE = 200


class ListView(QTableView):
    """``opened`` bears the row of Enter or a double click; ``thrown`` is sent for Delete.

    F2 edits the cell in focus, or the title where that cell cannot be typed into. Alt+Up and
    Alt+Down sort by the column in focus. ``left_upwards`` is sent for Up in the first row,
    ``carried`` when the selected rows are being dragged.
    """

    opened = Signal(object)
    thrown = Signal()
    left_upwards = Signal()
    chosen = Signal()
    carried = Signal()

    def __init__(self, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._by_hand = False
        self._fitting = False
        self.setObjectName("list-table")
        self.setAccessibleName(self.tr("Cards"))
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(HEIGHT)
        vertical.setMinimumSectionSize(HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(48)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.sectionResized.connect(lambda *_: self._note_resized())
        header.customContextMenuRequested.connect(self._offer_columns)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(ROW_ROLE)))

    def set_columns(self) -> None:
        """Show the columns that are shown at first, in their order and at their widths."""
        header = self.horizontalHeader()
        for number, column in enumerate(self._rows.columns):
            self.setColumnHidden(number, column.hidden)
            header.moveSection(header.visualIndex(number), number)
        self._by_hand = False
        self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the columns share the new width, unless they were given theirs by hand."""
        super().resizeEvent(event)
        if not self._by_hand:
            self._fit_columns()

    def _fit_columns(self) -> None:
        """Give the title its share and each other column what it asks for, or less."""
        shown = [n for n in range(len(self._rows.columns)) if not self.isColumnHidden(n)]
        if not shown:
            return
        width = self.viewport().width()
        title = self._rows.columns[0].width if shown[0] == 0 else 0
        columns = self._rows.columns
        fixed = sum(columns[n].width for n in shown if columns[n].number)
        asked = sum(columns[n].width for n in shown if n and not columns[n].number)
        spare = width - max(title, width // 4) - fixed
        share = min(1.0, max(_LEAST_SHARE, spare / max(1, asked)))
        self._fitting = True
        for number in shown:
            if number:
                column = columns[number]
                self.setColumnWidth(number, int(column.width * (1 if column.number else share)))
        rest = width - sum(self.columnWidth(number) for number in shown if number)
        if shown[0] == 0:
            self.setColumnWidth(0, max(_LEAST_TITLE, rest))
        self._fitting = False

    def _note_resized(self) -> None:
        if not self._fitting:
            self._by_hand = True

    def selected(self) -> list[ListRow]:
        """Return the selected rows from top to bottom."""
        selection = self.selectionModel()
        places = sorted(index.row() for index in selection.selectedRows()) if selection else []
        return [self._rows.index(place, 0).data(ROW_ROLE) for place in places]

    def select(self, item_ids: set[int], current: int) -> None:
        """Select the rows of these items as far as they are in sight; ``current`` has the focus."""
        arranged, selection = self._rows.rows, self.selectionModel()
        if arranged is None or selection is None:
            return
        chosen = QItemSelection()
        for item_id in item_ids:
            place = arranged.place(item_id)
            if place >= 0:
                index = self._rows.index(place, 0)
                chosen.select(index, index)
        place = max(0, arranged.place(current))
        flags = QItemSelectionModel.SelectionFlag
        if len(arranged):
            index = self._rows.index(place, max(0, self.currentIndex().column()))
            selection.setCurrentIndex(index, flags.NoUpdate)
            if chosen.isEmpty():
                chosen.select(index, index)
            self.scrollTo(index)
        selection.select(chosen, flags.ClearAndSelect | flags.Rows)

    def edit_cell(self) -> None:
        """Type into the cell in focus, or into the title of its row."""
        index = self.currentIndex()
        if not index.isValid():
            return
        if not self._rows.editable(index) or self.isColumnHidden(index.column()):
            index = index.siblingAtColumn(0)
        if self._rows.editable(index):
            self.setCurrentIndex(index)
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the table's own keys."""
        key, modifiers = event.key(), event.modifiers()
        index = self.currentIndex()
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif modifiers == Qt.KeyboardModifier.AltModifier and key in _SORTS:
            self.sort_by(index.column(), _SORTS[key])
        elif key in _ENTER and not modifiers & Qt.KeyboardModifier.ControlModifier:
            if index.isValid():
                self.opened.emit(index.data(ROW_ROLE))
        elif key == Qt.Key.Key_F2:
            self.edit_cell()
        elif key == Qt.Key.Key_Delete:
            self.thrown.emit()
        elif key == Qt.Key.Key_Up and index.row() <= 0 and not modifiers:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Let others say what is dragged."""
        self.carried.emit()

    def sort_by(self, column: int, order: Qt.SortOrder) -> None:
        """Sort by a column, as a click on its heading does."""
        self.horizontalHeader().setSortIndicator(max(0, column), order)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell that other rows are selected."""
        super().selectionChanged(selected, deselected)
        self.chosen.emit()

    def _show_column(self, number: int, on: bool) -> None:
        self.setColumnHidden(number, not on)
        if not self._by_hand:
            self._fit_columns()

    def _offer_columns(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName("columns-menu")
        for number, column in enumerate(self._rows.columns[1:], 1):
            action = menu.addAction(column.heading)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(number))
            action.toggled.connect(lambda on, number=number: self.setColumnHidden(number, not on))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.horizontalHeader().mapToGlobal(point))


_SORTS: dict[int, Qt.SortOrder] = {
    Qt.Key.Key_Up: Qt.SortOrder.AscendingOrder,
    Qt.Key.Key_Down: Qt.SortOrder.DescendingOrder,
}
