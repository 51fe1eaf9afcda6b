"""What if: accounts left out for the moment, and what that changes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from khiva_notes.gui.compare.board import Board
from khiva_notes.gui.compare.what_if import Supposed, suppose
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.tasks import Task
from khiva_notes.model.conflicts.without import accounts_without


class Supposing(QObject):
    """Keeps what is left out; nothing of it is written anywhere. ``supposed`` bears a Supposed."""

    supposed = Signal(object)

    def __init__(self, desk: Desk, board: Board) -> None:
        super().__init__(board)
        self._desk = desk
        self._board = board
        self._left_out: frozenset[int] = frozenset()
        self._task: Task[Supposed] | None = None
        self.now = Supposed()

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what is done here, by name."""
        return {
            "leave-out": self.leave_out,
            "leave-source-out": self.leave_source_out,
            "put-back": self.put_back,
        }

    def leave_out(self) -> None:
        """Leave the current cell's account out, or put it back."""
        column = self._board.model.column_at(self._board.view.currentIndex())
        if column is not None:
            self.use(self._left_out ^ {column.account.id})

    def leave_source_out(self) -> None:
        """Leave out the current account's source, with every account that falls with it."""
        column = self._board.model.column_at(self._board.view.currentIndex())
        table = self._board.table
        if column is None or table is None:
            return
        if column.source is None:
            self._desk.said.emit(self.tr("This account has no source yet."))
            return
        keys = accounts_without(table.voices, table.derivations, column.source.key)
        fallen = frozenset(
            each.account.id for each in table.comparison.columns if each.account.key in keys
        )
        self.use(self._left_out - fallen if fallen <= self._left_out else self._left_out | fallen)

    def put_back(self) -> None:
        """Let every account count again."""
        self.use(frozenset())

    def follow(self) -> None:
        """Work it out anew for a dispute that has changed."""
        if self._left_out:
            self.use(self._left_out)

    def forget(self) -> None:
        """Begin with every account, as for another dispute."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._left_out = frozenset()
        self._show(Supposed())

    def use(self, left_out: frozenset[int]) -> None:
        """Leave just these accounts out."""
        table = self._board.table
        if table is None:
            return
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._left_out = left_out & {c.account.id for c in table.comparison.columns}
        wanted = self._left_out
        if not wanted:
            self._show(Supposed())
            return
        self._task = self._desk.session.tasks.start(lambda task: suppose(table, wanted), self._show)

    def _show(self, now: Supposed) -> None:
        self._task = None
        self.now = now
        self._board.suppose(now.left_out, now.after)
        self.supposed.emit(now)
