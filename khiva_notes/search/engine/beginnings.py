"""What ``e*`` finds, added up once for each short beginning instead of at every search."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterator

_LONGEST = 2
_FEWEST = 4000
"""Postings below which adding them up takes no time worth saving."""


class Beginnings:
    """Counts, while the words of a section go by in order, the documents under each beginning."""

    def __init__(self) -> None:
        """Begin with no word."""
        self._open: list[tuple[str, array[int]]] = []
        self._done: list[tuple[str, Counter[int]]] = []

    def add(self, word: str, documents: Collection[int]) -> None:
        """Take one list of documents of ``word``."""
        while self._open and not word.startswith(self._open[-1][0]):
            self._close()
        for length in range(len(self._open) + 1, min(_LONGEST, len(word)) + 1):
            self._open.append((word[:length], array("I")))
        for _, taken in self._open:
            taken.extend(documents)

    def _close(self) -> None:
        begun, taken = self._open.pop()
        if len(taken) >= _FEWEST:
            self._done.append((begun, Counter(taken)))

    def finish(self) -> Iterator[tuple[str, Counter[int]]]:
        """Yield each beginning, in order, with how many lists each document is in."""
        while self._open:
            self._close()
        yield from sorted(self._done, key=lambda each: each[0])
