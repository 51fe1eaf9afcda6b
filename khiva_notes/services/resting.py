"""What would be missed if something went: said before it is trashed, deleted or detached."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from khiva_notes.model.conflicts.wording import counted, listed, quoted, sentence
from khiva_notes.model.items import Item
from khiva_notes.store.repositories import Repositories

_WAYS = {
    "speaks": ("account speaks through it", "accounts speak through it"),
    "source": ("account has it as its source", "accounts have it as their source"),
    "written-at": ("account was written there", "accounts were written there"),
    "claim": ("account rests on it", "accounts rest on it"),
    "basis": ("account depends on it", "accounts depend on it"),
    "value": ("cell means it", "cells mean it"),
    "order": ("statement on the order of events", "statements on the order of events"),
    "verdict": ("verdict builds on it", "verdicts build on it"),
    "quotes": ("quotation", "quotations"),
    "introduced": ("passage that introduces an account", "passages that introduce accounts"),
    "order-passage": ("passage on the order of events", "passages on the order of events"),
}


@dataclass(frozen=True, slots=True)
class Rest:
    """A dispute that would miss something, and what of it in words: "two quotations"."""

    dispute: Item
    ways: tuple[str, ...]

    @property
    def words(self) -> str:
        """The dispute and its losses as one phrase."""
        return f"{quoted(self.dispute.title)} ({listed(self.ways)})"


def what_rests_on(data: Repositories, item_ids: Collection[int]) -> tuple[Rest, ...]:
    """Return the disputes, out of the trash and not among the items, that would miss any of them.

    A source counts with all its text: a quotation from it goes when it does.
    """
    return _rests(data, data.resting.on_items(item_ids), item_ids)


def what_rests_on_passages(data: Repositories, passage_ids: Collection[int]) -> tuple[Rest, ...]:
    """Return the disputes, out of the trash, that would miss any of these passages."""
    return _rests(data, data.resting.on_passages(passage_ids), ())


def warning(rests: Sequence[Rest], most: int = 3) -> str:
    """Say in a sentence what would be missed where; "" if nothing would."""
    if not rests:
        return ""
    words = [rest.words for rest in rests[:most]]
    if len(rests) > most:
        words.append(counted(len(rests) - most, "other dispute"))
    return sentence(f"missed by {listed(words)}")


def _rests(
    data: Repositories, found: Mapping[int, Mapping[str, int]], but: Collection[int]
) -> tuple[Rest, ...]:
    items = data.items.many(found)
    return tuple(
        Rest(items[i], tuple(counted(count, *_WAYS[way]) for way, count in ways.items()))
        for i, ways in found.items()
        if i in items and not items[i].trashed and i not in but
    )
