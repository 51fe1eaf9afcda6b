"""Looks for words in a whole text by the words themselves, where no neighbour tells the place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from khiva_notes.model.anchors.words import Words

_LEAD = 16
"""Code points beside short words that are looked for together with them."""

_MOST = 50
_COMMON = 300
"""Times a word may occur and still tell a place."""

_STEP = 8
_TRIES = 3


class Search:
    """A new text that is searched for passages of an old one."""

    def __init__(self, new: Words) -> None:
        self._new = new

    def exactly(self, words: str, before: str, after: str, *, distinct: bool) -> Iterator[int]:
        """Give places where ``words`` stand; unless ``distinct``, where a side of them does too."""
        text = self._new.text
        if distinct:
            yield from occurrences(text, words)
            return
        if lead := before[-_LEAD:]:
            yield from (place + len(lead) for place in occurrences(text, lead + words))
        if trail := after[:_LEAD]:
            yield from occurrences(text, words + trail)

    def roughly(self, wanted: list[str]) -> Iterator[tuple[int, int]]:
        """Give the spans in which most of the rarer of these words stand in about their order."""
        votes: Counter[int] = Counter()
        for number, word in enumerate(wanted):
            places = self._places.get(word, ())
            if len(places) <= _COMMON:
                votes.update({(place - number) // _STEP for place in places})
        for step, count in votes.most_common(_TRIES):
            if count < 2:
                return
            first = max(0, (step - 1) * _STEP)
            last = min(len(self._new), (step + 2) * _STEP + len(wanted) + len(wanted) // 4)
            yield self._new.starts[first], self._new.ends[last - 1]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for number, word in enumerate(self._new.all):
            places.setdefault(word, []).append(number)
        return places


def occurrences(text: str, words: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Give the places where ``words`` stand in a part of ``text``, fifty at most."""
    end = len(text) if end is None else end
    for _ in range(_MOST):
        start = text.find(words, start, end)
        if start < 0:
            return
        yield start
        start += 1
