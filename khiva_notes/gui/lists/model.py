"""The table's model over an arrangement of rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from khiva_notes.gui.lists.arrangement import Arrangement
from khiva_notes.gui.lists.columns import Column
from khiva_notes.services.listing import ListRow

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
"""Under this role a cell gives its ListRow."""

_PLAIN = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemNeverHasChildren
    | Qt.ItemFlag.ItemIsDragEnabled
)
_EDITABLE = _PLAIN | Qt.ItemFlag.ItemIsEditable


class RowsModel(QAbstractTableModel):
    """Shows one arrangement at a time; ``edit`` is called with a row, a column and typed words."""

    def __init__(
        self, edit: Callable[[ListRow, Column, str], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._edit = edit
        self.columns: list[Column] = []
        self.rows: Arrangement | None = None

    def show(self, columns: list[Column], rows: Arrangement) -> None:
        """Show another list."""
        self.beginResetModel()
        self.columns = columns
        self.rows = rows
        self.endResetModel()

    def arrange(self, change: Callable[[Arrangement], None]) -> None:
        """Sort or filter: whatever changes many rows at once."""
        if self.rows is not None:
            self.beginResetModel()
            change(self.rows)
            self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column."""
        if 0 <= column < len(self.columns):
            by, down = self.columns[column], order == Qt.SortOrder.DescendingOrder
            self.arrange(lambda rows: rows.sort(by, descending=down))

    def update(self, rows: dict[int, ListRow], touched: Iterable[int]) -> None:
        """Show touched rows as they are now; those that are not in ``rows`` go."""
        arranged = self.rows
        if arranged is None:
            return
        for item_id in touched:
            before = arranged.place(item_id)
            if item_id not in rows:
                self._remove(arranged, item_id, before)
            elif arranged.holds(item_id):
                self._change(arranged, rows[item_id], before)
            else:
                self._insert(arranged, rows[item_id])

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows are in sight."""
        if self.rows is None or (parent is not None and parent.isValid()):
            return 0
        return len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are, hidden ones included."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says; ``UserRole`` gives its row."""
        if not index.isValid() or self.rows is None:
            return None
        column = self.columns[index.column()]
        row = self.rows.row(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.EditRole:
            date = row.dates.get(column.name)
            return (date.original or date.edtf) if date else column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole and column.number:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return row if role == ROW_ROLE else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed in a cell."""
        words = " ".join(str(value).split())
        if words != str(self.data(index, Qt.ItemDataRole.EditRole) or ""):
            self._edit(index.data(ROW_ROLE), self.columns[index.column()], words)
        return False

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let titles and plain fields be edited, unless the row is in the trash."""
        return _EDITABLE if index.isValid() and self.editable(index) else _PLAIN

    def editable(self, index: Index) -> bool:
        """Tell whether a cell can be typed into."""
        column = index.column()
        if self.rows is None or (column and self.columns[column].field is None):
            return False
        return not self.rows.row(index.row()).trashed

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a column's heading."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setWeight(QFont.Weight.Medium)
            return font
        return None

    def _remove(self, rows: Arrangement, item_id: int, place: int) -> None:
        if place >= 0:
            self.beginRemoveRows(QModelIndex(), place, place)
            rows.remove(item_id)
            self.endRemoveRows()
        elif rows.holds(item_id):
            rows.remove(item_id)

    def _insert(self, rows: Arrangement, row: ListRow) -> None:
        rows.put(row)
        place = rows.place(row.id)
        if place >= 0:
            rows.remove(row.id)
            self.beginInsertRows(QModelIndex(), place, place)
            rows.put(row)
            self.endInsertRows()

    def _change(self, rows: Arrangement, row: ListRow, before: int) -> None:
        old = rows.row(before) if before >= 0 else None
        rows.put(row)
        after = rows.place(row.id)
        if after == before:
            if after >= 0:
                last = len(self.columns) - 1
                self.dataChanged.emit(self.index(after, 0), self.index(after, last))
            return
        if old is None:
            rows.remove(row.id)
            self._insert(rows, row)
            return
        rows.put(old)
        if after < 0:
            self.beginRemoveRows(QModelIndex(), before, before)
            rows.put(row)
            self.endRemoveRows()
            return
        behind = after if after < before else after + 1
        self.beginMoveRows(QModelIndex(), before, before, QModelIndex(), behind)
        rows.put(row)
        self.endMoveRows()
        self.dataChanged.emit(self.index(after, 0), self.index(after, len(self.columns) - 1))
