"""Finds the passages of a text in a corrected version of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from khiva_notes.model.anchors.comparison import Comparison, Sides
from khiva_notes.model.anchors.edges import carry
from khiva_notes.model.anchors.neighbours import Neighbours, Stretch
from khiva_notes.model.anchors.search import Search
from khiva_notes.model.anchors.words import Words
from khiva_notes.model.passages import CONTEXT

Fit = Literal["ok", "moved", "fuzzy"]

NEAR = 60.0
"""Least likeness (0-100) of words that stand between the same others as before."""

FAR = 75.0
"""Least likeness of words that are found by themselves."""

SURROUNDED = 70.0
"""Least likeness of what stands before or after, for words too few to be known by themselves."""

_LONG = 1_000
_END = 200
"""Code points: longer passages are found by so much of their beginning and end."""

_LARGEST = 10_000
"""Most code points of a stretch that is aligned letter by letter."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where a passage stands now, in code points, end exclusive.

    ``ok``: the same words where they were among the others; ``moved``: the same words, but
    elsewhere or among others; ``fuzzy``: words that are only like them.
    """

    start: int
    end: int
    status: Fit


class Correction:
    """An old text and the one that takes its place, prepared once for all passages.

    Two texts of a megabyte take about half a second; then a passage takes some hundredths of a
    millisecond where it is found, about one where it is not.
    """

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        self._head = _common(old, new, min(len(old), len(new)))
        rest = min(len(old), len(new)) - self._head
        self._tail = _common(old[::-1], new[::-1], rest)
        old_words, new_words = Words(old), Words(new)
        self._neighbours = Neighbours(old_words, new_words)
        self._compare = Comparison(old_words, new_words)
        self._search = Search(new_words)

    def find(self, start: int, end: int) -> Found | None:
        """Return where the words at ``start``-``end`` of the old text now stand, if anywhere.

        ValueError for an empty span or one outside the old text.
        """
        if not 0 <= start < end <= len(self._old):
            raise ValueError(f"no passage at {start}-{end} of {len(self._old)} characters")
        if end <= self._head:
            return Found(start, end, "ok")
        if start >= len(self._old) - self._tail:
            shift = len(self._new) - len(self._old)
            return Found(start + shift, end + shift, "ok")
        found = self._in_place(start, end)
        if found is not None:
            return found
        stretch = self._neighbours.between(start, end)
        if stretch is None:
            found = self._beside(start, end) or self._elsewhere(start, end, max)
        else:
            found = self._between(start, end, stretch) or self._elsewhere(start, end, min)
        return found or self._by_its_ends(start, end)

    def expected(self, place: int) -> int:
        """Return about where a place of the old text would be in the new one."""
        return self._neighbours.expected(place)

    def _in_place(self, start: int, end: int) -> Found | None:
        there = self._neighbours.same_words(start, end)
        if there is None or self._new[there : there + end - start] != self._old[start:end]:
            return None
        return self._same_words(start, end, there)

    def _between(self, start: int, end: int, stretch: Stretch) -> Found | None:
        exact = self._exact_in(start, end, stretch)
        if len(exact) == 1:
            return self._same_words(start, end, exact[0])
        span = self._carry(start, end, stretch)
        if exact:
            expected = span[0] if span else stretch.expected
            return self._same_words(start, end, min(exact, key=lambda at: abs(at - expected)))
        if span and self._compare.likeness(start, end, *span) >= NEAR:
            return Found(*span, "fuzzy")
        return None

    def _beside(self, start: int, end: int) -> Found | None:
        stretches = list(self._neighbours.beside(start, end))
        near = [
            (abs(at - stretch.expected), at)
            for stretch in stretches
            for at in self._exact_in(start, end, stretch)
        ]
        found = self._best_exact(start, end, [at for _, at in sorted(near)], max)
        return found or self._best_like(start, end, stretches)

    def _elsewhere(self, start: int, end: int, sides: Sides) -> Found | None:
        """Look in the whole text.

        Where the neighbours are still there and the words are not, words elsewhere that are just
        alike are others: then both sides of them must be like the old ones.
        """
        distinct = self._compare.is_distinct(start, end)
        before, after = self._compare.context(self._old, start, end)
        places = self._search.exactly(self._old[start:end], before, after, distinct=distinct)
        exact = [at for at in places if self._compare.keeps_edges(start, end, at)]
        found = self._best_exact(start, end, exact, sides)
        if found or not distinct:
            return found
        stretches = [
            Stretch(max(0, start - CONTEXT), end + CONTEXT, here, there, here)
            for here, there in self._search.roughly(self._compare.words(start, end))
        ]
        return self._best_like(start, end, stretches)

    def _by_its_ends(self, start: int, end: int) -> Found | None:
        """Find a long passage that has changed somewhere by how it begins and how it ends."""
        if end - start < _LONG:
            return None
        head, tail = self.find(start, start + _END), self.find(end - _END, end)
        if head is None or tail is None:
            return None
        length = tail.end - head.start
        if not (end - start) // 2 <= length <= 2 * (end - start):
            return None
        if self._compare.likeness(start, end, head.start, tail.end) < NEAR:
            return None
        return Found(head.start, tail.end, "fuzzy")

    def _best_exact(
        self, start: int, end: int, places: Iterable[int], sides: Sides
    ) -> Found | None:
        """Choose the place whose surroundings are most like the old ones, the first of equals.

        Where they are not, words count only if they are many and stand nowhere else.
        """
        length = end - start
        is_free = self._neighbours.is_free
        free = [at for at in places if is_free(start, end, at, at + length)]
        if not free:
            return None

        def around(at: int) -> float:
            return self._compare.around(start, end, at, at + length, sides)

        best = max(free, key=around)
        compare = self._compare
        if around(best) >= SURROUNDED or (
            compare.is_distinct(start, end) and compare.occurs_once(start, end)
        ):
            return self._same_words(start, end, best)
        return None

    def _best_like(self, start: int, end: int, stretches: list[Stretch]) -> Found | None:
        """Choose the words most like the old ones that are like enough, if any.

        The very same words were looked at before, and found to be others.
        """
        found = []
        distinct = self._compare.is_distinct(start, end)
        for stretch in stretches:
            span = self._carry(start, end, stretch)
            if span is None or not self._neighbours.is_free(start, end, *span):
                continue
            likeness = self._compare.likeness(start, end, *span)
            around = self._compare.around(start, end, *span)
            if FAR <= likeness < 100 and (distinct or around >= SURROUNDED):
                found.append((likeness + around, span))
        return Found(*max(found)[1], "fuzzy") if found else None

    def _exact_in(self, start: int, end: int, stretch: Stretch) -> list[int]:
        return list(self._compare.same_words(start, end, stretch.new_start, stretch.new_end))

    def _carry(self, start: int, end: int, stretch: Stretch) -> tuple[int, int] | None:
        old = self._old[stretch.old_start : stretch.old_end]
        new = self._new[stretch.new_start : stretch.new_end]
        if not new or max(len(old), len(new)) > _LARGEST:
            return None
        first, last = carry(old, start - stretch.old_start, end - stretch.old_start, new)
        if first == last:
            return None
        return stretch.new_start + first, stretch.new_start + last

    def _same_words(self, start: int, end: int, there: int) -> Found:
        """Return a place where the words are the same, as in place or moved."""
        new_end = there + end - start
        kept = self._neighbours.in_order(start, end, there, new_end) and (
            self._compare.is_distinct(start, end)
            or self._compare.around(start, end, there, new_end) >= SURROUNDED
        )
        return Found(there, new_end, "ok" if kept else "moved")


def _common(old: str, new: str, most: int) -> int:
    """Return how much of their beginning both texts share, ``most`` at most; found by halves."""
    length, step = 0, most
    while step:
        while length + step <= most and old[length : length + step] == new[length : length + step]:
            length += step
        step //= 2
    return length
