"""Opens the editors at the side, and lets the editor of a cell go along with the table."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from khiva_notes.gui.compare.account_editor import AccountEditor
from khiva_notes.gui.compare.aspect_editor import AspectEditor, NewAspect
from khiva_notes.gui.compare.board import Board
from khiva_notes.gui.compare.cell_editor import CellEditor
from khiva_notes.gui.compare.editor import Editor
from khiva_notes.gui.compare.model import Place
from khiva_notes.gui.compare.new_account import NewAccount
from khiva_notes.gui.compare.verdict_editor import VerdictEditor
from khiva_notes.gui.desk import Desk


class Editing(QObject):
    """What is edited follows from where in the table one is."""

    def __init__(self, desk: Desk, board: Board) -> None:
        super().__init__(board)
        self._desk = desk
        self._board = board
        self._awaited = 0
        board.view.turned.connect(self._turn)
        board.view.column_picked.connect(lambda i: self._pick(i, across=True))
        board.view.row_picked.connect(lambda i: self._pick(i, across=False))
        board.empty.account_wanted.connect(self.add_account)
        board.empty.aspect_wanted.connect(self.add_aspect)
        board.verdict.wanted.connect(self.edit_verdict)

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what is done here, by name."""
        return {
            "edit-cell": self.edit_cell,
            "add-aspect": self.add_aspect,
            "edit-aspect": self.edit_aspect,
            "add-account": self.add_account,
            "edit-account": self.edit_account,
            "edit-verdict": self.edit_verdict,
        }

    def refresh(self) -> None:
        """Show in the editor what the library now says; go on to an account that was just made."""
        table = self._board.table
        if table is None:
            return
        self._board.side.refresh(table)
        made = [c.account for c in table.comparison.columns if c.account.id == self._awaited]
        if made:
            self._awaited = 0
            self._edit(AccountEditor(self._desk, made[0]))

    def edit_cell(self) -> None:
        """Edit the current cell."""
        editor = self._cell_editor()
        if editor is not None:
            self._edit(editor)

    def edit_account(self) -> None:
        """Edit the current cell's account."""
        column = self._board.model.column_at(self._board.view.currentIndex())
        if column is not None:
            self._edit(AccountEditor(self._desk, column.account))

    def edit_aspect(self) -> None:
        """Edit the current cell's aspect."""
        row = self._board.model.row_at(self._board.view.currentIndex())
        if row is not None:
            self._edit(AspectEditor(self._desk, row.aspect))

    def add_aspect(self) -> None:
        """Offer to add rows."""
        if self._board.table is not None:
            self._edit(NewAspect(self._desk, self._board.table.comparison.dispute.id))

    def add_account(self) -> None:
        """Offer to add a column."""
        if self._board.table is not None:
            editor = NewAccount(self._desk, self._board.table.comparison.dispute.id)
            editor.added.connect(self._await)
            self._edit(editor)

    def edit_verdict(self) -> None:
        """Write the verdict, or review it."""
        if self._board.table is not None:
            self._edit(VerdictEditor(self._desk, self._board.table.comparison.dispute.id))

    def _await(self, account_id: int) -> None:
        self._awaited = account_id

    def _edit(self, editor: Editor, *, focus: bool = True) -> None:
        assert self._board.table is not None
        self._board.side.edit(editor, self._board.table, focus=focus)

    def _cell_editor(self) -> CellEditor | None:
        index = self._board.view.currentIndex()
        column, row = self._board.model.column_at(index), self._board.model.row_at(index)
        if column is None or row is None:
            return None
        return CellEditor(self._desk, column.account, row.aspect)

    def _turn(self, place: Place) -> None:
        """Go along with the table when one moves about in it while a cell is open."""
        open_now = self._board.side.editor
        if isinstance(open_now, CellEditor) and open_now.place != place:
            editor = self._cell_editor()
            if editor is not None:
                self._edit(editor, focus=False)

    def _pick(self, section: int, *, across: bool) -> None:
        model, view = self._board.model, self._board.view
        here = view.currentIndex()
        row, column = (here.row(), section) if across else (section, here.column())
        view.setCurrentIndex(model.index(max(0, row), max(0, column)))
        if across != model.transposed:
            self.edit_account()
        else:
            self.edit_aspect()
