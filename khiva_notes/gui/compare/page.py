"""A dispute's accounts side by side: the table, the words in their sources, and the verdict."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from khiva_notes.gui.cards.add_to_essay import Meant, essay_action
from khiva_notes.gui.compare import export
from khiva_notes.gui.compare.arrangement import Arrangement
from khiva_notes.gui.compare.arranging import Arranging
from khiva_notes.gui.compare.board import Board
from khiva_notes.gui.compare.commands import CellCommands
from khiva_notes.gui.compare.dropping import CellDrops
from khiva_notes.gui.compare.editing import Editing
from khiva_notes.gui.compare.head_menu import HeadMenus
from khiva_notes.gui.compare.keys import CompareActions
from khiva_notes.gui.compare.model import Place as CellPlace
from khiva_notes.gui.compare.proposals import Proposing
from khiva_notes.gui.compare.question import Question
from khiva_notes.gui.compare.supposing import Supposing
from khiva_notes.gui.compare.what_if import Supposed
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.item_actions.history import history_action
from khiva_notes.gui.item_actions.throwing import throw_away
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.page import Page
from khiva_notes.gui.tasks import Task
from khiva_notes.model.changes import ChangeSet
from khiva_notes.model.comparison import Comparison
from khiva_notes.services import disputes, trash
from khiva_notes.services.dispute_page import DisputePage, read_page


class ComparePage(Page):
    """Shows one dispute; reads it in the background, and again whenever its inputs change."""

    views = ("dispute",)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("compare-page")
        self._dispute_id = 0
        self._wanted: CellPlace | None = None
        self._to_table = False
        self._task: Task[DisputePage | None] | None = None
        self._built = False

    def _build(self) -> None:
        """Make what the page consists of, when it is first needed: the window opens sooner."""
        self._built = True
        desk = self.desk
        self.board = Board(desk, self)
        self._cells = CellCommands(desk, self.board.model, self.board.view)
        self._drops = CellDrops(desk, self.board.model, self.board.view)
        self._editing = Editing(desk, self.board)
        self._arranging = Arranging(desk, self.board)
        self._supposing = Supposing(desk, self.board)
        self._proposing = Proposing(desk, self.board)
        self._actions = CompareActions(self.board.view, self, self._commands())
        self.board.view.take_own_keys(self._actions.own())
        self._general = [
            essay_action(desk, self, lambda: Meant((self._dispute_id,))),
            history_action(desk, self, lambda: self._dispute_id),
        ]
        self._menus = HeadMenus(self._actions, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.board)
        self._connect()

    def open(self, place: Place) -> None:
        """Show a dispute, at a cell if the place names one."""
        if not self._built:
            self._build()
        self._wanted = (place.account_id, place.aspect_id) if place.account_id else None
        if place.item_id != self._dispute_id:
            self._begin(place.item_id)
        elif self._wanted is not None:
            self.board.view.go_to(self._wanted)
        self._to_table = not place.edit
        if place.edit and self.board.question is not None:
            self.board.question.title.select()
        else:
            self.board.focus_table()

    def follow(self, change: ChangeSet) -> None:
        """Read the dispute again if a step touched anything that it rests on."""
        if not self._dispute_id:
            return
        own = next((t for t in change.touched if t.item_id == self._dispute_id), None)
        if own is not None and own.verb == "removed":
            self._forget()
            return
        if self.board.question is not None:
            self.board.question.follow(change)
        if own is not None or change.item_ids & self._rests_on():
            self._read()

    def actions_for(self, menu: str) -> list[QAction]:
        """Return what can be done with the comparison."""
        if not self._dispute_id:
            return []
        return list(self._general) if menu == "Card" else self._actions.of_menu(menu)

    def title(self) -> str:
        """Return the question."""
        item = self.desk.session.library.data.items.find(self._dispute_id)
        return item.title if item else ""

    def status(self) -> str:
        """Return how large the table is."""
        if not self._dispute_id or self.board.table is None:
            return ""
        comparison = self.board.table.comparison
        return self.tr("{} accounts · {} aspects").format(
            len(comparison.columns), len(comparison.rows)
        )

    def _begin(self, dispute_id: int) -> None:
        self.board.side.close_editor()
        self._supposing.forget()
        self._proposing.forget()
        self._dispute_id = dispute_id
        question = Question(self.desk, dispute_id)
        question.opened.connect(self.desk.navigator.go)
        question.entered.connect(self.board.focus_table)
        self.board.set_question(question)
        self._read()

    def _forget(self) -> None:
        self.board.side.close_editor()
        self._dispute_id = 0
        if self._task is not None:
            self._task.cancel()
        self.board.set_question(None)

    def _read(self) -> None:
        if self._task is not None:
            self._task.cancel()
        path, dispute_id = self.desk.session.path, self._dispute_id
        self._task = self.desk.session.tasks.start(
            lambda task: read_page(path, dispute_id, task.cancelled), self._show
        )

    def _show(self, read: DisputePage | None) -> None:
        self._task = None
        if read is None:
            return
        first = self.board.table is None
        if first:
            self._arranging.load(read.table)
        else:
            self._arranging.follow(read.table)
        self.board.show_table(read, self._wanted)
        self._supposing.follow()
        self._proposing.follow()
        self._wanted = None
        self._editing.refresh()
        if first and self._to_table and self.isVisible():
            self.board.focus_table()

    def _rests_on(self) -> set[int]:
        """Return every item whose change could show here."""
        if self.board.table is None:
            return set()
        comparison = self.board.table.comparison
        found = {item.id for item in comparison.about}
        for column in comparison.columns:
            found |= {item.id for item in (column.voice, column.source) if item}
            found |= {*column.account.claim_ids, *column.account.basis_source_ids}
        for row in comparison.rows:
            for cell in row.cells:
                found |= {cell.card.id} if cell.card else set()
                for quote in cell.quotes:
                    found |= {quote.source.id} if quote.source else set()
                    found |= {quote.passage.item_id} if quote.passage.item_id else set()
        return found

    def _connect(self) -> None:
        board = self.board
        board.view.opened.connect(self._cells.open_source)
        board.view.turned.connect(self._note_place)
        board.view.columns_moved.connect(lambda a, b: self._cells.drop(a, b, across=True))
        board.view.rows_moved.connect(lambda a, b: self._cells.drop(a, b, across=False))
        for part in (board.panes, board.side, board.verdict):
            part.opened.connect(self.desk.navigator.go)
        board.side.closed.connect(board.focus_table)
        self._arranging.arranged.connect(self._show_arrangement)
        self._arranging.arranged.connect(board.strip.show_arrangement)
        self._supposing.supposed.connect(board.strip.show_supposed)
        self._supposing.supposed.connect(self._show_supposed)
        board.strip.arranged.connect(self._arranging.use)
        board.strip.supposed.connect(self._supposing.use)
        board.strip.left.connect(board.focus_table)
        board.trash.wanted.connect(self._restore)
        board.balance.wanted.connect(self._cells.next_unread)
        board.verdict.holds.connect(self._confirm_verdict)
        board.view.menu_wanted.connect(self._pop_up)
        board.view.escaped.connect(self._supposing.put_back)

    def _commands(self) -> dict[str, Callable[[], object]]:
        return {
            **self._cells.commands(),
            **self._drops.commands(),
            **self._editing.commands(),
            **self._arranging.commands(),
            **self._supposing.commands(),
            **self._proposing.commands(),
            "show-order": self._show_order,
            "edit-question": self._edit_question,
            "unfold-verdict": self.board.verdict.toggle,
            "next-pane": lambda: self.board.cycle(1),
            "previous-pane": lambda: self.board.cycle(-1),
            "copy-markdown": lambda: self._export(export.copy_markdown),
            "copy-prose": lambda: self._export(export.copy_prose),
            "save-as": lambda: self._export(lambda d, c: export.save_as(d, c, self)),
            "print": lambda: self._export(lambda d, c: export.print_out(d, c, self)),
            "trash-dispute": self._throw,
        }

    def _export(self, act: Callable[[Desk, Comparison], None]) -> None:
        table, model = self.board.table, self.board.model
        if table is not None:
            accounts = {column.account.id for column in model.columns}
            aspects = {row.aspect.id for row in model.rows}
            act(self.desk, table.comparison.only(accounts, aspects))

    def _show_order(self) -> None:
        self.desk.navigator.go(Place("order", item_id=self._dispute_id))

    def _edit_question(self) -> None:
        if self.board.question is not None:
            self.board.question.title.select()

    def _throw(self) -> None:
        dispute_id = self._dispute_id
        said = self.tr("The dispute is in the trash; undo takes it back")
        throw_away(self.desk, [dispute_id], lambda: self.desk.said.emit(said))

    def _restore(self) -> None:
        dispute_id = self._dispute_id
        self.desk.attempt(lambda: trash.restore(self.desk.session.library, [dispute_id]))
        self.board.focus_table()

    def _confirm_verdict(self) -> None:
        library, dispute_id = self.desk.session.library, self._dispute_id
        self.desk.attempt(lambda: disputes.confirm_verdict(library, dispute_id))
        self.board.focus_table()

    def _note_place(self, place: CellPlace) -> None:
        current = self.desk.navigator.current
        if current.view == "dispute" and current.item_id == self._dispute_id:
            here = Place("dispute", self._dispute_id, account_id=place[0], aspect_id=place[1])
            self.desk.navigator.stay(here)

    def _show_arrangement(self, now: Arrangement) -> None:
        names = self._actions.by_name
        for name, on in (("transpose", now.transposed), ("conflicts-only", now.conflicts_only)):
            names[name].setChecked(on)
        names["show-accounts"].setEnabled(bool(now.hidden or now.hidden_aspects))

    def _show_supposed(self, now: Supposed) -> None:
        self._actions.by_name["put-back"].setEnabled(bool(now.left_out))
        self.board.view.escapes = bool(now.left_out)

    def _pop_up(self, what: str, point: QPoint) -> None:
        model, index = self.board.model, self.board.view.currentIndex()
        column, row = model.column_at(index), model.row_at(index)
        if column is None or row is None:
            return
        if what != "cell":
            what = "account" if (what == "column") != model.transposed else "aspect"
        self._menus.pop_up(what, point, column.account.label, row.aspect.name)
