"""Commands on typed relations between items, and on tags."""

from __future__ import annotations

from collections.abc import Collection

from khiva_notes.model.errors import UserError
from khiva_notes.services.library import Library


def link(
    library: Library, from_id: int, to_id: int, type: str, *, role: str = "", note: str = ""
) -> None:
    """Relate two items by a type such as ``contradicts``; UserError for an item and itself."""
    if from_id == to_id:
        raise UserError("A card cannot be linked to itself.", "Choose another card.")
    with library.change("Link") as data:
        data.links.add(from_id, to_id, type, role, note)


def link_all(
    library: Library,
    item_ids: Collection[int],
    other_id: int,
    type: str,
    *,
    backwards: bool = False,
) -> None:
    """Relate each of some items to another one, or that one to each, as one step."""
    with library.change("Link") as data:
        for item_id in item_ids:
            if item_id != other_id:
                ends = (other_id, item_id) if backwards else (item_id, other_id)
                data.links.add(*ends, type)


def unlink(library: Library, link_id: int) -> None:
    """Take a relation away."""
    with library.change("Remove link") as data:
        data.links.remove(link_id)


def tag(library: Library, item_ids: Collection[int], name: str, note: str = "") -> None:
    """Let items bear a tag, made if it is new; UserError for an empty one."""
    name = " ".join(name.split()).lstrip("#")
    if not name:
        raise UserError("A tag needs a letter.", "Type a word.")
    with library.change("Tag") as data:
        tag_id = data.tags.ensure(name, note)
        for item_id in item_ids:
            data.tags.put(item_id, tag_id)


def untag(library: Library, item_ids: Collection[int], name: str) -> None:
    """Take a tag off items; the tag itself stays while anything bears it."""
    with library.change("Remove tag") as data:
        for known in data.tags.all():
            if known.name.casefold() == name.casefold():
                for item_id in item_ids:
                    data.tags.take(item_id, known.id)
                if not data.tags.items_with(known.name):
                    data.tags.remove(known.id)


def rename_tag(library: Library, name: str, new: str) -> None:
    """Give a tag another name; one that another tag has already makes the two into one."""
    new = " ".join(new.split()).lstrip("#")
    if not new:
        raise UserError("A tag needs a letter.", "Type a word.")
    with library.change("Rename tag") as data:
        known = {each.name.casefold(): each for each in data.tags.all()}
        old = known.get(name.casefold())
        if old is None:
            raise UserError(f"There is no tag '{name}' any more.", "It may have been renamed.")
        other = known.get(new.casefold())
        if other is None or other.id == old.id:
            data.tags.rename(old.id, new, old.note)
            return
        for item_id in data.tags.items_with(old.name):
            data.tags.put(item_id, other.id)
        data.tags.remove(old.id)
