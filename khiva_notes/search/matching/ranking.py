"""Which of the found documents come first.

Each condition counts as one word of BM25 (Robertson & Zaragoza, "The Probabilistic Relevance
Framework", 2009), whatever number of written forms it took in. What stands in a title or a name
counts again, and an item whose whole name was asked for comes before everything else.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest, nsmallest
from itertools import chain
from operator import itemgetter

from khiva_notes.search.engine.snapshot import LiveSegment, Snapshot, length_of_code
from khiva_notes.search.matching.gather import Counts

_K1 = 1.2
_B = 0.75
TITLE_WEIGHT = 2.5
"""How much a word in a title counts on top of being in the document."""
_ROUNDING = 1e-9
"""So much may adding up in another order change a score."""
NAMED = 1000.0
"""What being called exactly what was asked for is worth: more than any sum of words."""

Scores = dict[int, float]
Numbers = Collection[int]


@dataclass(frozen=True, slots=True)
class Ranked:
    """One document and what it is worth, still by its place in the index."""

    score: float
    segment: LiveSegment
    number: int


@dataclass(frozen=True, slots=True)
class Contest:
    """The found documents of one segment, and what speaks for them.

    ``leaves`` are conditions with what each is worth, the same in every segment; ``bonus`` is
    what single documents get on top.
    """

    segment: LiveSegment
    numbers: Numbers
    leaves: Sequence[tuple[Counts, float]]
    bonus: Scores


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

    def best(self, contests: Sequence[Contest], wanted: int) -> list[Ranked]:
        """Give the ``wanted`` best, best first; ties in the order of the library.

        The conditions are added up one after the other, the weightiest first. A document that
        cannot come among the best any more, whatever is still to be added, is passed over
        (MaxScore: Turtle & Flood, "Query Evaluation: Strategies and Optimizations", 1995), so
        that "the" costs next to nothing beside "king". The outcome is that of adding up all.
        """
        if wanted <= 0:
            return []
        kept = [(contest, dict.fromkeys(contest.numbers, 0.0)) for contest in contests]
        for contest, scores in kept:
            for number in contest.bonus.keys() & scores.keys():
                scores[number] = contest.bonus[number]
        worths = [max(pair) for pair in zip(*map(_bounds, contests), strict=True)]
        left = math.fsum(worths)
        for leaf in sorted(range(len(worths)), key=lambda leaf: -worths[leaf]):
            kept = [
                (contest, self._add(scores, contest.segment, *contest.leaves[leaf]))
                for contest, scores in kept
            ]
            left -= worths[leaf]
            least = _least([scores for _, scores in kept], wanted) - left - _ROUNDING
            kept = [
                (contest, {n: score for n, score in scores.items() if score >= least})
                for contest, scores in kept
            ]
        return _first(kept, wanted)

    def _add(self, scores: Scores, segment: LiveSegment, counts: Counts, worth: float) -> Scores:
        """Add what one condition is worth in each document, by BM25."""
        norms = self._norms
        codes = segment.view.length_codes
        worth *= _K1 + 1
        if len(counts) > len(scores) // 2:
            get = counts.get
            return {
                number: score + worth * count / (count + norms[codes[number]])
                if (count := get(number))
                else score
                for number, score in scores.items()
            }
        for number, count in counts.items():
            if number in scores:
                scores[number] += worth * count / (count + norms[codes[number]])
        return scores


def _bounds(contest: Contest) -> list[float]:
    """Give what no document can get more of, for each condition: BM25 never reaches it."""
    return [worth * (_K1 + 1) if counts else 0.0 for counts, worth in contest.leaves]


def _least(parts: Sequence[Scores], wanted: int) -> float:
    """Give what the last of the ``wanted`` best has so far."""
    best = nlargest(wanted, chain.from_iterable(scores.values() for scores in parts))
    return best[-1] if len(best) == wanted else -math.inf


def _first(kept: Sequence[tuple[Contest, Scores]], wanted: int) -> list[Ranked]:
    """Choose the best by score, and among equals the first in the library."""
    least = _least([scores for _, scores in kept], wanted)
    ranked: list[tuple[tuple[float, int, int, int], Ranked]] = []
    for contest, scores in kept:
        segment = contest.segment
        equal = [number for number, score in scores.items() if score == least]
        numbers = [number for number, score in scores.items() if score > least]
        numbers += [place[-1] for place in nsmallest(wanted, _places(segment, equal))]
        for kind, item, start, number in _places(segment, numbers):
            score = scores[number]
            ranked.append(((-score, kind, item, start), Ranked(score, segment, number)))
    return [each for _, each in nsmallest(wanted, ranked, key=itemgetter(0))]


def _places(segment: LiveSegment, numbers: list[int]) -> Iterable[tuple[int, int, int, int]]:
    """Give kind, item, place in the text and number, the order in which equals are shown."""
    view = segment.view
    columns = (view.kinds, view.items, view.starts)
    return zip(*(map(column.__getitem__, numbers) for column in columns), numbers, strict=True)
