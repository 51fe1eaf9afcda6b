"""Commands that put things in the trash, take them out, and at last empty it."""

from __future__ import annotations

from collections.abc import Collection

from khiva_notes.model.items import Item
from khiva_notes.services.library import Library
from khiva_notes.services.merging import all_merged
from khiva_notes.services.resting import what_rests_on
from khiva_notes.store.items import now


def trash(library: Library, item_ids: Collection[int]) -> None:
    """Put items in the trash: out of every list and view, but with all that hangs on them."""
    with library.change(_label("Move", library, item_ids, "to the trash")) as data:
        moment = now()
        for item_id in item_ids:
            data.items.set(item_id, trashed=moment)


def restore(library: Library, item_ids: Collection[int]) -> None:
    """Take items out of the trash again."""
    with library.change(_label("Restore", library, item_ids, "")) as data:
        for item_id in item_ids:
            data.items.set(item_id, trashed="")


def empty(library: Library) -> int:
    """Take everything in the trash out of the library, and say how much that was.

    Cards that were merged into others stay, so that they can be taken apart again.
    """
    merged = all_merged(library.data)
    trashed = [item for item in library.data.items.all(trashed=True) if item.id not in merged]
    with library.change("Empty the trash") as data:
        data.items.remove(item.id for item in trashed)
    return len(trashed)


def disputes_resting_on(library: Library, item_id: int) -> list[Item]:
    """Return the disputes, trash left out, that would miss an item."""
    return [each.dispute for each in what_rests_on(library.data, [item_id])]


def _label(verb: str, library: Library, item_ids: Collection[int], rest: str) -> str:
    if len(item_ids) == 1:
        what = library.data.items.get(next(iter(item_ids))).kind
    else:
        what = f"{len(item_ids)} things"
    return f"{verb} {what} {rest}".strip()
