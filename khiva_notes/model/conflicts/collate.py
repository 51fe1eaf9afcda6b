"""The differing words of two texts that are nearly the same: copies, and translations of one text.

Word by word, two independent accounts would align "of", "the" and noise; so such a comparison is
offered only where ``near_identical`` says yes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

NEAR = 0.45
"""Least similarity of near-identical texts. Of 60,000 pairs of paragraphs by two authors none
reaches .30, of 40,000 by one author none that is not a repetition .35; copies with half of their
words changed stay above .49 (see ``benchmarks/conflicts.py``)."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SHORT = 6
"""Texts of fewer words than this are phrases, in which a chance likeness proves nothing."""

Change = Literal["same", "replaced", "added", "left out"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of words in both texts as code-point spans (end exclusive), and how they stand.

    "added" words are only in the second text, "left out" only in the first; the other span is
    then empty, at the place where they would stand.
    """

    change: Change
    a_start: int
    a_end: int
    b_start: int
    b_end: int


def near_identical(a: str, b: str) -> bool:
    """Tell whether two texts are so alike that their differing words are worth marking."""
    words_a, words_b = _folded(a), _folded(b)
    if min(len(words_a), len(words_b)) < _SHORT:
        return words_a == words_b and bool(words_a)
    return similarity(a, b) >= NEAR


def similarity(a: str, b: str) -> float:
    """Give the share of words two texts have in common in one order, from 0 to 1.

    Measure: twice the longest common subsequence over the sum of the lengths (normalised Indel).
    """
    from rapidfuzz.distance import Indel  # loads slowly

    return float(Indel.normalized_similarity(_folded(a), _folded(b)))


def collate(a: str, b: str) -> tuple[Stretch, ...]:
    """Align two texts word by word; case and punctuation make no difference.

    Gives () for texts that are not near-identical.
    """
    if not near_identical(a, b):
        return ()
    from rapidfuzz.distance import Levenshtein  # loads slowly

    spans_a = [match.span() for match in _WORD.finditer(a)]
    spans_b = [match.span() for match in _WORD.finditer(b)]
    names: dict[str, Change] = {
        "equal": "same",
        "replace": "replaced",
        "insert": "added",
        "delete": "left out",
    }
    found: list[Stretch] = []
    for each in Levenshtein.opcodes(_folded(a), _folded(b)):
        stretch = Stretch(
            names[each.tag],
            *_span(spans_a, each.src_start, each.src_end),
            *_span(spans_b, each.dest_start, each.dest_end),
        )
        found.append(stretch)
    return tuple(found)


def _folded(text: str) -> list[str]:
    return [match[0].casefold().replace("’", "'") for match in _WORD.finditer(text)]


def _span(words: list[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """Turn a range of words into one of characters; an empty one stands before its next word."""
    if start < end:
        return words[start][0], words[end - 1][1]
    if start < len(words):
        return words[start][0], words[start][0]
    place = words[-1][1] if words else 0
    return place, place
