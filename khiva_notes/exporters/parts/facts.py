"""What is known of a card, field by field and link by link, as Markdown for every exporter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from khiva_notes.exporters.parts import words
from khiva_notes.exporters.parts.escape import inline
from khiva_notes.model.items import FieldValue, Item, Link
from khiva_notes.model.kinds import KINDS, Field
from khiva_notes.model.relations import relation_named
from khiva_notes.model.snapshot import Snapshot

Show = Callable[[Item], str]
"""Gives the Markdown by which another card is named: a link, or just its title."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One field of a card with its value as Markdown."""

    label: str
    text: str


def title(item: Item) -> str:
    """Return an item's title in one line, never empty."""
    return " ".join(item.title.split()) or item.key


def plain_title(item: Item) -> str:
    """Return an item's title escaped: the way of naming it where nothing can be linked."""
    return inline(title(item))


def fields_of(item: Item) -> tuple[Field, ...]:
    """Return the fields that the item's kind declares."""
    return KINDS[item.kind].fields if item.kind in KINDS else ()


def facts(snapshot: Snapshot, item: Item, show: Show) -> list[Fact]:
    """Return every field that has a value, declared ones first, then any other that is there."""
    result: list[Fact] = []
    declared = fields_of(item)
    for field in declared:
        text = _value(snapshot, item, field, show)
        if text:
            result.append(Fact(field.label, text))
    known = {field.name for field in declared}
    for name, value in item.fields.items():
        if name not in known and value != "":
            result.append(Fact(name.replace("-", " ").capitalize(), inline(plain(value))))
    return result


def links_of_field(snapshot: Snapshot, item: Item, field: Field) -> list[tuple[Link, Item]]:
    """Return the links that are a field's value, with the items they lead to."""
    return [
        (link, snapshot.items[link.to_id])
        for link in snapshot.links.get(item.id, ())
        if link.type == field.relation
        and link.to_id in snapshot.items
        and snapshot.items[link.to_id].kind in field.accepts
    ]


def connections(snapshot: Snapshot, item: Item, show: Show) -> list[Fact]:
    """Return the links that no field shows, both ways, by the words of their relation."""
    grouped: dict[str, list[str]] = {}
    for says, other, link in _other_links(snapshot, item):
        grouped.setdefault(says, []).append(_named(show(other), link.role, link.note))
    return [Fact(says, text) for says, texts in grouped.items() for text in texts]


def plain(value: FieldValue) -> str:
    """Return a field's plain value in words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _value(snapshot: Snapshot, item: Item, field: Field, show: Show) -> str:
    if field.is_date:
        when = snapshot.dates.get(item.id, {}).get(field.name)
        return inline(words.date(when)) if when else ""
    if field.is_link:
        linked = links_of_field(snapshot, item, field)
        return "; ".join(_named(show(other), link.role, link.note) for link, other in linked)
    value = item.fields.get(field.name, "")
    return inline(plain(value)) if value != "" else ""


def _other_links(snapshot: Snapshot, item: Item) -> Iterator[tuple[str, Item, Link]]:
    shown = {
        link.id
        for field in fields_of(item)
        if field.is_link
        for link, _ in links_of_field(snapshot, item, field)
    }
    for link in snapshot.links.get(item.id, ()):
        other = snapshot.items.get(link.to_id)
        if other and link.id not in shown:
            yield relation_named(link.type, snapshot.relations).label, other, link
    for link in snapshot.backlinks.get(item.id, ()):
        other = snapshot.items.get(link.from_id)
        if other:
            yield relation_named(link.type, snapshot.relations).inverse, other, link


def _named(shown: str, role: str, note: str) -> str:
    as_what = f" ({inline(role)})" if role else ""
    return f"{shown}{as_what}" + (f": {inline(note)}" if note else "")
