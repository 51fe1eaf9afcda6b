"""Finds the claims of a whole library that cannot both be true.

Claims are compared that are about the same event, or, where about no event, the same person,
place or group, and of the same aspect. What only differs in wording is left alone, and so is what
answers another question (see ``claims``): the finder is to be quiet.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from khiva_notes.model.conflicts.answers import Answer, answers, exclusions
from khiva_notes.model.conflicts.claims import ClaimStatement, same_question
from khiva_notes.model.conflicts.components import strong_components
from khiva_notes.model.conflicts.showing import says
from khiva_notes.model.conflicts.wording import counted, sentence

_STEP = 256


@dataclass(frozen=True, slots=True)
class ConflictPair:
    """Two claims by their keys that cannot both be true, and why in one sentence.

    ``sure`` is False where their words leave open whether they speak of the same step of an event.
    """

    first: str
    second: str
    why: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class ConflictGroup:
    """Claims on one subject and aspect of which each contradicts another, with every such pair."""

    subject: str
    aspect: str
    claims: tuple[ClaimStatement, ...]
    pairs: tuple[ConflictPair, ...]
    why: str

    @property
    def sure(self) -> bool:
        """Tell whether any of its contradictions is sure; the others come after these in a list."""
        return any(pair.sure for pair in self.pairs)


@dataclass(slots=True)
class Told:
    """Pairs not to be told: those dismissed by the reader and those told already."""

    dismissed: Collection[frozenset[str]] = frozenset()
    before: set[frozenset[str]] = field(default_factory=set)

    def is_new(self, pair: ConflictPair) -> bool:
        """Tell whether a pair is to be told, and note that it now is."""
        both = frozenset((pair.first, pair.second))
        if both in self.before or both in self.dismissed:
            return False
        self.before.add(both)
        return True


def find_conflicts(
    claims: Iterable[ClaimStatement],
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
    dismissed: Collection[frozenset[str]] = frozenset(),
) -> Iterator[ConflictGroup]:
    """Yield groups of claims that cannot all be true, as they are found.

    ``progress`` is told (done, total) in subjects, ``cancelled`` asked now and then: the search
    then ends. ``dismissed`` are pairs of claims' keys that the reader has called no conflict.
    """
    buckets = _buckets(claims, cancelled)
    told = Told(dismissed)
    for done, ((subject, aspect), members) in enumerate(buckets.items()):
        if done % _STEP == 0:
            progress(done, len(buckets))
            if cancelled():
                return
        if len(members) > 1:
            yield from _groups(subject, aspect, members, told, cancelled)
    progress(len(buckets), len(buckets))


def conflicts_on(
    subject: str,
    claims: Iterable[ClaimStatement],
    told: Told,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[ConflictGroup]:
    """Yield the conflicts among the claims on one subject, for who reads a library piecemeal.

    ``told`` is kept between subjects, since a claim may be about several.
    """
    for (about, aspect), members in _buckets(claims, cancelled).items():
        if about == subject and len(members) > 1:
            yield from _groups(subject, aspect, members, told, cancelled)


def _buckets(
    claims: Iterable[ClaimStatement], cancelled: Callable[[], bool]
) -> dict[tuple[str, str], list[ClaimStatement]]:
    found: dict[tuple[str, str], list[ClaimStatement]] = {}
    for number, claim in enumerate(claims):
        if number % _STEP == 0 and cancelled():
            return {}
        if claim.statement.stance in ("asserts", "denies"):
            aspect = " ".join(claim.aspect.casefold().split())
            for subject in dict.fromkeys(claim.subjects):
                found.setdefault((subject, aspect), []).append(claim)
    return found


def _groups(
    subject: str,
    aspect: str,
    members: Sequence[ClaimStatement],
    told: Told,
    cancelled: Callable[[], bool],
) -> Iterator[ConflictGroup]:
    """Put answers together that contradict one another, directly or through a third."""
    given = answers(members)
    reasons = exclusions(given, aspect, cancelled)
    graph: dict[int, list[int]] = {}
    for i, j in reasons:
        graph.setdefault(i, []).append(j)
        graph.setdefault(j, []).append(i)
    for knot in sorted(map(sorted, strong_components(graph))):
        pairs = [
            pair
            for (i, j), why in reasons.items()
            if i in knot
            for pair in _pairs(given[i], given[j], why)
            if told.is_new(pair)
        ]
        if pairs:
            yield _group(subject, aspect, [claim for i in knot for claim in given[i]], pairs)


def _pairs(one: Answer, other: Answer, why: str) -> Iterator[ConflictPair]:
    """Tell each two claims apart, since the words name who says what."""
    for a in one:
        for b in other:
            sure = same_question(a.topic, b.topic)
            if a.key != b.key and (sure or (a.events and b.events)):
                said = f"{says(a.statement)}, {says(b.statement)}: {why}"
                sure = sure or not a.topic or not b.topic
                yield ConflictPair(a.key, b.key, sentence(said), sure)


def _group(
    subject: str, aspect: str, claims: Sequence[ClaimStatement], pairs: Sequence[ConflictPair]
) -> ConflictGroup:
    involved = {key for pair in pairs for key in (pair.first, pair.second)}
    kept = tuple(claim for claim in claims if claim.key in involved)
    why = pairs[0].why
    if len(pairs) > 1:
        why = f"{why} {sentence(counted(len(pairs) - 1, 'further contradiction'))}"
    return ConflictGroup(subject, aspect, kept, tuple(pairs), why)
