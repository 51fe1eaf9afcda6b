"""Quotations sorted out before they are shown."""

from __future__ import annotations

from collections.abc import Iterable

from khiva_notes.model.comparison import Comparison, Quote
from khiva_notes.model.items import Item
from khiva_notes.model.snapshot import Snapshot


def same_words(quotes: Iterable[Quote]) -> list[tuple[str, list[Quote]]]:
    """Put quotations of exactly the same words together, in the order of the first of each."""
    groups: dict[str, list[Quote]] = {}
    for quote in quotes:
        groups.setdefault(quote.passage.exact, []).append(quote)
    return list(groups.items())


def telling(snapshot: Snapshot, item: Item) -> list[Quote]:
    """Return an item's quotations that say more than one of its names."""
    names = {name.text.casefold() for name in snapshot.names.get(item.id, ())}
    quotes = snapshot.quotes.get(item.id, ())
    return [quote for quote in quotes if quote.passage.exact.casefold() not in names]


def not_in_cells(snapshot: Snapshot, comparison: Comparison) -> list[Quote]:
    """Return a dispute's quotations that no cell of its table has."""
    shown = {
        quote.passage.id for row in comparison.rows for cell in row.cells for quote in cell.quotes
    }
    quotes = snapshot.quotes.get(comparison.dispute.id, ())
    return [quote for quote in quotes if quote.passage.id not in shown]
