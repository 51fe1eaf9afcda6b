"""What of the library an essay does not use yet: cards and disputes, by tag or by source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from khiva_notes.model.items import Item
from khiva_notes.model.kinds import KINDS
from khiva_notes.store.repositories import Repositories
from khiva_notes.store.store import Reader


@dataclass(frozen=True, slots=True)
class Unused:
    """Items without notes and fields, by kind and title; and what they can be chosen by.

    ``sources`` are those that have passages, by title.
    """

    items: tuple[Item, ...] = ()
    tags: tuple[str, ...] = ()
    sources: tuple[Item, ...] = ()


def read_unused(
    path: Path,
    essay_id: int,
    *,
    tag: str = "",
    source_id: int = 0,
    cancelled: Callable[[], bool] = lambda: False,
) -> Unused:
    """Read what an essay does not use, on a connection of its own, from any thread."""
    reader = Reader(path)
    try:
        with reader.moment() as data:
            return Unused() if cancelled() else unused(data, essay_id, tag, source_id)
    finally:
        reader.close()


def unused(data: Repositories, essay_id: int, tag: str = "", source_id: int = 0) -> Unused:
    """Return the cards and disputes out of the trash that an essay does not use.

    With ``tag`` only those that bear it, with ``source_id`` only those that have a passage there.
    """
    used = data.essays.used_by(essay_id)
    kinds = dict.fromkeys(("dispute", "claim", "event", *KINDS))
    order = {kind: place for place, kind in enumerate(kinds)}
    items = [
        item
        for item in data.items.heads(*(kind for kind in KINDS if kind not in ("source", "essay")))
        if item.id not in used
    ]
    if tag:
        tags = data.tags.of_many()
        items = [item for item in items if tag in tags.get(item.id, ())]
    if source_id:
        there = {passage.item_id for passage in data.passages.of_source(source_id)}
        items = [item for item in items if item.id in there]
    items.sort(key=lambda item: (order[item.kind], item.title.casefold(), item.id))
    texts = data.items.many([version.item_id for version in data.texts.all_current()])
    sources = sorted(texts.values(), key=lambda source: (source.title.casefold(), source.id))
    return Unused(tuple(items), tuple(tag.name for tag in data.tags.all()), tuple(sources))
