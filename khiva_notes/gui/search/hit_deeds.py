"""What is done to many hits: a piece at a time, told as it goes on, and one step to undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.lists.strip import Strip
from khiva_notes.gui.search.line_question import LineQuestion
from khiva_notes.gui.slices import Slices
from khiva_notes.model.errors import UserError
from khiva_notes.services import disputes, essays, links
from khiva_notes.services.dispute_cards import add_cards
from khiva_notes.services.history import Whole

_PIECE = 25
_FITS_DISPUTE = ("claim", "person", "group", "source", "event", "place")

Act = Callable[[list[int]], object]


class HitDeeds(QObject):
    """Asks in the strip what is to become of some items, and does it while the window lives on."""

    def __init__(self, desk: Desk, strip: Strip) -> None:
        super().__init__(strip)
        self._desk = desk
        self._library = desk.session.library
        self._strip = strip
        self._number = 0
        self._running: Slices | None = None

    def tag(self, ids: Sequence[int]) -> None:
        """Ask for a tag for the items."""
        known = [tag.name for tag in self._library.data.tags.all()]
        self._strip.ask_tag(
            self.tr("Tag {:,} things:").format(len(ids)),
            known,
            lambda name: self._run("Tag", ids, lambda piece: links.tag(self._library, piece, name)),
        )

    def to_dispute(self, ids: Sequence[int]) -> None:
        """Ask for a dispute by its title, or for the title of a new one, and bring items in."""
        items = self._library.data.items.many(ids)
        fit = [number for number in ids if number in items and items[number].kind in _FITS_DISPUTE]

        def add(dispute_id: int, piece: list[int]) -> None:
            add_cards(self._library, dispute_id, piece)

        self._ask("dispute", self.tr("Add {:,} things to the dispute"), fit, add)

    def to_essay(self, ids: Sequence[int]) -> None:
        """Ask for an essay by its title, or the title of a new one, and add items at its end."""
        items = self._library.data.items.many(ids)
        fit = [number for number in ids if number in items and items[number].kind != "essay"]

        def add(essay_id: int, piece: list[int]) -> None:
            essays.add_items(self._library, essay_id, piece)

        self._ask("essay", self.tr("Add {:,} things to the essay"), fit, add)

    def _ask(
        self, kind: str, words: str, ids: list[int], add: Callable[[int, list[int]], None]
    ) -> None:
        if not ids:
            self._desk.said.emit(self.tr("None of these can go there."))
            return
        known = {item.title.casefold(): item for item in self._library.data.items.all(kind)}
        make = disputes.create_dispute if kind == "dispute" else essays.create_essay

        def hint(title: str) -> str:
            if not title:
                return self.tr("A title, or a new one")
            there = title.casefold() in known
            return self.tr("Enter: add there") if there else self.tr("Enter: make a new one")

        def answer(title: str) -> None:
            target: list[int] = []
            found = known.get(title.casefold())
            if found is not None:
                target.append(found.id)

            def act(piece: list[int]) -> None:
                if not target:
                    target.append(make(self._library, title).id)
                add(target[0], piece)

            self._run(f"Add to {kind}", ids, act)

        titles = [item.title for item in known.values()]
        words = words.format(len(ids))
        LineQuestion(self._strip, words, answer, known=titles, hint=hint).begin()

    def _run(self, label: str, ids: Sequence[int], act: Act) -> None:
        if self._running is not None and not self._running.is_done:
            self._desk.said.emit(self.tr("The last one is still under way."))
            return
        self._number += 1
        steps = self._steps(label, list(ids), act, Whole((label, self._number)))
        self._running = Slices(steps, self, slice_ms=8.0)
        if len(ids) <= _PIECE:
            self._running.finish()
        else:
            self._running.start()

    def _steps(self, label: str, ids: list[int], act: Act, whole: Whole) -> Iterator[None]:
        for start in range(0, len(ids), _PIECE):
            piece = ids[start : start + _PIECE]
            try:
                with self._library.change(label, merge=whole):
                    act(piece)
            except UserError as error:
                self._desk.complained.emit(error)
                return
            done = f"{start + len(piece):,}"
            self._desk.said.emit(self.tr("{}: {} of {}").format(label, done, f"{len(ids):,}"))
            yield
