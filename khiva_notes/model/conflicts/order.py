"""Which statements about the order of events cannot all hold.

Each account gives a partial order: this before that. Together they may run in a circle, and then
at least one statement of the circle is wrong; the smallest circles are what a reader can weigh.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from khiva_notes.model.conflicts.components import strong_components
from khiva_notes.model.conflicts.wording import counted, inside, listed, quoted, sentence


@dataclass(frozen=True, slots=True)
class Before:
    """One account's statement that one event came before another, by the keys of their cards.

    ``why`` are the words or dates it rests on. ``strict`` is False for "not later than"; two such
    statements, one each way, say that both came at one time.
    """

    account: str
    earlier: str
    later: str
    why: str = ""
    strict: bool = True


def contradictions(statements: Iterable[Before]) -> list[tuple[Before, ...]]:
    """Find the smallest sets of statements that cannot all hold, smallest first.

    Each set is minimal: any one statement left out, the others can all be true. Every strict
    statement that takes part in some contradiction is in at least one set, namely in a smallest
    one through it; the number of sets never exceeds that of the statements. Of sets of one size
    those with fewest accounts come first, and in each the statements follow one another round.
    """
    leaving = _by_earlier(statements)
    home = _components(leaving)
    found: dict[frozenset[Before], tuple[Before, ...]] = {}
    for edges in leaving.values():
        for edge in edges:
            if edge.strict and home[edge.earlier] == home[edge.later]:
                circle = (edge, *_shortest_way(edge.later, edge.earlier, leaving, home))
                found.setdefault(frozenset(circle), circle)
    return sorted(found.values(), key=lambda each: (len(each), len({b.account for b in each})))


def tangled(statements: Iterable[Before]) -> dict[str, int]:
    """Number the events whose order is contradicted; those in one knot have one number."""
    leaving = _by_earlier(statements)
    home = _components(leaving)
    strict = {
        home[edge.earlier]
        for edges in leaving.values()
        for edge in edges
        if edge.strict and home[edge.earlier] == home[edge.later]
    }
    return {event: number for event, number in home.items() if number in strict}


def explain_contradiction(circle: Sequence[Before], titles: Mapping[str, str]) -> str:
    """Say in words why these statements cannot all hold; ``titles`` names the events."""
    accounts = list(dict.fromkeys(inside(each.account) for each in circle))
    said = [
        f"{inside(each.account)} puts {quoted(titles.get(each.earlier, each.earlier))}"
        f" {'before' if each.strict else 'no later than'}"
        f" {quoted(titles.get(each.later, each.later))}" + (f" ({each.why})" if each.why else "")
        for each in circle
    ]
    if len(circle) == 1:
        return sentence(f"{said[0]}, which cannot be")
    whose = (
        f"of {listed(accounts)}" if len(accounts) < 5 else f"of {counted(len(accounts), 'account')}"
    )
    return sentence(
        f"{counted(len(circle), 'statement')} {whose} cannot all hold: {'; '.join(said)}"
    )


def _by_earlier(statements: Iterable[Before]) -> dict[str, list[Before]]:
    leaving: dict[str, list[Before]] = {}
    for each in dict.fromkeys(statements):
        leaving.setdefault(each.earlier, []).append(each)
        leaving.setdefault(each.later, [])
    return leaving


def _components(leaving: Mapping[str, Sequence[Before]]) -> dict[str, int]:
    graph = {event: [edge.later for edge in edges] for event, edges in leaving.items()}
    return {
        event: number
        for number, component in enumerate(strong_components(graph))
        for event in component
    }


def _shortest_way(
    start: str, goal: str, leaving: Mapping[str, Sequence[Before]], home: Mapping[str, int]
) -> list[Before]:
    """Find the fewest statements that lead from one event to another within its knot."""
    if start == goal:
        return []
    came_by: dict[str, Before] = {}
    waiting = deque([start])
    while goal not in came_by:
        event = waiting.popleft()
        for edge in leaving[event]:
            if edge.later not in came_by and edge.later != start and home[edge.later] == home[goal]:
                came_by[edge.later] = edge
                waiting.append(edge.later)
    way = [came_by[goal]]
    while way[-1].earlier != start:
        way.append(came_by[way[-1].earlier])
    return way[::-1]
