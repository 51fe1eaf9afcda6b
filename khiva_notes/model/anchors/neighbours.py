"""Where a passage must be by what stands beside it: parts of both texts that belong together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from khiva_notes.model.anchors.alignment import Alignment
from khiva_notes.model.anchors.words import Words
from khiva_notes.model.passages import CONTEXT

_ROOM = 60
"""Words that may have come between two neighbours beyond three times those that were there."""

_FARTHEST = 6_000
"""Code points from a passage to the next word known again, beyond which it says nothing."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A span of the old text and the span of the new one that stands for it.

    ``expected`` is about where the passage in it begins in the new text.
    """

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    expected: int


class Neighbours:
    """Knows for every place of an old text the nearest words that stand in the new one too."""

    def __init__(self, old: Words, new: Words) -> None:
        self._old, self._new = old, new
        self._alignment = Alignment(old.all, new.all)
        partner, in_order = self._alignment.partner, self._alignment.in_order
        self._known = [word for word, there in enumerate(partner) if there >= 0]
        self._fixed = [word for word in self._known if in_order[word]]

    def same_words(self, start: int, end: int) -> int | None:
        """Return where the very words of a span stand now, if each of them is known again there.

        The place is that of the span's first code point; what is between the words may differ.
        """
        first, last = self._old.within(start, end)
        partner = self._alignment.partner
        there = partner[first] if first < last else -1
        if there < 0 or partner[first:last] != list(range(there, there + last - first)):
            return None
        return self._new.starts[there] + start - self._old.starts[first]

    def in_order(self, start: int, end: int, new_start: int, new_end: int) -> bool:
        """Tell whether a span and its new place stand between the same unmoved words."""
        first, last = self._old.within(start, end)
        before = bisect_left(self._fixed, first) - 1
        after = bisect_left(self._fixed, last)
        partner = self._alignment.partner
        if before >= 0 and self._new.ends[partner[self._fixed[before]]] > new_start:
            return False
        return after >= len(self._fixed) or self._new.starts[partner[self._fixed[after]]] >= new_end

    def is_free(self, start: int, end: int, new_start: int, new_end: int) -> bool:
        """Tell whether a place may be a span's: most of its words are not known to be others."""
        first, last = self._old.within(start, end)
        new_first, new_last = self._new.within(new_start, new_end)
        owners = self._alignment.owner[new_first:new_last]
        others = sum(owner >= 0 and not first <= owner < last for owner in owners)
        return 2 * others <= len(owners)

    def between(self, start: int, end: int) -> Stretch | None:
        """Return what is between the nearest known words on both sides, if these belong together.

        They do not where a block was moved, put in or taken out just there.
        """
        before, after = self._sides(start, end)
        left = self._alignment.partner[before] if before is not None else -1
        right = len(self._new) if after is None else self._alignment.partner[after]
        words = (len(self._old) if after is None else after) - (-1 if before is None else before)
        if not left < right <= left + 3 * words + _ROOM:
            return None
        old_start = 0 if before is None else self._old.ends[before]
        new_start = 0 if before is None else self._new.ends[left]
        old_end = len(self._old.text) if after is None else self._old.starts[after]
        new_end = len(self._new.text) if after is None else self._new.starts[right]
        expected = min(new_end, new_start + max(0, start - old_start))
        return Stretch(old_start, old_end, new_start, new_end, expected)

    def beside(self, start: int, end: int) -> Iterator[Stretch]:
        """Give the surroundings of the places where single known words expect the passage to be.

        These are the words next to it, and the first and last known ones in it.
        """
        first, last = self._old.within(start, end)
        inside = self._known[bisect_left(self._known, first) : bisect_left(self._known, last)]
        for word in (*self._sides(start, end), *inside[:1], *inside[-1:]):
            if word is None:
                continue
            shift = self._new.starts[self._alignment.partner[word]] - self._old.starts[word]
            away = max(0, start - self._old.ends[word], self._old.starts[word] - end)
            if away <= _FARTHEST:
                yield self._round(start, end, start + shift, CONTEXT + away // 8)

    def expected(self, place: int) -> int:
        """Return about where a place of the old text would be in the new one."""
        sides = [word for word in self._sides(place, place) if word is not None]
        if not sides:
            return min(place, len(self._new.text))
        near = min(sides, key=lambda word: abs(self._old.starts[word] - place))
        shift = self._new.starts[self._alignment.partner[near]] - self._old.starts[near]
        return max(0, min(place + shift, len(self._new.text)))

    def _round(self, start: int, end: int, expected: int, slack: int) -> Stretch:
        length = end - start
        return Stretch(
            max(0, start - CONTEXT),
            min(len(self._old.text), end + CONTEXT),
            max(0, min(expected - slack, len(self._new.text))),
            max(0, min(expected + length + length // 4 + slack, len(self._new.text))),
            max(0, expected),
        )

    def _sides(self, start: int, end: int) -> tuple[int | None, int | None]:
        first, last = self._old.within(start, end)
        before = bisect_left(self._known, first) - 1
        after = bisect_left(self._known, max(first, last))
        return (
            self._known[before] if before >= 0 else None,
            self._known[after] if after < len(self._known) else None,
        )
