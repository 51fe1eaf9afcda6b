"""All that the page of the order of events shows, read in one go on a thread of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from khiva_notes.services.event_order import EventOrder, dispute_order, library_order
from khiva_notes.services.order_proposals import OrderProposal, order_proposals
from khiva_notes.store.store import Reader


@dataclass(frozen=True, slots=True)
class OrderPage:
    """The order of events in one dispute, or in the library, and what its words propose."""

    order: EventOrder
    proposals: tuple[OrderProposal, ...] = ()


def read_order(
    path: Path,
    dispute_id: int,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> OrderPage | None:
    """Read a dispute's order of events, or with 0 the library's, from any thread.

    None if the dispute is gone, or the answer no longer wanted.
    """
    if not dispute_id:
        order = library_order(path, progress, cancelled)
        return OrderPage(order) if order is not None else None
    reader = Reader(path)
    try:
        with reader.moment() as data:
            if data.items.find(dispute_id) is None or cancelled():
                return None
            return OrderPage(dispute_order(data, dispute_id), order_proposals(data, dispute_id))
    finally:
        reader.close()
