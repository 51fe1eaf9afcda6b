"""The table as a widget: its keys and its header, and nothing about what the rows mean."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from khiva_notes.gui.lists.memory import Layout
from khiva_notes.gui.lists.model import ROW_ROLE, RowsModel
from khiva_notes.gui.lists.painter import HEIGHT
from khiva_notes.services.listing import ListRow

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEAST_SHARE = 0.55
_LEAST_TITLE = 200
_STEP = 16
_ARRANGE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_WAYS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ListView(QTableView):
    """``opened`` bears the row of Enter or a double click; ``thrown`` is sent for Delete.

    F2 edits the cell in focus, or the title where that cell cannot be typed into. Alt+Up and
    Alt+Down sort by the column in focus. ``left_upwards`` is sent for Up in the first row,
    ``carried`` when the selected rows are being dragged. ``arranged`` tells that columns were
    shown, hidden, moved or made wider, also by Ctrl+Alt and the arrows; ``usual_wanted`` asks for
    those shown at first.
    """

    opened = Signal(object)
    thrown = Signal()
    left_upwards = Signal()
    chosen = Signal()
    carried = Signal()
    arranged = Signal()
    usual_wanted = Signal()

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
        header.setAccessibleName(self.tr("Columns"))
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(48)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.sectionResized.connect(lambda *_: self._note_resized())
        header.sectionMoved.connect(lambda *_: None if self._fitting else self.arranged.emit())
        header.customContextMenuRequested.connect(
            lambda point: self._offer_columns(header.mapToGlobal(point))
        )
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(ROW_ROLE)))

    def set_columns(self, layout: Layout | None = None) -> None:
        """Show the columns as they were arranged, or those that are shown at first."""
        header, columns = self.horizontalHeader(), self._rows.columns
        kept = layout.order if layout else ()
        names = [column.name for column in columns]
        order = [*(name for name in kept if name in names), *(n for n in names if n not in kept)]
        self._fitting = True
        for place, name in enumerate(order):
            number = names.index(name)
            hidden = name in layout.hidden if layout and name in kept else columns[number].hidden
            self.setColumnHidden(number, hidden and number > 0)
            header.moveSection(header.visualIndex(number), place)
        self._by_hand = bool(layout and layout.widths)
        for name, width in (layout.widths if layout else {}).items():
            if name in names:
                self.setColumnWidth(names.index(name), width)
        self._fitting = False
        if not self._by_hand:
            self._fit_columns()

    def layout_now(self) -> Layout:
        """Return how the columns are arranged; without widths unless some were given by hand."""
        header, columns = self.horizontalHeader(), self._rows.columns
        numbers = sorted(range(len(columns)), key=header.visualIndex)
        shown = [n for n in numbers if not self.isColumnHidden(n)]
        widths = {columns[n].name: self.columnWidth(n) for n in shown} if self._by_hand else {}
        hidden = tuple(columns[n].name for n in numbers if self.isColumnHidden(n))
        return Layout(tuple(columns[n].name for n in numbers), hidden, widths)

    def offer_columns(self) -> None:
        """Let columns be shown and hidden by keys, at the column in focus."""
        header = self.horizontalHeader()
        left = header.sectionViewportPosition(max(0, self.currentIndex().column()))
        self._offer_columns(header.viewport().mapToGlobal(QPoint(max(0, left), header.height())))

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
            self.arranged.emit()

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
        elif modifiers & _ARRANGE == _ARRANGE and key in _WAYS:
            wider = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            (self._widen if wider else self._shift)(index.column(), _WAYS[key])
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
        self.arranged.emit()

    def _shift(self, column: int, by: int) -> None:
        """Move a column past the next one that is shown."""
        header = self.horizontalHeader()
        place = header.visualIndex(column) + by
        while 0 <= place < header.count() and header.isSectionHidden(header.logicalIndex(place)):
            place += by
        if column >= 0 and 0 <= place < header.count():
            header.moveSection(header.visualIndex(column), place)

    def _widen(self, column: int, by: int) -> None:
        header = self.horizontalHeader()
        if column >= 0:
            width = self.columnWidth(column) + by * _STEP
            self.setColumnWidth(column, max(header.minimumSectionSize(), width))

    def _offer_columns(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName("columns-menu")
        for number, column in enumerate(self._rows.columns[1:], 1):
            action = menu.addAction(column.heading)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(number))
            action.toggled.connect(lambda on, number=number: self._show_column(number, on))
        menu.addSeparator()
        usual = menu.addAction(self.tr("The usual columns and order"))
        usual.setObjectName("columns-usual")
        usual.triggered.connect(self.usual_wanted)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)


_SORTS: dict[int, Qt.SortOrder] = {
    Qt.Key.Key_Up: Qt.SortOrder.AscendingOrder,
    Qt.Key.Key_Down: Qt.SortOrder.DescendingOrder,
}
