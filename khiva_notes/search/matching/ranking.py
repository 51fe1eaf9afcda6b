"""Which of the found documents come first.

Each condition counts as one word of BM25 (Robertson & Zaragoza, "The Probabilistic Relevance
Framework", 2009), whatever number of written forms it took in. What stands in a title or a name
counts again, and an item whose whole name was asked for comes before everything else.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Set
from dataclasses import dataclass
from heapq import nlargest, nsmallest

from khiva_notes.search.engine.snapshot import LiveSegment, Snapshot, length_of_code
from khiva_notes.search.matching.evaluate import Found
from khiva_notes.search.query.tree import Node

_K1 = 1.2
_B = 0.75
TITLE_WEIGHT = 2.5
"""How much a word in a title counts on top of being in the document."""
NAMED = 1000.0
"""What being called exactly what was asked for is worth: more than any sum of words."""

Scores = dict[int, float]


@dataclass(frozen=True, slots=True)
class Ranked:
    """One document and what it is worth, still by its place in the index."""

    score: float
    segment: LiveSegment
    number: int


class Ranking:
    """Scores documents of one state of the index."""

    def __init__(self, snapshot: Snapshot) -> None:
        """Take the numbers of documents and words from ``snapshot``."""
        self._documents = snapshot.documents
        mean = snapshot.mean_length
        self._norms = [_K1 * (1 - _B + _B * length_of_code(code) / mean) for code in range(256)]

    def rarity(self, documents: int) -> float:
        """Give what a condition that so many documents meet is worth; never negative."""
        return math.log(1 + (self._documents - documents + 0.5) / (documents + 0.5))

    def score(
        self,
        hits: Set[int],
        segment: LiveSegment,
        leaves: Iterable[tuple[Found, Node, float]],
    ) -> Scores:
        """Score ``hits`` by what the leaves found there; each leaf comes with its worth."""
        norms = self._norms
        codes = segment.view.length_codes
        scores: Scores = dict.fromkeys(hits, 0.0)
        for found, leaf, worth in leaves:
            worth *= _K1 + 1
            counts = found[leaf]
            if len(counts) > 4 * len(hits):
                shared = [(number, counts[number]) for number in hits if number in counts]
            else:
                shared = [pair for pair in counts.items() if pair[0] in scores]
            for number, count in shared:
                scores[number] += worth * count / (count + norms[codes[number]])
        return scores


def best(scored: Collection[tuple[LiveSegment, Scores]], wanted: int) -> list[Ranked]:
    """Give the ``wanted`` best, best first; ties in the order of the library, not of the index."""
    pool = [score for _, scores in scored for score in scores.values()]
    if not pool or wanted <= 0:
        return []
    least = nlargest(wanted, pool)[-1]
    candidates = [
        Ranked(score, segment, number)
        for segment, scores in scored
        for number, score in scores.items()
        if score >= least
    ]
    return nsmallest(wanted, candidates, key=_place)


def _place(ranked: Ranked) -> tuple[float, int, int, int]:
    view = ranked.segment.view
    return (
        -ranked.score,
        view.kinds[ranked.number],
        view.items[ranked.number],
        view.files.records.span(ranked.number)[0],
    )
