"""What a library holds in outline: how many of each kind, and the titles that a tree lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from khiva_notes.model.items import Item, Tag
from khiva_notes.services.merging import all_merged
from khiva_notes.store.repositories import Repositories
from khiva_notes.store.store import Reader

LISTED = ("source", "dispute", "essay")
"""The kinds whose things an outline lists one by one."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many items there are of each kind out of the trash, and how many in it."""

    of_kind: Mapping[str, int]
    trashed: int


@dataclass(frozen=True, slots=True)
class Outline:
    """Counts, the things of the listed kinds by kind in order of title, and all tags."""

    counts: Counts
    listed: Mapping[str, tuple[Item, ...]]
    tags: tuple[Tag, ...]


def read_outline(path: Path) -> Outline:
    """Read an outline through a connection of its own, on whatever thread."""
    reader = Reader(path)
    try:
        with reader.moment() as data:
            listed = {kind: tuple(sorted(data.items.all(kind), key=in_order)) for kind in LISTED}
            return Outline(read_counts(data), listed, tuple(data.tags.all()))
    finally:
        reader.close()


def read_latest(path: Path, limit: int) -> list[Item]:
    """Read what was changed last, on whatever thread: all items are looked through for it."""
    reader = Reader(path)
    try:
        with reader.moment() as data:
            return data.items.latest(limit)
    finally:
        reader.close()


def read_counts(data: Repositories) -> Counts:
    """Return the counts, which is a matter of a fraction of a millisecond."""
    trashed = sum(data.items.counts(trashed=True).values())
    return Counts(data.items.counts(), trashed - len(all_merged(data)))


def in_order(item: Item) -> tuple[str, int]:
    """Return what items are sorted by: the title without regard to case and opening marks."""
    return item.title.casefold().lstrip("[(“”\"'«‘ "), item.id
