"""Commands on essays: their outline, the prose in it, and how its parts are shown."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from khiva_notes.model.errors import UserError
from khiva_notes.model.essays import (
    SHOWN,
    Part,
    Shown,
    Slot,
    Sort,
    by_parent,
    moved,
    outermost,
    under,
    without,
)
from khiva_notes.model.items import FieldValue, Item
from khiva_notes.services import cards, passages
from khiva_notes.services.library import Library
from khiva_notes.store.repositories import Repositories

_NEEDS_ITEM: tuple[Sort, ...] = ("card", "dispute")


def create_essay(
    library: Library,
    title: str,
    *,
    key: str = "",
    body: str = "",
    fields: Mapping[str, FieldValue] | None = None,
) -> Item:
    """Begin an essay; ``body`` are notes to self, which are not part of what is handed in."""
    return cards.create(library, "essay", title, key=key, body=body, fields=fields)


def add_part(
    library: Library,
    essay_id: int,
    sort: Sort,
    slot: Slot | None = None,
    *,
    text: str = "",
    item_id: int | None = None,
    passage_id: int | None = None,
    shown: Shown = "",
    locator: str = "",
    note: str = "",
    key: str = "",
) -> int:
    """Put a new part into an essay's outline, at the end without a slot; return its number.

    UserError for a card or dispute that is missing or of another kind, a quotation without a
    passage, or a key that another part has.
    """
    _essay(library.data, essay_id)
    if sort in _NEEDS_ITEM:
        _usable(library.data, sort, item_id)
    if sort == "quotation" and passage_id is None:
        raise UserError("A quotation needs words of a source.", "Choose a passage.")
    with library.change(f"Add {sort} to essay") as data:
        parts = data.essays.parts(essay_id)
        if key and any(part.key == key for part in parts):
            raise UserError(f"The key '{key}' is taken in this essay.", "Choose another.")
        fresh = Part(
            0,
            essay_id,
            None,
            len(by_parent(parts).get(None, [])) + 1,
            key or _free_key(sort, parts),
            sort,
            text,
            item_id,
            passage_id,
            shown,
            locator,
            note,
        )
        part_id = data.essays.add(fresh)
        if slot is not None:
            parts = [*parts, replace(fresh, id=part_id)]
            _settle(data, parts, moved(parts, [part_id], slot))
        return part_id


def add_items(
    library: Library, essay_id: int, item_ids: Sequence[int], slot: Slot | None = None
) -> list[int]:
    """Put cards, sources and disputes into an essay one after another, as one step."""
    items = library.data.items.many(item_ids)
    with library.change(_label("Add", "card", len(item_ids)) + " to essay"):
        added = []
        for item_id in item_ids:
            item = items.get(item_id)
            sort: Sort = "dispute" if item is not None and item.kind == "dispute" else "card"
            added.append(add_part(library, essay_id, sort, slot, item_id=item_id))
            slot = None if slot is None else Slot(slot.parent_id, slot.index + 1)
        return added


def add_passage(library: Library, essay_id: int, passage_id: int, slot: Slot | None = None) -> int:
    """Put a passage into an essay as a quotation, for the card it belongs to if any."""
    card_id = library.data.passages.get(passage_id).item_id
    return add_part(library, essay_id, "quotation", slot, item_id=card_id, passage_id=passage_id)


def add_words(library: Library, essay_id: int, version_id: int, start: int, end: int) -> int:
    """Put words of a text at the end of an essay; they stay in the text as a highlight.

    A passage that has just these words, of a card or of none, is taken instead of a new one.
    """
    with library.change("Add quotation to essay") as data:
        known = (
            p for p in data.passages.in_version(version_id) if (p.start, p.end) == (start, end)
        )
        passage = next(known, None)
        passage_id = passage.id if passage else passages.highlight(library, version_id, start, end)
        return add_passage(library, essay_id, passage_id)


def move_parts(library: Library, essay_id: int, part_ids: Collection[int], slot: Slot) -> None:
    """Move parts, with what is inside them, to a slot of their essay; UserError inside itself."""
    with library.change(_label("Move", "part", len(part_ids))) as data:
        parts = data.essays.parts(essay_id)
        if slot.parent_id in under(parts, part_ids):
            raise UserError("A part cannot stand inside itself.", "Choose another place.")
        _settle(data, parts, moved(parts, part_ids, slot))


def edit_text(library: Library, part_id: int, text: str, *, origin: str = "") -> None:
    """Write a part's own words: a heading, Markdown prose, or a paraphrase."""
    part = library.data.essays.get(part_id)
    if part.sort == "heading":
        text = " ".join(text.split())
    with library.change(f"Edit {part.sort}", merge=("essay-text", part_id), origin=origin) as data:
        data.essays.set(part_id, text=text)


