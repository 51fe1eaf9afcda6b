"""The comparison as an item model: accounts by aspects, or the other way about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from khiva_notes.gui.compare.layout import LaidOut, Layout, lay_out
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
from khiva_notes.model.conflicts import RowState
from khiva_notes.services.collation import Marks
from khiva_notes.services.dispute_reading import DisputeTable, Witness

Index = QModelIndex | QPersistentModelIndex
Roles = Qt.ItemDataRole
PIECES_ROLE = int(Roles.UserRole)
"""What a cell or a head says, as pieces to be set."""
CELL_ROLE = int(Roles.UserRole) + 1
MARK_ROLE = int(Roles.UserRole) + 2
"""How a cell stands to the current one: a Relation, or ""."""

LEFT_OUT_ROLE = int(Roles.UserRole) + 3
"""Whether a cell's account is left out for the moment."""
PROPOSED_ROLE = int(Roles.UserRole) + 4
"""Whether something is proposed for a cell that is still empty."""

_Shape = tuple[list[int], list[int], int]
Place = tuple[int, int]
"""An account's and an aspect's number: a cell, whichever way the table lies."""


class ComparisonModel(QAbstractTableModel):
    """Shows the accounts and aspects that are not hidden or filtered away."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table: DisputeTable | None = None
        self.layout = Layout()
        self.left_out: frozenset[int] = frozenset()
        self._after: Mapping[int, RowState] = {}
        self._marks: Marks = {}
        self._laid_out = LaidOut()
        self._witnesses: dict[int, Witness] = {}
        self._whole: set[Place] = set()
        self._proposed: Mapping[Place, tuple[Piece, ...]] = {}
        self._current: Place = (0, 0)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The accounts in sight, in the order they are shown in."""
        return self._laid_out.columns

    @property
    def rows(self) -> tuple[Row, ...]:
        """The aspects in sight, as they are with every account."""
        return self._laid_out.rows

    @property
    def transposed(self) -> bool:
        """Whether accounts are the rows."""
        return self.layout.transposed

    @property
    def pinned(self) -> int:
        """How many of the first accounts are held in sight."""
        return self._laid_out.pinned

    def show(self, table: DisputeTable | None, marks: Marks | None = None) -> bool:
        """Show another state of the dispute; tell whether rows or columns came, went or moved."""
        before = self._shape()
        old = dict(self._cells())
        heads = ([self._head(c) for c in self.columns], [self._aspect(r) for r in self.rows])
        was = self._marks
        laid_out = lay_out(table, self.layout)
        shape = _shape_of(laid_out)
        if shape != before or self.table is None or table is None:
            self.beginResetModel()
            self._take(table, laid_out, marks)
            self.endResetModel()
            return True
        self._take(table, laid_out, marks)
        for place, cell in self._cells():
            if old.get(place) != cell or was.get(place) != self._marks.get(place):
                index = self.index_of(place)
                self.dataChanged.emit(index, index)
        self._tell_changed_heads(*heads)
        return False

    def arrange(self, layout: Layout) -> None:
        """Lay the same dispute out otherwise."""
        self.beginResetModel()
        self.layout = layout
        self._take(self.table, lay_out(self.table, layout), self._marks)
        self.endResetModel()

    def suppose(self, left_out: frozenset[int], after: Mapping[int, RowState]) -> None:
        """Show what would be without some accounts: ``after`` gives the rows that change."""
        heads = ([self._head(c) for c in self.columns], [self._aspect(r) for r in self.rows])
        changed = self.left_out ^ left_out
        self.left_out, self._after = left_out, after
        for place, _ in self._cells():
            if place[0] in changed:
                index = self.index_of(place)
                self.dataChanged.emit(index, index, [LEFT_OUT_ROLE])
        if changed:
            self._tell_heads(self._along_accounts(), len(self.columns))
        self._tell_changed_heads(*heads)

    def propose(self, proposed: Mapping[Place, tuple[Piece, ...]]) -> None:
        """Show in cells that are still empty what is proposed for them."""
        before, self._proposed = self._proposed, proposed
        for place in {*before, *proposed}:
            index = self.index_of(place)
            if index.isValid() and before.get(place) != proposed.get(place):
                self.dataChanged.emit(index, index)

    def row_now(self, row: Row) -> Row:
        """Return a row as it is without the accounts that are left out."""
        after = self._after.get(row.aspect.id)
        return replace(row, state=after.state, why=after.why) if after else row

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
        return self.rows[row].cells[self._laid_out.places[column]]

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
            place = self.place_of(index)
            assert place is not None
            marks = self._marks.get(place, ())
            pieces = cell_pieces(cell, whole=place in self._whole, marks=marks)
            return (*pieces, *self._proposal(index))
        if role == CELL_ROLE:
            return cell
        if role == MARK_ROLE:
            return self._relation(index)
        if role == LEFT_OUT_ROLE:
            return cell.account.id in self.left_out
        if role == PROPOSED_ROLE:
            return bool(self._proposal(index))
        if role == Roles.DisplayRole:
            return cell_words(cell)
        if role == Roles.AccessibleTextRole:
            row = self.row_at(index)
            assert row is not None
            state = tr(STATE_WORDS[self.row_now(row).state])
            words = " ".join([cell_words(cell), *(piece.text for piece in self._proposal(index))])
            return f"{cell.account.label}, {row.aspect.name}: {words}. {state}"
        if role == Roles.AccessibleDescriptionRole:
            row = self.row_at(index)
            return self.row_now(row).why if row else None
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
            pieces = self._aspect(self.rows[section])
        if role == PIECES_ROLE:
            return pieces
        if role == Roles.ToolTipRole and not accounts:
            return self.row_now(self.rows[section]).why
        if role in (Roles.DisplayRole, Roles.AccessibleTextRole, Roles.ToolTipRole):
            joint = ", " if role != Roles.ToolTipRole else "\n"
            words = [replace(piece).text for piece in pieces]
            if role == Roles.ToolTipRole and accounts and self.columns[section].account.interest:
                words.append(self.columns[section].account.interest)
            return joint.join(words)
        return None

    def _take(self, table: DisputeTable | None, laid_out: LaidOut, marks: Marks | None) -> None:
        self.table, self._laid_out = table, laid_out
        self._marks = marks or {}
        self._witnesses = {}
        if table is not None:
            both = zip(table.comparison.columns, table.witnesses, strict=True)
            self._witnesses = {column.account.id: witness for column, witness in both}

    def _head(self, column: Column) -> tuple[Piece, ...]:
        account = column.account.id
        return account_pieces(
            column,
            self._witnesses[account],
            pinned=account in self.layout.pinned,
            left_out=account in self.left_out,
        )

    def _aspect(self, row: Row) -> tuple[Piece, ...]:
        after = self._after.get(row.aspect.id)
        return aspect_pieces(row, after.state if after else "")

    def _tell_changed_heads(
        self, accounts: list[tuple[Piece, ...]], aspects: list[tuple[Piece, ...]]
    ) -> None:
        if accounts != [self._head(column) for column in self.columns]:
            self._tell_heads(self._along_accounts(), len(self.columns))
        if aspects != [self._aspect(row) for row in self.rows]:
            self._tell_heads(self._along_aspects(), len(self.rows))

    def _relation(self, index: Index) -> str:
        place = self.place_of(index)
        row = self.row_at(index)
        if place is None or row is None or place == self._current or place[1] != self._current[1]:
            return ""
        ids = [cell.account.id for cell in row.cells]
        both = {ids.index(place[0]), ids.index(self._current[0])} if self._current[0] in ids else ()
        return next((pair.relation for pair in row.pairs if {pair.i, pair.j} == both), "")

    def _proposal(self, index: Index) -> tuple[Piece, ...]:
        cell, place = self.cell(index), self.place_of(index)
        if cell is None or place is None or cell.stance != "not-read" or cell.value:
            return ()
        return self._proposed.get(place, ())

    def _lie(self, one: int, other: int) -> tuple[int, int]:
        return (other, one) if self.transposed else (one, other)

    def _along_accounts(self) -> Qt.Orientation:
        return Qt.Orientation.Vertical if self.transposed else Qt.Orientation.Horizontal

    def _along_aspects(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal if self.transposed else Qt.Orientation.Vertical

    def _tell_heads(self, orientation: Qt.Orientation, count: int) -> None:
        self.headerDataChanged.emit(orientation, 0, count - 1)

    def _shape(self) -> _Shape:
        return _shape_of(self._laid_out)

    def _cells(self) -> list[tuple[Place, ComparedCell]]:
        return [
            ((column.account.id, row.aspect.id), row.cells[place])
            for row in self.rows
            for place, column in zip(self._laid_out.places, self.columns, strict=True)
        ]


def _shape_of(laid_out: LaidOut) -> _Shape:
    accounts = [column.account.id for column in laid_out.columns]
    return accounts, [row.aspect.id for row in laid_out.rows], laid_out.pinned
