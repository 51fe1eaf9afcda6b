"""Cards that are probably one and the same, found by their names and told with the evidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice
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
"""Cards that share a word of their names beyond which that tells nothing."""
_WORD = 3
"""Letters from which on a word is more than an initial."""
_ENOUGH = 2
_FEW = 60
_MANY = 600
_CLOSE = 60.0
_VERY_CLOSE = 80.0
"""Least likeness in percent of two folded words that may be spellings of one, among many cards."""
_MOST = 200
_COMPARED = 20_000
"""Pairs that are compared fully at most, those that share most words of their names first."""


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
    """Yield the pairs that are worth being compared fully, which costs a millisecond each.

    Of a few cards those are all. Of more, they are the pairs that share two words of their names
    in some spelling, or one if that is all, or the whole name written as one word.
    """
    if len(items) <= _FEW:
        yield from combinations(sorted(items), 2)
        return
    holders: dict[str, set[int]] = defaultdict(set)
    whole: set[str] = set()
    shortest: dict[int, int] = {}
    for item_id in items:
        for name in names.get(item_id, ()):
            tokens = {token for token in fold_tokens(name.text) if len(token) >= _WORD}
            shortest[item_id] = min(shortest.get(item_id, _ENOUGH), len(tokens) or _ENOUGH)
            joined = "".join(fold_tokens(name.text))
            whole.add(joined)
            for token in {*tokens, joined}:
                holders[token].add(item_id)
    close = _CLOSE if len(items) <= _MANY else _VERY_CLOSE
    shared: Counter[tuple[int, int]] = Counter()
    for one, other in _close_words(holders, close):
        if len(holders[one]) * len(holders[other]) > _CROWD**2:
            continue
        weight = _ENOUGH if one in whole and other in whole else 1
        for pair in {tuple(sorted((a, b))) for a in holders[one] for b in holders[other] if a != b}:
            shared[pair[0], pair[1]] += weight
    likeliest = sorted(shared.items(), key=lambda each: (-each[1], each[0]))
    fit = (p for p, count in likeliest if count >= min(_ENOUGH, shortest[p[0]], shortest[p[1]]))
    yield from islice(fit, _COMPARED)


def _close_words(words: Collection[str], close: float) -> Iterator[tuple[str, str]]:
    """Yield each word with itself, and pairs of words that are spelt much alike."""
    from rapidfuzz import fuzz

    blocks: dict[str, list[str]] = defaultdict(list)
    for word in words:
        yield word, word
        blocks[skeleton(word)[:2] or word[:2]].append(word)
    for block in blocks.values():
        for one, other in combinations(block, 2):
            if fuzz.ratio(one, other, score_cutoff=close):
                yield one, other


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
