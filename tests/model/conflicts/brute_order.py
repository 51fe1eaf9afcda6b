"""A second opinion on orders of events that knows nothing of graphs: it tries every order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from khiva_notes.model.conflicts.order import Before


def can_all_hold(statements: Sequence[Before]) -> bool:
    """Try every way of giving the events ranks, ties allowed."""
    events = sorted({key for each in statements for key in (each.earlier, each.later)})
    for ranks in product(range(len(events)), repeat=len(events)):
        rank = dict(zip(events, ranks, strict=True))
        if all(
            rank[each.earlier] < rank[each.later]
            if each.strict
            else rank[each.earlier] <= rank[each.later]
            for each in statements
        ):
            return True
    return not statements


def minimal_conflicts(statements: Iterable[Before]) -> Iterator[frozenset[Before]]:
    """Yield every minimal set that cannot all hold, smallest first."""
    given = list(dict.fromkeys(statements))
    found: list[frozenset[Before]] = []
    for size in range(1, len(given) + 1):
        for chosen in combinations(given, size):
            candidate = frozenset(chosen)
            if any(known <= candidate for known in found):
                continue
            if not can_all_hold(chosen):
                found.append(candidate)
                yield candidate
