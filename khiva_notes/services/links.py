"""Commands on typed relations between items, and on tags."""

from __future__ import annotations

from collections.abc import Collection

from khiva_notes.model.errors import UserError
from khiva_notes.model.keys import unique_key
from khiva_notes.model.relations import RELATIONS, Relation
from khiva_notes.services.library import Library
from khiva_notes.store.repositories import Repositories


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
    role: str = "",
) -> None:
    """Relate each of some items to another one, or that one to each, as one step."""
    with library.change("Link") as data:
        for item_id in item_ids:
            if item_id != other_id:
                ends = (other_id, item_id) if backwards else (item_id, other_id)
                data.links.add(*ends, type, role)


def relations_of(data: Repositories) -> dict[str, Relation]:
    """Return every type of link that a library knows by name: the built-in ones, then its own."""
    return {**RELATIONS, **data.relation_types.all()}


def define_relation(library: Library, label: str, inverse: str) -> Relation:
    """Make a type of link of the user's own: how it reads from its beginning and from its end.

    UserError for empty words, or words that another type has already.
    """
    label, inverse = _readings(library, label, inverse)
    taken = lambda name: name in relations_of(library.data)  # noqa: E731
    relation = Relation(unique_key(label, "relation", taken), label, inverse)
    with library.change("Define type of link") as data:
        data.relation_types.add(relation)
    return relation


def rename_relation(library: Library, name: str, label: str, inverse: str) -> None:
    """Let one of the user's own types of links read otherwise, wherever it stands."""
    label, inverse = _readings(library, label, inverse, but=name)
    if name not in library.data.relation_types.all():
        raise UserError("That type of link is built in.", "Define one of your own.")
    with library.change("Rename type of link") as data:
        data.relation_types.set(Relation(name, label, inverse))


def delete_relation(library: Library, name: str) -> None:
    """Take one of the user's own types away; UserError while any link is of it."""
    known = library.data.relation_types.all()
    if name not in known:
        raise UserError("That type of link is built in.", "It cannot be deleted.")
    if used := len(library.data.links.of_type(name)):
        raise UserError(
            f"'{known[name].label}' is the type of {used} links.",
            "Remove those links first, or give the type another name.",
        )
    with library.change("Delete type of link") as data:
        data.relation_types.remove(name)


def _readings(library: Library, label: str, inverse: str, *, but: str = "") -> tuple[str, str]:
    label, inverse = " ".join(label.split()), " ".join(inverse.split())
    if not label or not inverse:
        raise UserError(
            "A type of link reads from both ends.", "Say both, as 'betrayed' and 'was betrayed by'."
        )
    for relation in relations_of(library.data).values():
        if relation.name != but and label.casefold() == relation.label.casefold():
            raise UserError(f"There is a type '{relation.label}' already.", "Choose other words.")
    return label, inverse


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
