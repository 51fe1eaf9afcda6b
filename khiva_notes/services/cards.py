"""Commands on cards, and on sources and disputes as far as they are like cards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from khiva_notes.model.dates import HistoricalDate
from khiva_notes.model.errors import UserError
from khiva_notes.model.items import FieldValue, Item
from khiva_notes.model.kinds import KINDS
from khiva_notes.model.names import script_of
from khiva_notes.services.library import Library


def create(
    library: Library,
    kind: str,
    title: str,
    *,
    key: str = "",
    body: str = "",
    fields: Mapping[str, FieldValue] | None = None,
) -> Item:
    """Make an item of ``kind``; a named kind takes its title as its preferred name.

    UserError for an empty title or a key that is taken.
    """
    declared = KINDS[kind]
    title = _clean(title, declared.label)
    with library.change(f"Add {declared.label.lower()}") as data:
        if key and data.items.key_taken(key):
            raise UserError(f"The key '{key}' is taken.", "Choose another.")
        for name in fields or {}:
            declared.field(name)
        item_id = data.items.add(kind, title, key=key, body=body, fields=fields)
        if declared.named:
            data.names.add(item_id, title, "preferred", script=script_of(title))
        return data.items.get(item_id)


def rename(library: Library, item_id: int, title: str) -> None:
    """Give an item another title; of a named kind, that is its preferred name as well."""
    item = library.data.items.get(item_id)
    declared = KINDS[item.kind]
    title = _clean(title, declared.label)
    with library.change(f"Rename {declared.label.lower()}", merge=("title", item_id)) as data:
        data.items.set(item_id, title=title)
        for name in data.names.of(item_id):
            if name.kind == "preferred":
                data.names.set(
                    name.id,
                    text=title,
                    kind="preferred",
                    language=name.language,
                    script=script_of(title),
                )


def write_body(library: Library, item_id: int, body: str, *, origin: str = "") -> None:
    """Replace an item's notes, which are Markdown."""
    kind = KINDS[library.data.items.get(item_id).kind].label.lower()
    with library.change(f"Edit {kind}", merge=("body", item_id), origin=origin) as data:
        data.items.set(item_id, body=body)


def set_field(library: Library, item_id: int, name: str, value: FieldValue | None) -> None:
    """Set a plain field that the item's kind declares, or clear it; KeyError for any other."""
    field = KINDS[library.data.items.get(item_id).kind].field(name)
    if field.is_link or field.is_date:
        raise KeyError(f"{name} is no plain field")
    with library.change(f"Edit {field.label.lower()}", merge=("field", item_id, name)) as data:
        data.items.set_field(item_id, name, value)


def set_date(library: Library, item_id: int, name: str, date: HistoricalDate | None) -> None:
    """Set a date field that the item's kind declares, or clear it; KeyError for any other."""
    field = KINDS[library.data.items.get(item_id).kind].field(name)
    if not field.is_date:
        raise KeyError(f"{name} is no date")
    with library.change(f"Edit {field.label.lower()}", merge=("field", item_id, name)) as data:
        data.dates.set("item", item_id, date, name)


def set_links(
    library: Library, item_id: int, name: str, targets: Iterable[tuple[int, str]]
) -> None:
    """Let a link field hold just these cards, each with a role in words or an empty one.

    UserError if a card is of a kind that the field does not take.
    """
    kind = KINDS[library.data.items.get(item_id).kind]
    field = kind.field(name)
    if not field.is_link:
        raise KeyError(f"{name} is no link")
    wanted = list(dict.fromkeys(targets))
    if field.type == "card":
        wanted = wanted[-1:]
    with library.change(f"Edit {field.label.lower()}", merge=("field", item_id, name)) as data:
        for target, _ in wanted:
            other = data.items.get(target)
            if field.accepts and other.kind not in field.accepts:
                raise UserError(
                    f"'{other.title}' is a {other.kind}.",
                    f"'{field.label}' takes {' or '.join(field.accepts)}.",
                )
        for link in data.links.of(item_id):
            if link.type == field.relation:
                if (link.to_id, link.role) in wanted:
                    wanted.remove((link.to_id, link.role))
                else:
                    data.links.remove(link.id)
        for target, role in wanted:
            data.links.add(item_id, target, field.relation, role)


def link_new(
    library: Library, item_id: int, name: str, kind: str, title: str, role: str = ""
) -> Item:
    """Make a card and let a link field of an item hold it, as one step; return the new card."""
    declared = KINDS[library.data.items.get(item_id).kind].field(name)
    with library.change(f"Add {kind}") as data:
        card = create(library, kind, title)
        held = [
            (link.to_id, link.role)
            for link in data.links.of(item_id)
            if link.type == declared.relation
        ]
        set_links(library, item_id, name, [*held, (card.id, role)])
        return card


def make_related(
    library: Library,
    item_ids: Iterable[int],
    type: str,
    kind: str,
    title: str,
    *,
    backwards: bool = False,
    role: str = "",
) -> Item:
    """Make a card and link items to it, or it to them, as one step; return the new card."""
    with library.change(f"Add {kind}") as data:
        card = create(library, kind, title)
        for item_id in item_ids:
            ends = (card.id, item_id) if backwards else (item_id, card.id)
            data.links.add(*ends, type, role)
        return card


def star(library: Library, item_id: int, on: bool) -> None:
    """Mark an item as one to come back to, or not."""
    with library.change("Star" if on else "Unstar") as data:
        data.items.set(item_id, starred=int(on))


def star_all(library: Library, item_ids: Iterable[int], on: bool) -> None:
    """Mark items as ones to come back to, or not, as one step."""
    with library.change("Star" if on else "Unstar") as data:
        for item_id in item_ids:
            data.items.set(item_id, starred=int(on))


def _clean(title: str, label: str) -> str:
    title = " ".join(title.split())
    if not title:
        raise UserError(f"A {label.lower()} needs a title.", "Type a few words.")
    return title
