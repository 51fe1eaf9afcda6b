"""The order of events as accounts give it, merged, with what cannot all hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from khiva_notes.model.conflicts.order import Before, contradictions, explain_contradiction
from khiva_notes.model.conflicts.order_merge import MergedOrder, merged_order
from khiva_notes.model.disputes import AccountOrder
from khiva_notes.model.errors import UserError
from khiva_notes.services.library import Library
from khiva_notes.services.order_reading import (
    EventStatement,
    Gathered,
    gather_dispute,
    gather_library,
)
from khiva_notes.store.repositories import Repositories
from khiva_notes.store.store import Reader


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A smallest set of statements that cannot all hold, and why in words."""

    statements: tuple[EventStatement, ...]
    why: str


@dataclass(frozen=True, slots=True)
class EventOrder:
    """Who puts which event before which; ``titles`` names the events, by the keys used in it.

    ``order`` gives all events in steps, earliest first; ``contradictions`` the smallest first.
    """

    statements: tuple[EventStatement, ...]
    titles: Mapping[str, str]
    order: MergedOrder
    contradictions: tuple[Contradiction, ...]


def state_order(
    library: Library,
    account_id: int,
    earlier_id: int,
    later_id: int,
    words: str = "",
    passage_id: int | None = None,
    *,
    strict: bool = True,
) -> int:
    """Say that by an account one event came before another; return the statement's number.

    ``strict`` False means "not later than". Said again, it replaces what was said. UserError if
    both are one, or either is no event.
    """
    if earlier_id == later_id:
        raise UserError("An event can't come before itself.", "Choose two events.")
    for item_id in (earlier_id, later_id):
        item = library.data.items.find(item_id)
        if item is None or item.kind != "event":
            what = f"“{item.title}”" if item else "That"
            raise UserError(f"{what} is no event.", "Only events have an order; choose two.")
    words = " ".join(words.split())
    order = AccountOrder(0, account_id, earlier_id, later_id, words, strict, passage_id)
    with library.change("State order of events") as data:
        return data.orders.put(order)


def withdraw_order(library: Library, order_id: int) -> None:
    """Take back that one event came before another."""
    with library.change("Withdraw order of events") as data:
        data.orders.remove(order_id)


def dispute_order(data: Repositories, dispute_id: int) -> EventOrder:
    """Return the order of events in one dispute: stated, and from its accounts' dates."""
    return _worked_out(gather_dispute(data, dispute_id))


def library_order(
    path: Path,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> EventOrder | None:
    """Return the order of events in a whole library, on a connection of its own.

    ``progress`` is told (done, total) in subjects of claims; None when cancelled.
    """
    reader = Reader(path)
    try:
        with reader.moment() as data:
            gathered = gather_library(data, progress, cancelled)
            return None if cancelled() else _worked_out(gathered)
    finally:
        reader.close()


def _worked_out(gathered: Gathered) -> EventOrder:
    by_before: dict[Before, EventStatement] = {}
    for statement in gathered.statements:
        by_before.setdefault(statement.before, statement)
    circles = contradictions(by_before)
    return EventOrder(
        tuple(by_before.values()),
        gathered.titles,
        merged_order(by_before),
        tuple(
            Contradiction(
                tuple(by_before[before] for before in circle),
                explain_contradiction(circle, gathered.titles),
            )
            for circle in circles
        ),
    )
