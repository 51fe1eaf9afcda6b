"""What the keys of a comparison do, on the cell where one is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtGui import QGuiApplication

from khiva_notes.gui.compare.model import ComparisonModel
from khiva_notes.gui.compare.pieces import quote_words, value_of
from khiva_notes.gui.compare.table import ComparisonTable
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place, place_of_passage
from khiva_notes.model.comparison import Column
from khiva_notes.model.disputes import STANCES, Cell, Stance
from khiva_notes.model.items import Item
from khiva_notes.services import disputes
from khiva_notes.services.library import Library


class CellCommands(QObject):
    """Edits of the current cell and of the table's order, each one step that can be undone."""

    def __init__(self, desk: Desk, model: ComparisonModel, table: ComparisonTable) -> None:
        super().__init__(table)
        self._desk = desk
        self._model = model
        self._table = table

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what is done here, by name."""
        return {
            "open-source": self.open_source,
            "clear-cell": self.clear,
            "copy-cell": self.copy,
            "row-up": lambda: self.move(-1, across=False),
            "row-down": lambda: self.move(1, across=False),
            "column-left": lambda: self.move(-1, across=True),
            "column-right": lambda: self.move(1, across=True),
            "next-conflict": lambda: self.step_conflict(1),
            "previous-conflict": lambda: self.step_conflict(-1),
            "more": self.toggle_whole,
            "next-unread": lambda: self.step_unread(1),
            "previous-unread": lambda: self.step_unread(-1),
            "open-voice": lambda: self.open_account(lambda column: column.voice),
            "open-account-source": lambda: self.open_account(lambda column: column.source),
            "remove-account": self.remove_account,
            "remove-aspect": self.remove_aspect,
            **{f"say-{stance}": partial(self.say, stance) for stance in STANCES},
        }

    def open_source(self) -> None:
        """Go to the words that the cell quotes, in their source."""
        cell = self._model.cell(self._table.currentIndex())
        if cell is None:
            return
        if not cell.quotes or cell.quotes[0].source is None:
            self._desk.said.emit(self.tr("This cell quotes nothing yet; Enter adds words to it."))
            return
        quote = cell.quotes[0]
        assert quote.source is not None
        self._desk.navigator.go(place_of_passage(quote.source.id, quote.passage))

    def clear(self) -> None:
        """Empty the cell."""
        cell = self._stored()
        if cell is not None and cell.id:
            self._desk.attempt(lambda: disputes.clear_cell(self._desk.session.library, cell.id))

    def say(self, stance: Stance) -> None:
        """Set the account's stance on the aspect."""
        cell = self._stored()
        if cell is not None and cell.stance != stance:
            said = replace(cell, stance=stance)
            self._desk.attempt(lambda: disputes.set_cell(self._desk.session.library, said))

    def _stored(self) -> Cell | None:
        """Return the current cell as the library has it now, which the table may not show yet."""
        place, table = self._table.place, self._model.table
        if place is None or table is None:
            return None
        dispute = self._desk.session.library.data.disputes.get(table.comparison.dispute.id)
        return dispute.cell(*place) or Cell(0, *place)

    def copy(self) -> None:
        """Copy the cell's words with their citations."""
        cell = self._model.cell(self._table.currentIndex())
        if cell is None:
            return
        parts = [quote_words(quote) for quote in cell.quotes] or [value_of(cell)]
        QGuiApplication.clipboard().setText("\n".join(parts))
        self._desk.said.emit(self.tr("Copied with its citation"))

    def toggle_whole(self) -> None:
        """Show the quotations of the cell whole, or cut them short."""
        place = self._table.place
        if place is not None:
            self._model.toggle_whole(place)

    def step_conflict(self, by: int) -> None:
        """Go to the next row in conflict, round the end."""
        place, rows = self._table.place, self._model.rows
        if place is None:
            return
        here = next(i for i, row in enumerate(rows) if row.aspect.id == place[1])
        for step in range(1, len(rows) + 1):
            row = rows[(here + by * step) % len(rows)]
            if row.state == "conflict":
                self._table.go_to((place[0], row.aspect.id))
                return
        self._desk.said.emit(self.tr("No row is in conflict."))

    def next_unread(self) -> None:
        """Go to the next cell that is not yet read, with the keyboard."""
        self._table.setFocus()
        self.step_unread(1)

    def step_unread(self, by: int) -> None:
        """Go to the next cell that is not yet read, row after row and round the end."""
        place = self._table.place
        cells = [
            (place_, cell)
            for row in self._model.rows
            for column in self._model.columns
            for place_ in [(column.account.id, row.aspect.id)]
            for cell in [self._model.cell(self._model.index_of(place_))]
        ]
        places = [each for each, _ in cells]
        if place not in places:
            return
        here = places.index(place)
        for step in range(1, len(cells) + 1):
            there, cell = cells[(here + by * step) % len(cells)]
            if cell is not None and cell.stance == "not-read":
                self._table.go_to(there)
                return
        self._desk.said.emit(self.tr("Every cell in sight has been read."))

    def open_account(self, of: Callable[[Column], Item | None]) -> None:
        """Open the card of the current account's voice, or its source."""
        column = self._model.column_at(self._table.currentIndex())
        item = of(column) if column is not None else None
        if item is None:
            self._desk.said.emit(self.tr("The account names none yet; A edits the account."))
            return
        view = "source" if item.kind == "source" else "card"
        self._desk.navigator.go(Place(view, item.id))

    def remove_account(self) -> None:
        """Take the current account with its cells out of the dispute."""
        column = self._model.column_at(self._table.currentIndex())
        if column is not None:
            library, account = self._desk.session.library, column.account
            self._desk.attempt(lambda: disputes.remove_account(library, account.id))
            words = self.tr("{} is out of the dispute; undo takes it back")
            self._desk.said.emit(words.format(account.label))

    def remove_aspect(self) -> None:
        """Take the current aspect with its cells out of the dispute."""
        row = self._model.row_at(self._table.currentIndex())
        if row is not None:
            library, aspect = self._desk.session.library, row.aspect
            self._desk.attempt(lambda: disputes.remove_aspect(library, aspect.id))
            words = self.tr("The row {} is gone; undo takes it back").format(aspect.name)
            self._desk.said.emit(words)

    def move(self, by: int, *, across: bool) -> None:
        """Move the row (or, ``across``, the column) of the current cell by one."""
        index: QModelIndex = self._table.currentIndex()
        if index.isValid():
            old = index.column() if across else index.row()
            self.drop(old, old + by, across=across)

    def drop(self, old: int, new: int, *, across: bool) -> None:
        """Move a row or column from one place in sight to another."""
        table = self._model.table
        if table is None or old == new:
            return
        library = self._desk.session.library
        if across != self._model.transposed:
            seen = [column.account.id for column in self._model.columns]
            whole = [column.account.id for column in table.comparison.columns]
            order: Callable[[Library, list[int]], None] = disputes.order_accounts
            pinned = self._model.pinned
            if self._model.layout.sorted_by:
                self._desk.said.emit(
                    self.tr("The accounts are sorted; D brings back their own order to be moved.")
                )
                return
            if (old < pinned) != (new < pinned):
                return
        else:
            seen = [row.aspect.id for row in self._model.rows]
            whole = [row.aspect.id for row in table.comparison.rows]
            order, pinned = disputes.order_aspects, 0
        if not 0 <= new < len(seen):
            return
        first, last = (0, pinned) if old < pinned else (pinned, len(seen))
        moved = _reordered(whole, seen[first:last], old - first, new - first)
        self._desk.attempt(lambda: order(library, moved))


def _reordered(whole: Sequence[int], seen: Sequence[int], old: int, new: int) -> list[int]:
    """Move one of those in sight among themselves; the others keep their places."""
    order = list(seen)
    order.insert(new, order.pop(old))
    following = iter(order)
    return [next(following) if number in seen else number for number in whole]
