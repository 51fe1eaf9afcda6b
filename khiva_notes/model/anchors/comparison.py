"""How like a place of the new text is to a place of the old one, in its words and around them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from khiva_notes.model.anchors.edges import keeps_edges
from khiva_notes.model.anchors.search import occurrences
from khiva_notes.model.anchors.words import Words
from khiva_notes.model.passages import CONTEXT

DISTINCT = 4
"""Words that are known again wherever they stand."""

Sides = Callable[[Iterable[float]], float]
"""How the likenesses of what stands before and after become one: ``max`` or ``min``."""


class Comparison:
    """An old text beside a new one; spans are code points of either, ends exclusive."""

    def __init__(self, old: Words, new: Words) -> None:
        self._words = old
        self._old, self._new = old.text, new.text

    def words(self, start: int, end: int) -> list[str]:
        """Return the words of a span of the old text."""
        first, last = self._words.within(start, end)
        return self._words.all[first:last]

    def is_distinct(self, start: int, end: int) -> bool:
        """Tell whether a span of the old text has words enough to be known again by itself."""
        return len(self.words(start, end)) >= DISTINCT

    def occurs_once(self, start: int, end: int) -> bool:
        """Tell whether these words stand in both texts a single time."""
        words = self._old[start:end]
        return self._old.count(words) <= 1 and self._new.count(words) <= 1

    def same_words(self, start: int, end: int, new_start: int, new_end: int) -> Iterator[int]:
        """Give where in a stretch the very words stand, as whole words if they were."""
        places = occurrences(self._new, self._old[start:end], new_start, new_end)
        return (at for at in places if self.keeps_edges(start, end, at))

    def keeps_edges(self, start: int, end: int, at: int) -> bool:
        """Tell whether the same words at ``at`` are whole words there too, if they were."""
        return keeps_edges(self._old, start, end, self._new, at, at + end - start)

    def likeness(self, start: int, end: int, new_start: int, new_end: int) -> float:
        """Return how like the words are, 0 to 100: twice what is common over all (Indel)."""
        return _likeness(self._old[start:end], self._new[new_start:new_end])

    def around(
        self, start: int, end: int, new_start: int, new_end: int, sides: Sides = max
    ) -> float:
        """Return how like what stands before and after is, 0 to 100: by default the better one."""
        return sides(
            _likeness(one, other) if one and other else (100.0 if one == other else 0.0)
            for one, other in zip(
                self.context(self._old, start, end),
                self.context(self._new, new_start, new_end),
                strict=True,
            )
        )

    @staticmethod
    def context(text: str, start: int, end: int) -> tuple[str, str]:
        """Return what stands before and after a span."""
        return text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]


def _likeness(one: str, other: str) -> float:
    from rapidfuzz import fuzz  # loads slowly

    return float(fuzz.ratio(one, other))
