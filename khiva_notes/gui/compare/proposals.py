"""Proposals in the cells that are still empty: shown as such, and taken or refused by key."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from khiva_notes.gui.compare.board import Board
from khiva_notes.gui.compare.model import Place
from khiva_notes.gui.compare.pieces import Piece, tr
from khiva_notes.gui.compare.proposals_editor import ProposalEditor
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.tasks import Task
from khiva_notes.services import proposals
from khiva_notes.services.proposals import Proposal, is_open, read_proposals

_QUOTE_LINES = 3


class Proposing(QObject):
    """Reads proposals in the background after each change, and keeps which one a cell shows."""

    def __init__(self, desk: Desk, board: Board) -> None:
        super().__init__(board)
        self._desk = desk
        self._board = board
        self._task: Task[tuple[Proposal, ...]] | None = None
        self._offered: dict[Place, list[Proposal]] = {}
        self._shown: dict[Place, int] = {}

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what is done here, by name."""
        return {
            "accept-proposal": self.accept,
            "accept-row": self.accept_row,
            "refuse-proposal": self.refuse,
            "change-proposal": self.change,
            "next-proposal": self.turn,
            "next-proposed": self.step,
            "propose-again": self.propose_again,
        }

    def follow(self) -> None:
        """Propose anew for the dispute that is shown, as it now is."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        table = self._board.table
        if table is None:
            return
        path, dispute_id = self._desk.session.path, table.comparison.dispute.id
        self._task = self._desk.session.tasks.start(
            lambda task: read_proposals(path, dispute_id, task.cancelled), self._take
        )

    def forget(self) -> None:
        """Propose nothing, as while another dispute is being read."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._offered, self._shown = {}, {}
        self._board.model.propose({})

    def accept(self) -> None:
        """Write what is proposed for the current cell into it."""
        one = self._current()
        if one is not None:
            self._desk.attempt(lambda: proposals.accept(self._desk.session.library, one))

    def accept_row(self) -> None:
        """Write what is shown as proposed in every cell of the current aspect."""
        place = self._board.view.place
        wanted = [
            offers[self._shown.get(there, 0)]
            for there, offers in self._open().items()
            if place is not None and there[1] == place[1]
        ]
        if not wanted:
            self._desk.said.emit(self.tr("Nothing is proposed in this row."))
            return
        library = self._desk.session.library
        count = self._desk.attempt(lambda: proposals.accept_all(library, wanted))
        if count is not None:
            self._desk.said.emit(self.tr("{} proposals taken; undo takes them back").format(count))

    def refuse(self) -> None:
        """Not propose this for the current cell again."""
        one = self._current()
        if one is not None:
            self._desk.attempt(lambda: proposals.refuse(self._desk.session.library, one))

    def change(self) -> None:
        """Show the current cell's proposals at the side, to be changed before one is taken."""
        one, place, table = self._current(), self._board.view.place, self._board.table
        if one is not None and place is not None and table is not None:
            editor = ProposalEditor(self._desk, one, self._open()[place])
            self._board.side.edit(editor, table)

    def turn(self) -> None:
        """Show the current cell's next proposal."""
        one, place = self._current(), self._board.view.place
        if one is None or place is None:
            return
        offers = self._offered[place]
        if len(offers) == 1:
            self._desk.said.emit(self.tr("Nothing else is proposed for this cell."))
        self._shown[place] = (self._shown.get(place, 0) + 1) % len(offers)
        self._show()

    def step(self) -> None:
        """Go to the next cell for which something is proposed, row after row and round the end."""
        model, view = self._board.model, self._board.view
        there = set(self._open())
        places = [(c.account.id, row.aspect.id) for row in model.rows for c in model.columns]
        here = places.index(view.place) if view.place in places else -1
        for number in range(1, len(places) + 1):
            place = places[(here + number) % len(places)]
            if place in there:
                view.go_to(place)
                return
        self._desk.said.emit(self.tr("Nothing is proposed for the cells in sight."))

    def propose_again(self) -> None:
        """Let everything that was refused be proposed again."""
        table = self._board.table
        if table is not None:
            library, dispute_id = self._desk.session.library, table.comparison.dispute.id
            self._desk.attempt(lambda: proposals.propose_again(library, dispute_id))

    def _take(self, found: tuple[Proposal, ...]) -> None:
        self._task = None
        offered: dict[Place, list[Proposal]] = {}
        for one in found:
            offered.setdefault((one.account.id, one.aspect.id), []).append(one)
        self._shown = {
            place: number
            for place, number in self._shown.items()
            if self._offered.get(place) == offered.get(place)
        }
        self._offered = offered
        self._show()

    def _show(self) -> None:
        self._board.model.propose(
            {
                place: proposal_pieces(offers, self._shown.get(place, 0))
                for place, offers in self._offered.items()
            }
        )

    def _open(self) -> dict[Place, list[Proposal]]:
        """Return what is proposed for cells that are still empty in the library as it now is."""
        table = self._board.table
        if table is None or not self._offered:
            return {}
        data = self._desk.session.library.data
        if data.items.find(table.comparison.dispute.id) is None:
            return {}
        dispute = data.disputes.get(table.comparison.dispute.id)
        return {
            place: offers
            for place, offers in self._offered.items()
            if is_open(dispute, offers[0].account, offers[0].aspect)
        }

    def _current(self) -> Proposal | None:
        place = self._board.view.place
        offers = self._open().get(place) if place is not None else None
        if not offers or place is None:
            self._desk.said.emit(self.tr("Nothing is proposed for this cell."))
            return None
        return offers[self._shown.get(place, 0)]


def proposal_pieces(offers: Sequence[Proposal], number: int) -> tuple[Piece, ...]:
    """Return what an empty cell shows of its proposals: plainly no more than a proposal."""
    found = offers[number].found
    which = f" {number + 1} / {len(offers)}" if len(offers) > 1 else ""
    keys = tr("Y take · X refuse · E change")
    if len(offers) > 1:
        keys += tr(" · J next")
    return (
        Piece(f"? {tr('proposed')}{which}", "state", 1, "compatible"),
        Piece(f"{found.value}?", "silence"),
        Piece(" ".join(found.context.split()), "quote", _QUOTE_LINES),
        Piece(found.citation, "cite", 1),
        Piece(keys, "muted", 1),
    )
