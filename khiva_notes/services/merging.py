"""Two cards that turn out to be one: made into one, and taken apart again as they were."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

from khiva_notes.model.errors import UserError
from khiva_notes.model.items import FieldValue, Item
from khiva_notes.model.kinds import KINDS
from khiva_notes.model.relations import MERGED
from khiva_notes.services.library import Library
from khiva_notes.store.items import now
from khiva_notes.store.repositories import Repositories


@dataclass(frozen=True, slots=True)
class _Body:
    """One item's notes before and after a merge, so that they can be put back if untouched."""

    item_id: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Record:
    """What a merge did, kept as the note of the link between the two cards."""

    moved: dict[str, list[int]]
    name_id: int = 0
    name: str = ""
    fields: dict[str, FieldValue] = field(default_factory=dict)
    bodies: list[_Body] = field(default_factory=list)
    starred: bool = False


def merge(library: Library, into_id: int, other_ids: Iterable[int]) -> None:
    """Make one card of several of a kind: the others' passages, names, links and all go to it.

    What the card has already, it keeps. The others leave every list, and each can be taken out
    again by ``take_apart``. UserError for cards of different kinds, or none that can be merged.
    """
    others = [library.data.items.get(each) for each in other_ids if each != into_id]
    into = library.data.items.get(into_id)
    if not others:
        raise UserError("One card alone cannot be merged.", "Select two cards of one kind.")
    for item in (into, *others):
        if item.kind != into.kind or not KINDS[item.kind].is_card or item.trashed:
            raise UserError(
                f"'{item.title}' cannot be merged with '{into.title}'.",
                "Select cards of one kind that are not in the trash.",
            )
    with library.change(f"Merge {KINDS[into.kind].plural.lower()}") as data:
        for other in others:
            _merge_one(data, data.items.get(into_id), data.items.get(other.id))


def take_apart(library: Library, other_id: int) -> Item:
    """Let a merged card stand by itself again with all that it brought; return it.

    What was changed since the merge stays as it is now. UserError if the card is no merged one.
    """
    found = [link for link in library.data.links.of(other_id) if link.type == MERGED]
    if not found:
        raise UserError("That card is not part of another one.", "It may stand by itself already.")
    link = found[0]
    record = _from_json(link.note)
    kind = KINDS[library.data.items.get(other_id).kind]
    with library.change(f"Take apart {kind.plural.lower()}") as data:
        data.links.remove(link.id)
        data.belongings.move_back(record.moved, link.to_id, other_id)
        _take_back(data, link.to_id, record)
        data.items.set(other_id, trashed="")
        return data.items.get(other_id)


def merged_into(data: Repositories, item_id: int) -> list[Item]:
    """Return the cards that were made part of this one, in the order in which that happened."""
    ids = [link.from_id for link in data.links.to(item_id) if link.type == MERGED]
    items = data.items.many(ids)
    return [items[number] for number in ids if number in items]


def all_merged(data: Repositories) -> set[int]:
    """Return the numbers of all cards that are part of another one."""
    return {link.from_id for link in data.links.of_type(MERGED)}


def _merge_one(data: Repositories, into: Item, other: Item) -> None:
    bodies = _relink(data, into, other)
    moved = data.belongings.move(other.id, into.id)
    name_id = _keep_title(data, into, other)
    fields = {name: value for name, value in other.fields.items() if name not in into.fields}
    for name, value in fields.items():
        data.items.set_field(into.id, name, value)
    before = data.items.get(into.id).body
    if other.body and other.body != before:
        after = f"{before}\n\n{other.body}" if before else other.body
        data.items.set(into.id, body=after)
        bodies.append(_Body(into.id, before, after))
    starred = other.starred and not into.starred
    if starred:
        data.items.set(into.id, starred=1)
    data.items.set(other.id, trashed=now())
    record = _Record(moved, name_id, other.title if name_id else "", fields, bodies, starred)
    note = json.dumps(asdict(record), ensure_ascii=False)
    data.links.add(other.id, into.id, MERGED, note=note)


def _relink(data: Repositories, into: Item, other: Item) -> list[_Body]:
    """Let notes that link to the other card link to the one that it becomes part of."""
    bodies = []
    for item in data.items.linking_to(other.key):
        if item.id == other.id:
            continue
        after = item.body
        for end in ("]]", "|", "#"):
            after = after.replace(f"[[{other.key}{end}", f"[[{into.key}{end}")
        data.items.set(item.id, body=after)
        bodies.append(_Body(item.id, item.body, after))
    return bodies


def _keep_title(data: Repositories, into: Item, other: Item) -> int:
    """Keep the other's title as one more form of a name; return the form's number, or 0."""
    if not KINDS[into.kind].named:
        return 0
    if any(name.text == other.title for name in data.names.of(into.id)):
        return 0
    form = next((n for n in data.names.of(other.id) if n.kind == "preferred"), None)
    language, script = (form.language, form.script) if form else ("", "")
    return data.names.add(into.id, other.title, "variant", language=language, script=script)


def _take_back(data: Repositories, into_id: int, record: _Record) -> None:
    for name in data.names.of(into_id):
        if (name.id, name.text, name.kind) == (record.name_id, record.name, "variant"):
            data.names.remove(name.id)
    for field_name, value in record.fields.items():
        if data.items.get(into_id).fields.get(field_name) == value:
            data.items.set_field(into_id, field_name, None)
    for body in reversed(record.bodies):
        item = data.items.find(body.item_id)
        if item is not None and item.body == body.after:
            data.items.set(item.id, body=body.before)
    if record.starred:
        data.items.set(into_id, starred=0)


def _from_json(note: str) -> _Record:
    kept = json.loads(note)
    bodies = [_Body(**body) for body in kept.pop("bodies")]
    return _Record(**kept, bodies=bodies)
