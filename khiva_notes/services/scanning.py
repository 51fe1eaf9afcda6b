"""Many short texts as one long string, because that is what Python scans fastest."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate


def folded(text: str) -> str:
    """Return a text as one compares it while typing: without case, accents and double blanks."""
    text = " ".join(text.split())
    if not text.isascii():
        decomposed = unicodedata.normalize("NFD", text)
        text = "".join(c for c in decomposed if not unicodedata.combining(c))
    return text.casefold()


class Scan:
    """Finds which of many lines hold some characters: 30,000 short lines in under a millisecond.

    Each line stands between line feeds with a space before its first word, so that ``\\n word``
    begins a line and `` word`` begins a word. Lines hold no line feed themselves.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self._text = "\n" + "".join(f" {line}\n" for line in lines)
        self._starts = list(accumulate((len(line) + 2 for line in lines), initial=0))

    def places(self, needle: str) -> list[int]:
        """Return the numbers of the lines that hold ``needle``, ascending, each once."""
        text, starts, find = self._text, self._starts, self._text.find
        found = []
        at = find(needle)
        last = len(starts) - 1
        while at >= 0:
            line = min(bisect_right(starts, at) - 1, last - 1)
            found.append(line)
            at = find(needle, starts[line + 1], len(text))
        return found

    def holding_all(self, needles: Sequence[str]) -> list[int]:
        """Return the numbers of the lines that hold every one of ``needles``."""
        longest = max(needles, key=len)
        found = self.places(longest)
        rest = [needle for needle in needles if needle != longest]
        if not rest:
            return found
        text, starts = self._text, self._starts
        return [
            line
            for line in found
            if all(text.find(needle, starts[line], starts[line + 1]) >= 0 for needle in rest)
        ]
