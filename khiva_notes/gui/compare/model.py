"""The comparison as an item model: accounts by aspects, or the other way about."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from khiva_notes.gui.compare.pieces import (
    Piece,
    account_pieces,
    aspect_pieces,
    cell_pieces,
    cell_words,
    tr,
)
from khiva_notes.gui.theme import STATE_WORDS
from khiva_notes.model.comparison import Column, ComparedCell, Row
from khiva_notes.services.dispute_reading import DisputeTable, Witness

Index = QModelIndex | QPersistentModelIndex
Roles = Qt.ItemDataRole
PIECES_ROLE = int(Roles.UserRole)
"""What a cell or a head says, as pieces to be set."""
CELL_ROLE = int(Roles.UserRole) + 1
MARK_ROLE = int(Roles.UserRole) + 2
"""How a cell stands to the current one: a Relation, or ""."""

Place = tuple[int, int]
"""An account's and an aspect's number: a cell, whichever way the table lies."""


class ComparisonModel(QAbstractTableModel):
    """Shows the accounts and aspects that are not hidden or filtered away."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table: DisputeTable | None = None
        self.transposed = False
        self.conflicts_only = False
        self.hidden: frozenset[int] = frozenset()
        self.left_out: frozenset[int] = frozenset()
        self.columns: list[Column] = []
        self.rows: list[Row] = []
        self._places: list[int] = []
        self._witnesses: dict[int, Witness] = {}
        self._whole: set[Place] = set()
        self._current: Place = (0, 0)

    def show(self, table: DisputeTable | None) -> bool:
        """Show another state of the dispute; tell whether rows or columns came, went or moved."""
        before = self._shape()
        old = dict(self._cells())
        heads = ([self._head(c) for c in self.columns], [aspect_pieces(r) for r in self.rows])
        columns, rows, places = self._arranged(table)
        shape = ([c.account.id for c in columns], [r.aspect.id for r in rows])
        if shape != before or self.table is None or table is None:
            self.beginResetModel()
            self._take(table, columns, rows, places)
            self.endResetModel()
            return True
        self._take(table, columns, rows, places)
        for place, cell in self._cells():
            if old.get(place) != cell:
                index = self.index_of(place)
                self.dataChanged.emit(index, index)
        if heads[0] != [self._head(c) for c in columns]:
            self._tell_heads(self._along_accounts(), len(columns))
        if heads[1] != [aspect_pieces(r) for r in rows]:
            self._tell_heads(self._along_aspects(), len(rows))
        return False

    def arrange(
        self,
        *,
        transposed: bool | None = None,
        conflicts_only: bool | None = None,
        hidden: Collection[int] | None = None,
    ) -> None:
        """Lay the same dispute out otherwise."""
        self.beginResetModel()
        if transposed is not None:
            self.transposed = transposed
        if conflicts_only is not None:
            self.conflicts_only = conflicts_only
        if hidden is not None:
            self.hidden = frozenset(hidden)
        self._take(self.table, *self._arranged(self.table))
        self.endResetModel()

    def place_of(self, index: Index) -> Place | None:
        """Return which account and aspect meet at an index."""
        if not index.isValid():
            return None
        row, column = self._lie(index.row(), index.column())
        return self.columns[column].account.id, self.rows[row].aspect.id

    def index_of(self, place: Place) -> QModelIndex:
        """Return where an account and an aspect meet; invalid where they are not in sight."""
        column = next((i for i, c in enumerate(self.columns) if c.account.id == place[0]), -1)
        row = next((i for i, r in enumerate(self.rows) if r.aspect.id == place[1]), -1)
        if column < 0 or row < 0:
            return QModelIndex()
        return self.index(*self._lie(row, column))

    def cell(self, index: Index) -> ComparedCell | None:
        """Return what stands at an index."""
        if not index.isValid():
            return None
        row, column = self._lie(index.row(), index.column())
        return self.rows[row].cells[self._places[column]]

    def row_at(self, index: Index) -> Row | None:
        """Return the aspect at an index, with its state."""
        return self.rows[self._lie(index.row(), index.column())[0]] if index.isValid() else None

    def column_at(self, index: Index) -> Column | None:
        """Return the account at an index."""
        return self.columns[self._lie(index.row(), index.column())[1]] if index.isValid() else None

    def set_current(self, place: Place) -> None:
        """Note which cell the others are related to, and let them show how."""
        if place == self._current:
            return
        before, self._current = self._current, place
        for aspect in {before[1], place[1]}:
            for column in self.columns:
                index = self.index_of((column.account.id, aspect))
                if index.isValid():
                    self.dataChanged.emit(index, index, [MARK_ROLE])

    def toggle_whole(self, place: Place) -> None:
        """Show a cell's quotations whole, or cut them short again."""
        self._whole ^= {place}
        index = self.index_of(place)
        self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of aspects, or of accounts when transposed."""
        if parent is not None and parent.isValid():
            return 0
        return len(self.columns) if self.transposed else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of accounts, or of aspects when transposed."""
        if parent is not None and parent.isValid():
            return 0
        return len(self.rows) if self.transposed else len(self.columns)

    def data(self, index: Index, role: int = Roles.DisplayRole) -> object:
        """Return a cell's pieces, its words, or how it stands to the current cell."""
        cell = self.cell(index)
        if cell is None:
            return None
        if role == PIECES_ROLE:
            return cell_pieces(cell, whole=self.place_of(index) in self._whole)
        if role == CELL_ROLE:
            return cell
        if role == MARK_ROLE:
            return self._relation(index)
        if role == Roles.DisplayRole:
            return cell_words(cell)
        if role == Roles.AccessibleTextRole:
            row = self.row_at(index)
            assert row is not None
            state = tr(STATE_WORDS[row.state])
            return f"{cell.account.label}, {row.aspect.name}: {cell_words(cell)}. {state}"
        if role == Roles.AccessibleDescriptionRole:
            row = self.row_at(index)
            return row.why if row else None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Roles.DisplayRole
    ) -> object:
        """Return what an account's or an aspect's head says."""
        accounts = orientation == self._along_accounts()
        heads = self.columns if accounts else self.rows
        if not 0 <= section < len(heads):
            return None
        pieces: tuple[Piece, ...]
        if accounts:
            pieces = self._head(self.columns[section])
        else:
            pieces = aspect_pieces(self.rows[section])
        if role == PIECES_ROLE:
            return pieces
        if role == Roles.ToolTipRole and not accounts:
            return self.rows[section].why
        if role in (Roles.DisplayRole, Roles.AccessibleTextRole, Roles.ToolTipRole):
            joint = ", " if role != Roles.ToolTipRole else "\n"
            words = [replace(piece).text for piece in pieces]
            if role == Roles.ToolTipRole and accounts and self.columns[section].account.interest:
                words.append(self.columns[section].account.interest)
            return joint.join(words)
        return None

    def _arranged(self, table: DisputeTable | None) -> tuple[list[Column], list[Row], list[int]]:
        if table is None:
            return [], [], []
        comparison = table.comparison
        seen = [
            (place, column)
            for place, column in enumerate(comparison.columns)
            if column.account.id not in self.hidden
        ]
        rows = [
            row for row in comparison.rows if not self.conflicts_only or row.state == "conflict"
        ]
        return [column for _, column in seen], rows, [place for place, _ in seen]

    def _take(
        self, table: DisputeTable | None, columns: list[Column], rows: list[Row], places: list[int]
    ) -> None:
        self.table, self.columns, self.rows, self._places = table, columns, rows, places
        self._witnesses = {}
        if table is not None:
            both = zip(table.comparison.columns, table.witnesses, strict=True)
            self._witnesses = {column.account.id: witness for column, witness in both}

    def _head(self, column: Column) -> tuple[Piece, ...]:
        return account_pieces(column, self._witnesses[column.account.id])

    def _relation(self, index: Index) -> str:
        place = self.place_of(index)
        row = self.row_at(index)
        if place is None or row is None or place == self._current or place[1] != self._current[1]:
            return ""
        ids = [cell.account.id for cell in row.cells]
        both = {ids.index(place[0]), ids.index(self._current[0])} if self._current[0] in ids else ()
        return next((pair.relation for pair in row.pairs if {pair.i, pair.j} == both), "")

    def _lie(self, one: int, other: int) -> tuple[int, int]:
        return (other, one) if self.transposed else (one, other)

    def _along_accounts(self) -> Qt.Orientation:
        return Qt.Orientation.Vertical if self.transposed else Qt.Orientation.Horizontal

    def _along_aspects(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal if self.transposed else Qt.Orientation.Vertical

    def _tell_heads(self, orientation: Qt.Orientation, count: int) -> None:
        self.headerDataChanged.emit(orientation, 0, count - 1)

    def _shape(self) -> tuple[list[int], list[int]]:
        return [c.account.id for c in self.columns], [r.aspect.id for r in self.rows]

    def _cells(self) -> list[tuple[Place, ComparedCell]]:
        return [
            ((column.account.id, row.aspect.id), row.cells[place])
            for row in self.rows
            for place, column in zip(self._places, self.columns, strict=True)
        ]
