"""Which way the table lies and what of it is shown, kept for each dispute."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from khiva_notes.gui.compare import arrangement
from khiva_notes.gui.compare.arrangement import Arrangement
from khiva_notes.gui.compare.board import Board
from khiva_notes.gui.compare.layout import SORT_WORDS
from khiva_notes.gui.desk import Desk
from khiva_notes.services.dispute_reading import DisputeTable


class Arranging(QObject):
    """``arranged`` bears the arrangement each time it changes."""

    arranged = Signal(object)

    def __init__(self, desk: Desk, board: Board) -> None:
        super().__init__(board)
        self._desk = desk
        self._board = board
        self._now = Arrangement()
        self._key = ""
        board.empty.all_wanted.connect(self.show_everything)

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what is done here, by name."""
        return {
            "transpose": self.transpose,
            "conflicts-only": self.toggle_conflicts,
            "hide-account": self.hide,
            "hide-aspect": self.hide_aspect,
            "show-accounts": self.show_accounts,
            "pin-account": self.pin_account,
            "sort-next": self.sort_next,
            **{f"sort-{name or 'own'}": partial(self.sort_by, name) for name in SORT_WORDS},
            "pin": self.pin,
        }

    @property
    def now(self) -> Arrangement:
        """How the table is laid out."""
        return self._now

    def load(self, table: DisputeTable) -> None:
        """Lay a dispute out as it was last, before it is shown."""
        self._key = table.comparison.dispute.key
        self._now = arrangement.load(self._desk, self._key)
        self._board.model.layout = self._now.layout(table)
        self.arranged.emit(self._now)

    def follow(self, table: DisputeTable) -> None:
        """Apply the arrangement to a dispute whose accounts may have come and gone, unshown yet."""
        self._board.model.layout = self._now.layout(table)

    def transpose(self) -> None:
        """Let accounts be rows, or columns again."""
        self.use(replace(self._now, transposed=not self._now.transposed))

    def toggle_conflicts(self) -> None:
        """Show only the rows in conflict, or all again."""
        self.use(replace(self._now, conflicts_only=not self._now.conflicts_only))

    def hide(self) -> None:
        """Hide the current cell's account, unless it is the last one in sight."""
        column = self._board.model.column_at(self._board.view.currentIndex())
        if column is None:
            return
        if len(self._board.model.columns) < 2:
            self._desk.said.emit(self.tr("The last account in sight stays."))
            return
        self.use(replace(self._now, hidden=self._now.hidden | {column.account.key}))
        words = self.tr("{} is hidden; Shift+H shows all that is hidden")
        self._desk.said.emit(words.format(column.account.label))

    def hide_aspect(self) -> None:
        """Hide the current cell's aspect, unless it is the last one in sight."""
        row = self._board.model.row_at(self._board.view.currentIndex())
        if row is None:
            return
        if len(self._board.model.rows) < 2:
            self._desk.said.emit(self.tr("The last aspect in sight stays."))
            return
        self.use(replace(self._now, hidden_aspects=self._now.hidden_aspects | {row.aspect.key}))
        words = self.tr("{} is hidden; Shift+H shows all that is hidden").format(row.aspect.name)
        self._desk.said.emit(words)

    def show_accounts(self) -> None:
        """Show every account and aspect again, of those that are hidden by name."""
        self.use(replace(self._now, hidden=frozenset(), hidden_aspects=frozenset()))

    def show_everything(self) -> None:
        """Show every account and row again, whatever kept them out of sight."""
        self.use(Arrangement(self._now.transposed, pinned=self._now.pinned))

    def pin_account(self) -> None:
        """Hold the current cell's account at the edge, or let it scroll again."""
        column = self._board.model.column_at(self._board.view.currentIndex())
        if column is not None:
            self.use(replace(self._now, pinned=self._now.pinned ^ {column.account.key}))

    def sort_by(self, name: str) -> None:
        """Order the accounts by one sort of distance; the dispute's own order stays as it is."""
        self.use(replace(self._now, sorted_by=name))
        self._desk.said.emit(self.tr("Accounts stand {}").format(self.tr(SORT_WORDS[name])))

    def sort_next(self) -> None:
        """Order the accounts by the next sort of distance, in the end as they were."""
        names = list(SORT_WORDS)
        self.sort_by(names[(names.index(self._now.sorted_by) + 1) % len(names)])

    def pin(self) -> None:
        """Keep the second pane with the current account, or let it follow again."""
        column = self._board.model.column_at(self._board.view.currentIndex())
        if column is not None:
            self._board.panes.pin(column.account.id)

    def use(self, wanted: Arrangement) -> None:
        """Lay the table out so, and keep that."""
        table = self._board.table
        if table is None:
            return
        self._now = wanted
        arrangement.save(self._desk, self._key, wanted)
        self._board.arrange(wanted.layout(table))
        self.arranged.emit(wanted)
