"""What the page does to an essay's outline, in the library's own commands."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QObject, Signal

from khiva_notes.gui.cards.ask_panel import AskPanel
from khiva_notes.gui.cards.links_section import place_of
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.dragging import dragged_here
from khiva_notes.gui.essay.board import Board
from khiva_notes.gui.essay.outline_model import OWN
from khiva_notes.gui.navigation import place_of_passage
from khiva_notes.model.essays import Part, Slot, Sort, above, after, below, inward, outward
from khiva_notes.model.kinds import KINDS
from khiva_notes.services import essays
from khiva_notes.services.quoting import Quoting

_CARDS = tuple(kind for kind in KINDS if kind not in ("essay", "dispute"))
Step = Callable[[Sequence[Part], int], Slot | None]


class EssayEditing(QObject):
    """Each acts on the current part, or on all chosen ones; ``made`` bears a part to go to.

    Its second value tells whether to begin typing there.
    """

    made = Signal(int, bool)

    def __init__(self, desk: Desk, page: QObject) -> None:
        super().__init__(page)
        self._desk = desk
        self._library = desk.session.library
        self._board: Board | None = None

    def attach(self, board: Board) -> None:
        """Act on what this board shows."""
        self._board = board

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return these by the names they have in the table of keys."""
        return {
            "add-prose": lambda: self.add_text("prose"),
            "add-heading": lambda: self.add_text("heading"),
            "add-card": lambda: self._ask("card"),
            "add-quotation": lambda: self._ask("quotation"),
            "add-dispute": lambda: self._ask("dispute"),
            "part-up": lambda: self._step(above),
            "part-down": lambda: self._step(below),
            "nest": lambda: self._step(inward),
            "outdent": lambda: self._step(outward),
            "duplicate-part": self._duplicate,
            "remove-part": self.remove,
            "open-part": self._open,
            "open-part-source": self._open_source,
        }

    @property
    def board(self) -> Board:
        """The board that is attached."""
        assert self._board is not None
        return self._board

    @property
    def essay_id(self) -> int:
        """The essay that is shown, 0 for none."""
        return self.board.essay.essay.id if self.board.essay else 0

    def add_text(self, sort: Sort) -> None:
        """Put a heading or prose below the current part, and begin to type there."""
        self._add(
            lambda slot: essays.add_part(self._library, self.essay_id, sort, slot), sort, True
        )

    def add_items(self, item_ids: Sequence[int]) -> None:
        """Put items below the current part."""
        self._add(
            lambda slot: essays.add_items(self._library, self.essay_id, item_ids, slot)[-1],
            "card",
        )

    def add_passage(self, passage_id: int) -> None:
        """Put a quotation below the current part."""
        self._add(
            lambda slot: essays.add_passage(self._library, self.essay_id, passage_id, slot),
            "quotation",
        )

    def take(self, mime: QMimeData, slot: Slot) -> bool:
        """Take what is dropped on the outline: its own parts, or items and passages."""
        if mime.hasFormat(OWN):
            moving = json.loads(bytes(mime.data(OWN).data()))
            self._move([int(part_id) for part_id in moving], slot)
            return True
        found = dragged_here(self._desk, mime)
        if found is None or not self.essay_id:
            return False
        library, essay_id = self._library, self.essay_id

        def add() -> int:
            with library.change("Add to essay"):
                made = essays.add_items(library, essay_id, found.item_ids, slot)
                at = Slot(slot.parent_id, slot.index + len(made))
                for passage_id in found.passage_ids:
                    made.append(essays.add_passage(library, essay_id, passage_id, at))
                    at = Slot(at.parent_id, at.index + 1)
                return made[-1]

        part_id = self._desk.attempt(add)
        if part_id:
            self.made.emit(part_id, False)
        return part_id is not None

    def write(self, part_id: int, text: str) -> None:
        """Save what was typed in a part."""
        self._desk.attempt(lambda: essays.edit_text(self._library, part_id, text))

    def remove(self) -> None:
        """Take the chosen parts out."""
        chosen = self.board.outline.chosen_ids()
        if chosen:
            self._desk.attempt(lambda: essays.remove_parts(self._library, self.essay_id, chosen))

    def remove_empty(self, part_id: int) -> None:
        """Take out prose in which nothing is left, and go on in the part before."""
        order = [part.part.id for part in self.board.essay.walk()] if self.board.essay else []
        before = order[order.index(part_id) - 1] if order.index(part_id) else 0
        self._desk.attempt(lambda: essays.remove_parts(self._library, self.essay_id, [part_id]))
        if before:
            part = self._library.data.essays.get(before)
            self.made.emit(before, part.sort in ("prose", "heading"))

    def _add(self, add: Callable[[Slot], int], sort: Sort, edit: bool = False) -> None:
        if not self.essay_id:
            return
        self.board.flush()
        parts = self._library.data.essays.parts(self.essay_id)
        slot = after(parts, self.board.current_id or None, sort)
        part_id = self._desk.attempt(lambda: add(slot))
        if part_id:
            self.made.emit(part_id, edit)

    def _step(self, step: Step) -> None:
        parts = self._library.data.essays.parts(self.essay_id)
        chosen = self.board.outline.chosen_ids()
        if not chosen:
            return
        order = [part.id for part in parts if part.id in chosen]
        lead = order[-1] if step is below else order[0]
        slot = step(parts, lead)
        if slot is not None and slot.parent_id not in chosen:
            self._move(order, slot)

    def _move(self, part_ids: Sequence[int], slot: Slot) -> None:
        self.board.flush()
        self._desk.attempt(lambda: essays.move_parts(self._library, self.essay_id, part_ids, slot))

    def _duplicate(self) -> None:
        chosen = self.board.outline.chosen_ids()
        if chosen:
            made = self._desk.attempt(
                lambda: essays.duplicate_parts(self._library, self.essay_id, chosen)
            )
            if made:
                self.made.emit(made[-1], False)

    def _ask(self, sort: Sort) -> None:
        words = {
            "card": self.tr("Which card or source?"),
            "quotation": self.tr("From which card or source?"),
            "dispute": self.tr("Which dispute?"),
        }[sort]
        panel = AskPanel(self._desk, self.board, words)
        if sort == "quotation":
            panel.for_item(_CARDS, self._ask_passage)
        else:
            kinds = ("dispute",) if sort == "dispute" else _CARDS
            panel.for_item(kinds, lambda item_id: self.add_items([item_id]))

    def _ask_passage(self, item_id: int) -> None:
        data = self._library.data
        passages = data.passages.of(item_id)
        version = data.texts.current(item_id)
        if not passages and version is not None:
            passages = data.passages.in_version(version.id)
        if not passages:
            self._desk.said.emit(
                self.tr("No passage is attached to that yet: select words in a text first.")
            )
        elif len(passages) == 1:
            self.add_passage(passages[0].id)
        else:
            panel = AskPanel(self._desk, self.board, self.tr("Which words?"))
            panel.for_passage(Quoting(data).quotes(passages), self.add_passage)

    def _open(self) -> None:
        part = self.board.current
        if part is not None and part.item is not None:
            self._desk.navigator.go(place_of(part.item))

    def _open_source(self) -> None:
        part = self.board.current
        quote = part.quotes[0] if part and part.quotes else None
        if quote is not None and quote.source is not None:
            self._desk.navigator.go(place_of_passage(quote.source.id, quote.passage))
        elif self.board.side.source.place is not None:
            self._desk.navigator.go(self.board.side.source.place)
