"""One search from the tree of conditions to the hits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Set
from dataclasses import dataclass, replace

from khiva_notes.search.documents import KINDS
from khiva_notes.search.engine.snapshot import LiveSegment, Snapshot
from khiva_notes.search.layout import TITLE, WORDS
from khiva_notes.search.matching.evaluate import Found, evaluate, scored_leaves
from khiva_notes.search.matching.facets import count_facets
from khiva_notes.search.matching.gather import Counts
from khiva_notes.search.matching.leaves import LeafReader
from khiva_notes.search.matching.marks import Marks
from khiva_notes.search.matching.proper import ProperNames
from khiva_notes.search.matching.ranking import (
    NAMED,
    TITLE_WEIGHT,
    Contest,
    Ranked,
    Ranking,
    Scores,
)
from khiva_notes.search.matching.suggesting import replace_words, respell
from khiva_notes.search.matching.synonyms import NameBook
from khiva_notes.search.query import tree
from khiva_notes.search.query.parser import ParsedQuery
from khiva_notes.search.results import Facets, Hit, Results, SearchCancelled
from khiva_notes.search.words import WORD

FoundThere = tuple[LiveSegment, Set[int], Found]
"""A segment, the documents that were found there, and what each condition found."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which of the hits to give back; see ``SearchIndex.search``."""

    limit: int = 20
    offset: int = 0
    kinds: frozenset[str] | None = None
    per_kind: int | None = None


class Searcher:
    """Searches one state of the index, from any thread."""

    def __init__(self, snapshot: Snapshot) -> None:
        """Get ready; what is learnt about the library's names is kept for the next search."""
        self.snapshot = snapshot
        self._ranking = Ranking(snapshot)
        self._proper = ProperNames(snapshot)
        self._names = NameBook(snapshot)

    def search(
        self,
        query: ParsedQuery,
        wanted: Wanted,
        cancelled: Callable[[], bool] | None = None,
    ) -> Results:
        """Find what ``query`` asks for."""
        if query.tree is None:
            return Results()
        check = _checker(cancelled)
        marks = Marks()
        leaves = LeafReader(self._proper, marks, check)
        node = self._names.widen(query.tree)
        found = self._evaluate(node, leaves)
        by_kind = _count_kinds(found)
        hits = [
            (segment, _only_kinds(segment, numbers, wanted.kinds), counts)
            for segment, numbers, counts in found
        ]
        check()
        contests = self._contests(node, hits, leaves, query.words)
        check()
        return Results(
            total=sum(len(numbers) for _, numbers, _ in hits),
            hits=tuple(_hit(ranked) for ranked in self._choose(contests, wanted)),
            by_kind=by_kind,
            suggestion="" if by_kind else self._suggest(query, found),
            highlight=marks.finish(),
        )

    def facets(
        self, query: ParsedQuery, wanted: Wanted, cancelled: Callable[[], bool] | None = None
    ) -> Facets:
        """Count what the hits of ``query`` of the kinds wanted have in common."""
        if query.tree is None:
            return Facets()
        leaves = LeafReader(self._proper, Marks(), _checker(cancelled))
        found = self._evaluate(self._names.widen(query.tree), leaves)
        hits = [(segment, _only_kinds(segment, n, wanted.kinds)) for segment, n, _ in found]
        return count_facets(hits, wanted.limit)

    def _evaluate(self, node: tree.Node, leaves: LeafReader) -> list[FoundThere]:
        found = []
        for segment in self.snapshot.segments:
            counts: Found = {}
            found.append((segment, evaluate(node, segment, leaves, counts), counts))
        return found

    def _contests(
        self, node: tree.Node, hits: list[FoundThere], leaves: LeafReader, words: str
    ) -> list[Contest]:
        """Put together what speaks for each of the documents found."""
        text = [
            leaf for leaf in scored_leaves(node) if isinstance(leaf, tree.TextLeaf | tree.Names)
        ]
        worth: dict[tree.Node, float] = {}
        for leaf in dict.fromkeys(text):
            documents = sum(len(counts.get(leaf, ())) for _, _, counts in hits)
            worth[leaf] = self._ranking.rarity(documents)
        named: dict[int, Scores] = {}
        for order, number in self._names.find(words).places if words else ():
            named.setdefault(order, {})[number] = NAMED
        contests = []
        for order, (segment, numbers, counts) in enumerate(hits):
            parts: list[tuple[Counts, float]] = []
            for leaf in text:
                parts.append((counts.get(leaf, {}), worth[leaf]))
                if not isinstance(leaf, tree.Names) and leaf.field == WORDS:
                    title = replace(leaf, field=TITLE)
                    if title not in counts:
                        counts[title] = leaves.read(title, segment)
                    parts.append((counts[title], worth[leaf] * TITLE_WEIGHT))
            contests.append(Contest(segment, numbers, parts, named.get(order, {})))
        return contests

    def _choose(self, contests: list[Contest], wanted: Wanted) -> list[Ranked]:
        if wanted.per_kind is None:
            best = self._ranking.best(contests, wanted.offset + wanted.limit)
            return best[wanted.offset :]
        groups: dict[int, list[Contest]] = {}
        for contest in contests:
            for kind, numbers in _by_kind(contest).items():
                groups.setdefault(kind, []).append(replace(contest, numbers=numbers))
        return [
            ranked
            for kind in sorted(groups)
            for ranked in self._ranking.best(groups[kind], wanted.per_kind)
        ]

    def _suggest(self, query: ParsedQuery, found: list[FoundThere]) -> str:
        """Respell the words that stand nowhere, as if they had been typed right."""
        missing = {
            leaf.text
            for leaf in scored_leaves(query.tree or tree.All())
            if isinstance(leaf, tree.Word) and not any(counts.get(leaf) for _, _, counts in found)
        }
        words: dict[str, str] = {}
        for text in missing:
            for written in WORD.findall(text):
                words[written] = respell(written, self.snapshot, self._proper) or written
        respelt = replace_words(query.text, words)
        return "" if respelt == query.text else respelt


def _checker(cancelled: Callable[[], bool] | None) -> Callable[[], None]:
    def check() -> None:
        if cancelled is not None and cancelled():
            raise SearchCancelled

    return check


def _count_kinds(found: list[FoundThere]) -> dict[str, int]:
    counts: Counter[int] = Counter()
    for segment, numbers, _ in found:
        counts.update(map(segment.view.kinds.__getitem__, numbers))
    return {KINDS[code]: counts[code] for code in sorted(counts) if code < len(KINDS)}


def _only_kinds(segment: LiveSegment, numbers: Set[int], kinds: Collection[str] | None) -> Set[int]:
    if kinds is None:
        return numbers
    codes = {KINDS.index(kind) for kind in kinds if kind in KINDS}
    of = segment.view.kinds
    return {number for number in numbers if of[number] in codes}


def _by_kind(contest: Contest) -> dict[int, Collection[int]]:
    kinds = contest.segment.view.kinds
    present = set(map(kinds.__getitem__, contest.numbers))
    if len(present) < 2:
        return dict.fromkeys(present, contest.numbers)
    groups: dict[int, list[int]] = {kind: [] for kind in present}
    for number in contest.numbers:
        groups[kinds[number]].append(number)
    return dict(groups)


def _hit(ranked: Ranked) -> Hit:
    records = ranked.segment.files.records
    uid, kind, title, _ = records.label(ranked.number)
    start, end = records.span(ranked.number)
    item = ranked.segment.view.items[ranked.number]
    return Hit(uid, item, kind, title, start, end, ranked.score)
