"""Which way the table lies and what of it is shown, kept for each dispute."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from khiva_notes.gui.compare import arrangement
from khiva_notes.gui.compare.arrangement import Arrangement
from khiva_notes.gui.compare.board import Board
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
            "show-accounts": self.show_accounts,
            "pin": self.pin,
        }

    def load(self, table: DisputeTable) -> None:
        """Lay a dispute out as it was last, before it is shown."""
        self._key = table.comparison.dispute.key
        self._now = arrangement.load(self._desk, self._key)
        model = self._board.model
        model.transposed = self._now.transposed
        model.conflicts_only = self._now.conflicts_only
        model.hidden = self._hidden_ids(table)
        self.arranged.emit(self._now)

    def transpose(self) -> None:
        """Let accounts be rows, or columns again."""
        self._set(not self._now.transposed, self._now.conflicts_only, self._now.hidden)

    def toggle_conflicts(self) -> None:
        """Show only the rows in conflict, or all again."""
        self._set(self._now.transposed, not self._now.conflicts_only, self._now.hidden)

    def hide(self) -> None:
        """Hide the current cell's account, unless it is the last one in sight."""
        column = self._board.model.column_at(self._board.view.currentIndex())
        if column is None or len(self._board.model.columns) < 2:
            return
        hidden = self._now.hidden | {column.account.key}
        self._set(self._now.transposed, self._now.conflicts_only, hidden)
        words = self.tr("{} is hidden; Shift+H shows all accounts").format(column.account.label)
        self._desk.said.emit(words)

    def show_accounts(self) -> None:
        """Show every account again."""
        self._set(self._now.transposed, self._now.conflicts_only, frozenset())

    def show_everything(self) -> None:
        """Show every account and row again."""
        self._set(self._now.transposed, False, frozenset())

    def pin(self) -> None:
        """Keep the second pane with the current account, or let it follow again."""
        column = self._board.model.column_at(self._board.view.currentIndex())
        if column is not None:
            self._board.panes.pin(column.account.id)

    def _set(self, transposed: bool, conflicts_only: bool, hidden: frozenset[str]) -> None:
        table = self._board.table
        if table is None:
            return
        self._now = Arrangement(transposed, conflicts_only, hidden)
        arrangement.save(self._desk, self._key, self._now)
        self._board.arrange(
            transposed=transposed, conflicts_only=conflicts_only, hidden=self._hidden_ids(table)
        )
        self.arranged.emit(self._now)

    def _hidden_ids(self, table: DisputeTable) -> frozenset[int]:
        columns = table.comparison.columns
        return frozenset(c.account.id for c in columns if c.account.key in self._now.hidden)
