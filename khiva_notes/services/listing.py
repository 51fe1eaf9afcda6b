"""Rows for tables of many cards: everything a table shows of a card, read in a few queries."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from khiva_notes.model.dates import HistoricalDate
from khiva_notes.model.items import FieldValue, Item, Link
from khiva_notes.model.kinds import KINDS, Kind
from khiva_notes.model.names import fold_tokens
from khiva_notes.services.merging import all_merged
from khiva_notes.services.scanning import folded
from khiva_notes.store.repositories import Repositories
from khiva_notes.store.store import Reader

_BATCH = 2000
_LONG = 1500
"""Rows from which on the titles alone are worth being shown before the rest."""
TAG = "tag:"
"""What the kind of a list begins with when it lists what bears a tag."""
TRASH = "trash"
EVERYTHING = "all"


@dataclass(frozen=True, slots=True)
class ListRow:
    """One line of a table.

    ``linked`` holds, by field, the titles of the cards that a link field names; ``passages`` and
    ``accounts`` are counts; ``disputed`` tells that an account of some dispute rests on the card.
    ``seek`` and ``keys`` are what a filter looks through: folded words, and keys of spellings.
    """

    id: int
    kind: str
    title: str
    starred: bool
    modified: str
    trashed: str
    fields: Mapping[str, FieldValue] = field(default_factory=dict)
    spellings: tuple[str, ...] = ()
    dates: Mapping[str, HistoricalDate] = field(default_factory=dict)
    linked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    passages: int = 0
    accounts: int = 0
    certainty: str = ""
    disputed: bool = False
    seek: str = ""
    keys: str = ""


def list_rows(
    path: Path, what: str, cancelled: Callable[[], bool] = lambda: False
) -> list[ListRow]:
    """Read a whole list through a connection of its own, on whatever thread.

    ``what`` is a kind, ``all``, ``trash`` or ``tag:NAME``. An answer after ``cancelled`` is short.
    """
    reader = Reader(path)
    try:
        with reader.moment() as data:
            items = list_items(data, what)
            rows: list[ListRow] = []
            for begin in range(0, len(items), _BATCH):
                if cancelled():
                    break
                rows += _rows(data, items[begin : begin + _BATCH])
            return rows
    finally:
        reader.close()


def list_heads(path: Path, what: str, order: str = "") -> list[ListRow] | None:
    """Read of a long list only the titles and the dates of the field ``order``, if any.

    None for a list that is short, or is of a sort that is never long: it is read whole as fast.
    """
    if what.startswith(TAG) or what == TRASH:
        return None
    reader = Reader(path)
    try:
        with reader.moment() as data:
            counts = data.items.counts()
            if (sum(counts.values()) if what == EVERYTHING else counts.get(what, 0)) < _LONG:
                return None
            items = data.items.heads(*(() if what == EVERYTHING else (what,)))
            dates = data.dates.of_many("item", [i.id for i in items]) if order else {}
            return [
                ListRow(
                    item.id,
                    item.kind,
                    item.title,
                    item.starred,
                    item.modified,
                    item.trashed,
                    dates=dates.get(item.id, {}),
                    seek=" " + folded(item.title),
                )
                for item in items
            ]
    finally:
        reader.close()


def list_items(data: Repositories, what: str) -> list[Item]:
    """Return the items that a list holds, by number."""
    if what == TRASH:
        merged = all_merged(data)
        return [item for item in data.items.all(trashed=True) if item.id not in merged]
    if what.startswith(TAG):
        tagged = data.items.many(data.tags.items_with(what.removeprefix(TAG))).values()
        return sorted((item for item in tagged if not item.trashed), key=lambda item: item.id)
    return data.items.all() if what == EVERYTHING else data.items.all(what)


def rows_of(data: Repositories, what: str, item_ids: Collection[int]) -> dict[int, ListRow]:
    """Return anew the rows of those of the items that belong into the list ``what``."""
    items = [item for item in data.items.many(item_ids).values() if _belongs(data, what, item)]
    return {row.id: row for row in _rows(data, items)}


def _belongs(data: Repositories, what: str, item: Item) -> bool:
    if what == TRASH or item.trashed:
        return what == TRASH and bool(item.trashed) and item.id not in all_merged(data)
    if what.startswith(TAG):
        wanted = what.removeprefix(TAG).casefold()
        return any(name.casefold() == wanted for name in data.tags.of(item.id))
    return what in (EVERYTHING, item.kind)


def _rows(data: Repositories, items: Sequence[Item]) -> list[ListRow]:
    ids = [item.id for item in items]
    names = data.names.of_many(ids)
    dates = data.dates.of_many("item", ids)
    links = data.links.of_many(ids)
    tags = data.tags.of_many(ids)
    counts = data.passages.counts(ids)
    disputed = set(data.disputes.claims_in_dispute([i.id for i in items if i.kind == "claim"]))
    disputes = data.disputes.many([item.id for item in items if item.kind == "dispute"])
    titles = data.items.titles({link.to_id for group in links.values() for link in group})
    rows = []
    for item in items:
        forms = [name.text for name in names.get(item.id, ()) if name.text != item.title]
        linked = _linked(KINDS[item.kind], links.get(item.id, ()), titles)
        dispute = disputes.get(item.id)
        words = [item.title, *forms, *tags.get(item.id, ())]
        words += [title for group in linked.values() for title in group]
        words += [str(value) for value in item.fields.values()]
        words += [date.original for date in dates.get(item.id, {}).values()]
        words += [date.edtf for date in dates.get(item.id, {}).values()]
        rows.append(
            ListRow(
                item.id,
                item.kind,
                item.title,
                item.starred,
                item.modified,
                item.trashed,
                item.fields,
                tuple(dict.fromkeys(forms)),
                dates.get(item.id, {}),
                linked,
                tuple(tags.get(item.id, ())),
                counts.get(item.id, 0),
                len(dispute.accounts) if dispute else 0,
                dispute.verdict.certainty if dispute and dispute.verdict else "",
                item.id in disputed,
                " " + folded(" ".join(words)),
                " " + " ".join(fold_tokens(" ".join([item.title, *forms]))),
            )
        )
    return rows


def _linked(
    kind: Kind, links: Sequence[Link], titles: Mapping[int, str]
) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for declared in kind.fields:
        if declared.is_link:
            found[declared.name] = tuple(
                titles[link.to_id]
                for link in links
                if link.type == declared.relation and link.to_id in titles
            )
    return found
