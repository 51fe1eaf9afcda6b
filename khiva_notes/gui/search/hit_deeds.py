"""What is done to many hits: a piece at a time, told as it goes on, and one step to undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from khiva_notes.gui.cards.new_link import NewLink
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.lists.strip import Strip
from khiva_notes.gui.search.hit_pieces import HitPieces
from khiva_notes.gui.search.line_question import LineQuestion
from khiva_notes.services import cards, disputes, essays, links
from khiva_notes.services.dispute_cards import add_cards

_FITS_DISPUTE = ("claim", "person", "group", "source", "event", "place")


class HitDeeds(QObject):
    """Asks in the strip what is to become of some items, and does it while the window lives on."""

    def __init__(self, desk: Desk, strip: Strip) -> None:
        super().__init__(strip)
        self._desk = desk
        self._library = desk.session.library
        self._strip = strip
        self.pieces = HitPieces(desk, self)

    def tag(self, ids: Sequence[int]) -> None:
        """Ask for a tag for the items."""
        known = [tag.name for tag in self._library.data.tags.all()]
        self._strip.ask_tag(
            self.tr("Tag {:,} things:").format(len(ids)),
            known,
            lambda name: self.pieces.run(
                "Tag", ids, lambda piece: links.tag(self._library, piece, name)
            ),
        )

    def link(self, ids: Sequence[int]) -> None:
        """Ask to what the items are to be linked, and how."""
        if not ids:
            return
        question = NewLink(self._desk, ids[0], others=tuple(ids[1:]), in_pieces=self.pieces.run)
        question.closed.connect(self._strip.close_question)
        self._strip.ask(question, question)
        question.begin()

    def star(self, ids: Sequence[int]) -> None:
        """Star the items, or take the star off if all have one."""
        items = self._library.data.items.many(ids)
        on = not all(item.starred for item in items.values())
        self.pieces.run(
            "Star" if on else "Unstar", ids, lambda piece: cards.star_all(self._library, piece, on)
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

            self.pieces.run(f"Add to {kind}", ids, act)

        titles = [item.title for item in known.values()]
        words = words.format(len(ids))
        LineQuestion(self._strip, words, answer, known=titles, hint=hint).begin()
