"""Copying that nobody owns up to: sources of a dispute that share wording by more than chance."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from khiva_notes.model.conflicts.copies import LikelyCopy, likely_copies
from khiva_notes.model.items import Item
from khiva_notes.services.library import Library
from khiva_notes.store.repositories import Repositories

SORT = "copy"
"""The sort under which refused suggestions are kept, with the later source."""


@dataclass(frozen=True, slots=True)
class CopySuggestion:
    """Two sources with shared wording; which of them copied, the reader says.

    ``copy`` has the share, the longest shared run and the reason in words. Both may also quote a
    third.
    """

    first: Item
    second: Item
    copy: LikelyCopy


def copy_suggestions(
    data: Repositories, dispute_id: int, cancelled: Callable[[], bool] = lambda: False
) -> tuple[CopySuggestion, ...]:
    """Compare the texts of a dispute's sources, two by two; () when cancelled.

    Sources without a text of their own are compared by the words quoted from them. Pairs of which
    one derives from the other, as far as is known, and refused ones are left out. Reads whole
    texts: run it on a thread, with a connection of its own.
    """
    dispute = data.disputes.get(dispute_id)
    ids = list(dict.fromkeys(a.source_id for a in dispute.accounts if a.source_id is not None))
    items = data.items.many(ids)
    texts = {
        items[i].key: words for i in ids if i in items and (words := _words(data, i, dispute_id))
    }
    by_key = {item.key: item for item in items.values()}
    known = _related(data, by_key)
    refused = {
        frozenset((item.key, words))
        for item in items.values()
        for sort, words in data.refusals.of(item.id)
        if sort == SORT
    }
    return tuple(
        CopySuggestion(by_key[copy.first], by_key[copy.second], copy)
        for copy in likely_copies(texts, cancelled)
        if frozenset((copy.first, copy.second)) not in known | refused
    )


def accept_copy(library: Library, copied_by_id: int, copied_from_id: int) -> None:
    """Note that one source is taken from another, which makes the two one voice."""
    with library.change("Note copied source") as data:
        data.links.add(copied_by_id, copied_from_id, "derived-from", "copies")


def refuse_copy(library: Library, suggestion: CopySuggestion) -> None:
    """Not suggest again that these two share by copying."""
    with library.change("Refuse suggestion") as data:
        data.refusals.add(suggestion.first.id, SORT, suggestion.second.key)


def _words(data: Repositories, source_id: int, dispute_id: int) -> str:
    version = data.texts.current(source_id)
    if version is not None:
        return data.texts.body(version.id).text
    dispute = data.disputes.get(dispute_id)
    accounts = {a.id for a in dispute.accounts if a.source_id == source_id}
    cells = [cell for cell in dispute.cells if cell.account_id in accounts]
    passages = data.passages.many({i for cell in cells for i in cell.passage_ids}).values()
    return "\n".join(passage.exact for passage in sorted(passages, key=lambda p: p.start))


def _related(data: Repositories, by_key: Mapping[str, Item]) -> set[frozenset[str]]:
    """Return the pairs of which one derives from the other, directly or through others."""
    keys = {item.id: key for key, item in by_key.items()}
    found: set[frozenset[str]] = set()
    for item in by_key.values():
        seen: set[int] = set()
        waiting = {item.id}
        while waiting:
            links = data.links.of_many(waiting)
            seen |= waiting
            waiting = {
                link.to_id
                for group in links.values()
                for link in group
                if link.type == "derived-from"
            } - seen
        found |= {frozenset((item.key, keys[i])) for i in seen if i in keys and i != item.id}
    return found
