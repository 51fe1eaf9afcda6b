"""What the open text holds, kept abreast of the library step by step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from khiva_notes.gui.reader.loading import LoadedText
from khiva_notes.gui.reader.spans import Span, span_of
from khiva_notes.model.changes import ChangeSet, Touch
from khiva_notes.model.passages import CitationMark, Passage
from khiva_notes.services.library import Library
from khiva_notes.services.reading import CardBrief, briefs, work_titles

_UNSEEN = frozenset({"essay_parts"})
"""Parts of a card that a text does not show: where in an essay the card stands."""


@dataclass
class Refreshed:
    """What a step has changed: blocks to tint anew, cards, marks, what was read, or the text."""

    blocks: set[int] = field(default_factory=set)
    cards: bool = False
    marks: bool = False
    text: bool = False
    read: bool = False


class Contents:
    """The passages, cards and citation marks of one text."""

    def __init__(self, loaded: LoadedText) -> None:
        read = loaded.text
        self.source = read.source
        self.version_id = read.version.id
        self.body = read.body
        self.offsets = read.offsets
        self.spans = loaded.spans
        self.cards: dict[int, CardBrief] = dict(read.cards)
        self.marks: tuple[CitationMark, ...] = read.marks
        self.works: dict[int, str] = dict(read.works)

    def card(self, card_id: int) -> CardBrief | None:
        """Return a card that has a passage here."""
        return self.cards.get(card_id)

    def refresh(self, library: Library, change: ChangeSet) -> Refreshed:
        """Take over what a step has changed, reading just what it touched."""
        done = Refreshed()
        for touch in change.touched:
            if touch.item_id == self.source.id:
                self._refresh_source(library, touch, done)
        concerned = set(self._concerned(library, change))
        if concerned:
            self._refresh_cards(library, concerned, done)
        return done

    def _concerned(self, library: Library, change: ChangeSet) -> Iterable[int]:
        for touch in change.touched:
            shown = touch.item_id in self.cards and touch.parts - _UNSEEN
            if shown or touch.parts & {"passages", "items.trashed"}:
                yield touch.item_id
            if touch.retitled:
                for link in library.data.links.to(touch.item_id):
                    if link.type == "speaker" and link.from_id in self.cards:
                        yield link.from_id

    def _refresh_source(self, library: Library, touch: Touch, done: Refreshed) -> None:
        if touch.verb == "removed":
            return
        self.source = library.data.items.get(self.source.id)
        if "text_versions" in touch.parts:
            current = library.data.texts.current(self.source.id)
            done.text = current is None or current.id != self.version_id
        if "citation_marks" in touch.parts:
            self.marks = tuple(library.data.citations.in_version(self.version_id))
            self.works = work_titles(library.data, self.marks)
            done.marks = True
        done.read = "read_spans" in touch.parts
        if "passages" in touch.parts:
            self._put(0, library.data.passages.highlights(self.version_id), done)

    def _refresh_cards(self, library: Library, ids: set[int], done: Refreshed) -> None:
        found = briefs(library.data, ids)
        passages = library.data.passages.of_many(found)
        for item_id in ids:
            here = [p for p in passages.get(item_id, ()) if p.version_id == self.version_id]
            if item_id in found and here:
                done.cards |= self.cards.get(item_id) != found[item_id]
                self.cards[item_id] = found[item_id]
            elif self.cards.pop(item_id, None) is not None:
                done.cards = True
            self._put(item_id, here, done)

    def _put(self, card: int, passages: Iterable[Passage], done: Refreshed) -> None:
        brief = self.cards.get(card)
        kind = brief.kind if brief else "highlight"
        wanted: dict[int, Span] = {
            passage.id: span_of(passage, kind, self.offsets)
            for passage in passages
            if passage.status != "orphan"
        }
        for old in self.spans.of_card(card):
            if old.passage not in wanted:
                done.blocks |= self.spans.drop(old.passage)
        for span in wanted.values():
            if self.spans.get(span.passage) != span:
                done.blocks |= self.spans.put(span)
        done.cards |= bool(done.blocks)