def set_shown(library: Library, part_id: int, shown: Shown) -> None:
    """Choose how a part is shown; UserError for a way that its sort does not have."""
    part = library.data.essays.get(part_id)
    if shown and shown not in SHOWN[part.sort]:
        raise UserError(f"A {part.sort} cannot be shown as {shown}.", "Choose another way.")
    with library.change("Show part otherwise") as data:
        data.essays.set(part_id, shown=shown)


def set_locator(library: Library, part_id: int, locator: str) -> None:
    """Give the place to cite, such as ``p. 107``, in place of what the text itself says."""
    with library.change("Edit locator", merge=("essay-locator", part_id)) as data:
        data.essays.set(part_id, locator=" ".join(locator.split()))


def set_note(library: Library, part_id: int, note: str, *, origin: str = "") -> None:
    """Write a note to self beside a part."""
    with library.change("Edit note", merge=("essay-note", part_id), origin=origin) as data:
        data.essays.set(part_id, note=note)


def set_passage(library: Library, part_id: int, passage_id: int | None) -> None:
    """Choose which of a card's passages a part quotes, or None for all of them."""
    with library.change("Choose passage") as data:
        data.essays.set(part_id, passage_id=passage_id)


def remove_parts(library: Library, essay_id: int, part_ids: Collection[int]) -> None:
    """Take parts, with all that is inside them, out of an essay; their cards stay."""
    with library.change(_label("Remove", "part", len(part_ids))) as data:
        parts = data.essays.parts(essay_id)
        for part_id in outermost(parts, part_ids):
            data.essays.remove(part_id)
        _settle(data, parts, without(parts, part_ids))


def duplicate_parts(library: Library, essay_id: int, part_ids: Collection[int]) -> list[int]:
    """Put a copy of each part, with all that is inside it, after it; return the copies."""
    with library.change(_label("Duplicate", "part", len(part_ids))) as data:
        made = []
        for part_id in outermost(data.essays.parts(essay_id), part_ids):
            parts = data.essays.parts(essay_id)
            original = data.essays.get(part_id)
            copy_id = _copy(data, parts, original, original.parent_id, 0)
            now = data.essays.parts(essay_id)
            at = by_parent(parts)[original.parent_id].index(original) + 1
            _settle(data, now, moved(now, [copy_id], Slot(original.parent_id, at + 1)))
            made.append(copy_id)
        return made


def _copy(
    data: Repositories,
    parts: Sequence[Part],
    original: Part,
    parent_id: int | None,
    position: int,
) -> int:
    """Copy a part with what is inside it; ``parts`` is the outline before the copying."""
    key = _free_key(original.sort, ())
    copy = replace(original, id=0, parent_id=parent_id, position=position, key=key)
    copy_id = data.essays.add(copy)
    for child in by_parent(parts).get(original.id, []):
        _copy(data, parts, child, copy_id, child.position)
    return copy_id


def _settle(data: Repositories, before: Sequence[Part], now: Sequence[Part]) -> None:
    """Write where parts now stand, as far as they stood elsewhere before."""
    stood = {part.id: part for part in before}
    data.essays.arrange(part for part in now if stood.get(part.id) != part)


def _free_key(sort: Sort, parts: Sequence[Part]) -> str:
    """Return a key never used before, so that a file once written cannot mistake it."""
    taken = {part.key for part in parts}
    while (key := f"{sort}-{secrets.token_hex(4)}") in taken:
        pass
    return key


def _essay(data: Repositories, essay_id: int) -> Item:
    item = data.items.get(essay_id)
    if item.kind != "essay":
        raise UserError(f"'{item.title}' is a {item.kind}, not an essay.", "Choose an essay.")
    return item


def _usable(data: Repositories, sort: Sort, item_id: int | None) -> Item:
    item = None if item_id is None else data.items.find(item_id)
    if item is None or item.trashed:
        raise UserError(f"That {sort} is not in the library.", "Choose another.")
    if item.kind == "essay":
        raise UserError("An essay cannot stand inside an essay.", "Choose a card.")
    if (item.kind == "dispute") != (sort == "dispute"):
        raise UserError(f"'{item.title}' is a {item.kind}, not a {sort}.", "Choose another.")
    return item


def _label(verb: str, what: str, count: int) -> str:
    return f"{verb} {what}" if count == 1 else f"{verb} {count} {what}s"
