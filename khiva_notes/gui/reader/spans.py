"""Passages and marks as spans of the shown text, found by the paragraphs they run through."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from khiva_notes.model.offsets import Utf16
from khiva_notes.model.passages import Passage


class Span(NamedTuple):
    """A passage as shown: ``start`` and ``end`` in UTF-16 units, ``card`` 0 for a highlight."""

    start: int
    end: int
    passage: int
    card: int
    kind: str

    @property
    def order(self) -> tuple[int, int, int]:
        """The reading order, the longer first where several begin."""
        return (self.start, -self.end, self.passage)


@dataclass(frozen=True, slots=True)
class Lines:
    """Where each block of the text begins, in UTF-16 units."""

    starts: Sequence[int]

    def at(self, position: int) -> int:
        """Return the number of the block that a position is in."""
        return max(0, bisect_right(self.starts, position) - 1)

    def through(self, start: int, end: int) -> range:
        """Return the numbers of the blocks that a span runs through."""
        return range(self.at(start), self.at(max(start, end - 1)) + 1)


class SpanIndex:
    """Spans by block, kept in reading order."""

    def __init__(self, lines: Lines, spans: Iterable[Span] = ()) -> None:
        self.lines = lines
        self._by_block: dict[int, list[Span]] = {}
        self._by_passage: dict[int, Span] = {}
        self._by_card: dict[int, set[int]] = {}
        self._reach: dict[int, tuple[int, int]] = {}
        for span in sorted(spans, key=_order):
            self._by_passage[span.passage] = span
            self._by_card.setdefault(span.card, set()).add(span.passage)
            for number in lines.through(span.start, span.end):
                self._by_block.setdefault(number, []).append(span)

    def __len__(self) -> int:
        return len(self._by_passage)

    def all(self) -> list[Span]:
        """Return every span in reading order."""
        return sorted(self._by_passage.values(), key=_order)

    def get(self, passage: int) -> Span | None:
        """Return the span of a passage, if it is shown."""
        return self._by_passage.get(passage)

    def of_card(self, card: int) -> list[Span]:
        """Return a card's spans in reading order."""
        found = self._by_card.get(card, ())
        return sorted((self._by_passage[passage] for passage in found), key=_order)

    def reach(self, card: int) -> tuple[int, int]:
        """Return where a card's first passage begins and its last one ends; (0, 0) without any."""
        known = self._reach.get(card)
        if known is None:
            spans = [self._by_passage[passage] for passage in self._by_card.get(card, ())]
            starts, ends = [span.start for span in spans], [span.end for span in spans]
            known = self._reach[card] = (min(starts, default=0), max(ends, default=0))
        return known

    def kind(self, card: int) -> str:
        """Return the kind of a card that has a passage here."""
        passages = self._by_card.get(card)
        return self._by_passage[next(iter(passages))].kind if passages else ""

    def count(self, card: int) -> int:
        """Return how many passages a card has in this text."""
        return len(self._by_card.get(card, ()))

    def cards(self) -> Iterable[int]:
        """Return the cards that have a passage here."""
        return [card for card, passages in self._by_card.items() if card and passages]

    def in_block(self, number: int) -> Sequence[Span]:
        """Return the spans that run through a block, in reading order."""
        return self._by_block.get(number, ())

    def at(self, position: int) -> list[Span]:
        """Return the spans that cover the character at a position, the shortest first."""
        found = [
            span
            for span in self.in_block(self.lines.at(position))
            if span.start <= position < span.end
        ]
        return sorted(found, key=lambda span: (span.end - span.start, -span.start, span.passage))

    def put(self, span: Span) -> set[int]:
        """Add a span, or give one other edges; return the blocks that look different."""
        touched = self.drop(span.passage)
        self._by_passage[span.passage] = span
        self._by_card.setdefault(span.card, set()).add(span.passage)
        self._reach.pop(span.card, None)
        for number in self.lines.through(span.start, span.end):
            spans = self._by_block.setdefault(number, [])
            spans.append(span)
            spans.sort(key=_order)
            touched.add(number)
        return touched

    def drop(self, passage: int) -> set[int]:
        """Take a span away; return the blocks that look different."""
        span = self._by_passage.pop(passage, None)
        if span is None:
            return set()
        self._by_card[span.card].discard(passage)
        self._reach.pop(span.card, None)
        touched = set(self.lines.through(span.start, span.end))
        for number in touched:
            self._by_block[number] = [s for s in self._by_block[number] if s.passage != passage]
        return touched


def span_of(passage: Passage, kind: str, offsets: Utf16) -> Span:
    """Return a passage as it is shown."""
    return Span(
        offsets.to_qt(passage.start),
        offsets.to_qt(passage.end),
        passage.id,
        passage.item_id or 0,
        kind,
    )


def _order(span: Span) -> tuple[int, int, int]:
    return span.order
