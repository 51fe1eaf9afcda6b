"""The rows of hits as a list model, which a screen reader reads too."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from khiva_notes.gui.search.rows import Row, plural_of
from khiva_notes.model.kinds import KINDS

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole


class RowModel(QAbstractListModel):
    """Shows rows; headings can't be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def show(self, rows: list[Row]) -> None:
        """Show other rows; those that only grow in number keep what is chosen among them."""
        known = len(self.rows)
        if known and rows[:known] == self.rows:
            if len(rows) > known:
                self.beginInsertRows(QModelIndex(), known, len(rows) - 1)
                self.rows = rows
                self.endInsertRows()
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def row(self, index: Index) -> Row:
        """Return the row at an index."""
        return self.rows[index.row()]

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row's words, and all of it for a screen reader."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.ToolTipRole and not row.heading:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            kind = "" if row.heading or row.kind not in KINDS else KINDS[row.kind].label
            return ", ".join(part for part in (kind, row.words, row.beside, row.detail) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be passed over."""
        if not index.isValid() or self.rows[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def next_row(self, row: int, step: int) -> int:
        """Return the nearest row that can be chosen from ``row`` on, or ``row`` itself."""
        direction = 1 if step > 0 else -1
        wanted = max(0, min(len(self.rows) - 1, row + step))
        while 0 <= wanted < len(self.rows) and self.rows[wanted].heading:
            wanted += direction
        return wanted if 0 <= wanted < len(self.rows) else row

    def row_like(self, row: Row) -> int:
        """Return where a row that leads to the same place stands, or -1."""
        for number, other in enumerate(self.rows):
            if not other.heading and (other.kind, other.item_id, other.place, other.query) == (
                row.kind,
                row.item_id,
                row.place,
                row.query,
            ):
                return number
        return -1


def heading(kind: str, count: int) -> Row:
    """Return the row above the hits of a kind."""
    return Row(kind, plural_of(kind), beside=f"{count:,}", heading=True)
