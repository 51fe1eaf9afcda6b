"""A text as its words in order, each with its place, so that two versions can be compared."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import add

_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Kana and Han: they stand without spaces, so each character counts as a word."""

_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")


class Words:
    """The words of ``text`` with their first and last code points (ends exclusive)."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.all = _WORD.findall(text)
        self.starts = [match.start() for match in _WORD.finditer(text)]
        self.ends = list(map(add, self.starts, map(len, self.all)))

    def __len__(self) -> int:
        return len(self.all)

    def within(self, start: int, end: int) -> tuple[int, int]:
        """Return the numbers of the words that a span touches: the first, and one past the last."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)
