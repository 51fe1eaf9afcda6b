"""One order of events out of several accounts, with what no order can mend left together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from khiva_notes.model.conflicts.components import strong_components
from khiva_notes.model.conflicts.order import Before, contradictions, tangled
from khiva_notes.model.dates import HistoricalDate, describe


@dataclass(frozen=True, slots=True)
class MergedOrder:
    """Events in steps, earliest first; within a step nothing orders them.

    ``tangled`` are events whose order the accounts contradict one another about: all events of a
    knot stand in one step. ``circles`` are the statements that cannot all hold.
    """

    steps: tuple[tuple[str, ...], ...]
    tangled: frozenset[str]
    circles: tuple[tuple[Before, ...], ...]


def merged_order(statements: Iterable[Before]) -> MergedOrder:
    """Merge the partial orders of all accounts; every uncontradicted statement is kept.

    An event stands as early as the statements allow.
    """
    given = list(dict.fromkeys(statements))
    graph: dict[str, list[str]] = {}
    for each in given:
        graph.setdefault(each.earlier, []).append(each.later)
        graph.setdefault(each.later, [])
    components = strong_components(graph)[::-1]
    home = {event: number for number, component in enumerate(components) for event in component}
    step = [0] * len(components)
    for number, component in enumerate(components):
        for event in component:
            for later in graph[event]:
                if home[later] != number:
                    step[home[later]] = max(step[home[later]], step[number] + 1)
    steps: list[list[str]] = [[] for _ in range(max(step, default=-1) + 1)]
    for number, component in enumerate(components):
        steps[step[number]].extend(component)
    first_seen = {event: place for place, event in enumerate(graph)}
    ordered = tuple(tuple(sorted(each, key=first_seen.__getitem__)) for each in steps)
    return MergedOrder(ordered, frozenset(tangled(given)), tuple(contradictions(given)))


def order_from_dates(
    account: str, dates: Mapping[str, HistoricalDate], *, neighbours: bool = False
) -> list[Before]:
    """Give the order that an account's dates imply: one event's last day before another's first.

    Dates that overlap, are open towards one another or were not understood imply nothing. With
    ``neighbours``, what follows from two others is left out: of many events that is most.
    """
    begun = sorted(
        (date.earliest, event) for event, date in dates.items() if date.earliest is not None
    )
    days = [day for day, _ in begun]
    soonest = _soonest_ends([dates[event].latest for _, event in begun])
    found: list[Before] = []
    for earlier, one in dates.items():
        if one.latest is None:
            continue
        first = bisect_right(days, one.latest)
        bound = soonest[first] if neighbours else None
        for day, later in begun[first:]:
            if bound is not None and day > bound:
                break
            why = f"{describe(one)}, and {describe(dates[later])}"
            found.append(Before(account, earlier, later, why))
    return found


def _soonest_ends(ends: Sequence[int | None]) -> list[int | None]:
    """Give, for each place and the one after the last, the least end from there on."""
    found: list[int | None] = [None]
    for end in reversed(ends):
        least = found[-1]
        found.append(end if least is None or (end is not None and end < least) else least)
    return found[::-1]
