"""Cards that are probably one and the same, found by their names and told with the evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from khiva_notes.model.items import Item, Name
from khiva_notes.model.names import fold_tokens, same_person_likely, skeleton
from khiva_notes.services.evidence import Evidence, read_evidence
from khiva_notes.services.library import Library
from khiva_notes.store.repositories import Repositories
from khiva_notes.store.store import Reader

_REFUSED = "double"
_QUOTES = 3
"""Passages shown of each card."""
_CROWD = 120
"""Cards that share the beginning of a name beyond which that tells nothing."""
_MOST = 200


@dataclass(frozen=True, slots=True)
class Side:
    """One card of a pair: its forms, its first passages, and how many there are."""

    item: Item
    forms: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    passages: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two cards of a kind that may be one; ``score`` is 0 to 100, ``reasons`` are short phrases."""

    one: Side
    other: Side
    score: float
    reasons: tuple[str, ...]


def read_doubles(
    path: Path, kind: str, cancelled: Callable[[], bool] = lambda: False
) -> tuple[Pair, ...]:
    """Read the likeliest pairs of a named kind on a connection of its own, the likeliest first.

    Pairs that were refused are left out. The first of a pair is the one with more passages.
    """
    reader = Reader(path)
    try:
        with reader.moment() as data:
            items = {item.id: item for item in data.items.all(kind)}
            names = data.names.of_many(list(items))
            found = []
            for one, other in _candidates(names, items):
                if cancelled():
                    return ()
                alike = same_person_likely(_forms(names[one]), _forms(names[other]))
                if alike is not None and not _refused(data, items[one], items[other]):
                    found.append((alike, one, other))
            found.sort(key=lambda each: (-each[0].score, each[1], each[2]))
            return tuple(
                _pair(data, items, names, one, other, alike.score, alike.reasons)
                for alike, one, other in found[:_MOST]
            )
    finally:
        reader.close()


def refuse(library: Library, one_id: int, other_id: int) -> None:
    """Note that two cards are not the same, so that they are not suggested again."""
    first, second = sorted((one_id, other_id))
    with library.change("Keep apart") as data:
        data.refusals.add(first, _REFUSED, data.items.get(second).key)


def _candidates(
    names: Mapping[int, Sequence[Name]], items: Mapping[int, Item]
) -> Iterator[tuple[int, int]]:
    """Yield pairs that share the consonants with which some word of their names begins."""
    blocks: dict[str, set[int]] = defaultdict(set)
    for item_id in items:
        for name in names.get(item_id, ()):
            for token in fold_tokens(name.text):
                blocks[skeleton(token)[:3] or token[:3]].add(item_id)
    pairs = {
        pair
        for block in blocks.values()
        if len(block) <= _CROWD
        for pair in combinations(sorted(block), 2)
    }
    yield from sorted(pairs)


def _refused(data: Repositories, one: Item, other: Item) -> bool:
    first, second = sorted((one, other), key=lambda item: item.id)
    return (_REFUSED, second.key) in data.refusals.of(first.id)


def _pair(
    data: Repositories,
    items: Mapping[int, Item],
    names: Mapping[int, Sequence[Name]],
    one: int,
    other: int,
    score: float,
    reasons: tuple[str, ...],
) -> Pair:
    sides = [_side(data, items[number], names[number]) for number in (one, other)]
    sides.sort(key=lambda side: -side.passages)
    return Pair(sides[0], sides[1], score, reasons)


def _side(data: Repositories, item: Item, names: Sequence[Name]) -> Side:
    passages = data.passages.of(item.id)
    evidence = read_evidence(data, passages[:_QUOTES])
    return Side(item, _forms(names), tuple(evidence), len(passages))


def _forms(names: Sequence[Name]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.text for name in names))
