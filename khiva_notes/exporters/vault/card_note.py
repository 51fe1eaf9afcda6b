"""The note of a card: its fields, names, own words, quotations and connections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from khiva_notes.exporters.parts import facts
from khiva_notes.exporters.parts.escape import inline, quotation
from khiva_notes.exporters.parts.quotes import same_words
from khiva_notes.exporters.vault.blocks import Note
from khiva_notes.exporters.vault.front import FrontValue
from khiva_notes.exporters.vault.links import Links
from khiva_notes.model.comparison import Quote
from khiva_notes.model.dates import describe
from khiva_notes.model.items import Item
from khiva_notes.model.kinds import KINDS

_OURS = ("key", "kind", "title", "aliases", "tags", "created", "cssclasses", "publish")


def card_note(links: Links, item: Item) -> Note:
    """Return the note of a person, event, claim, place or group."""
    blocks = {
        "card": head(links, item),
        "names": _names(links, item),
        "text": links.body(item.body),
        "quotations": quotations(links, item, "In the sources"),
        "connections": connections(links, item),
    }
    return Note(item.key, properties(links, item), without_empty(blocks))


def without_empty(blocks: dict[str, str]) -> dict[str, str]:
    """Return the blocks that say something."""
    return {part: text for part, text in blocks.items() if text.strip()}


def properties(links: Links, item: Item) -> dict[str, FrontValue]:
    """Return the note's front matter: flat keys, links as Obsidian's properties write them."""
    snapshot = links.snapshot
    front: dict[str, FrontValue] = {"key": item.key, "kind": item.kind, "title": item.title}
    stem = links.stem(item)
    title = facts.title(item)
    spellings = [name.text for name in snapshot.names.get(item.id, ()) if name.text]
    front["aliases"] = list(dict.fromkeys([*spellings, *([title] if title != stem else [])]))
    front["tags"] = _tags(snapshot.tags.get(item.id, ()))
    if item.starred:
        front["starred"] = True
    for field in facts.fields_of(item):
        when = snapshot.dates.get(item.id, {}).get(field.name)
        if field.is_date and when:
            front[_free(field.name)] = when.edtf or describe(when)
            if when.original:
                front[f"{field.name}-as-written"] = when.original
            if when.inferred:
                front[f"{field.name}-inferred"] = True
        elif field.is_link:
            linked = facts.links_of_field(snapshot, item, field)
            shown = list(dict.fromkeys(links.property(other) for _, other in linked))
            if shown:
                front[_free(field.name)] = shown[0] if field.type == "card" else shown
    for name, value in item.fields.items():
        if value != "":
            front[_free(name)] = value
    if item.created:
        front["created"] = item.created
    return front


def head(links: Links, item: Item) -> str:
    """Return the title, what kind of thing it is, and its fields as a list."""
    kind = KINDS.get(item.kind)
    says = f"{kind.glyph} {kind.label}" if kind else inline(item.kind)
    known = facts.facts(links.snapshot, item, links.show)
    listed = "\n".join(f"- **{fact.label}:** {fact.text}" for fact in known)
    return "\n\n".join(part for part in (f"# {facts.plain_title(item)}", says, listed) if part)


def quotations(links: Links, item: Item, heading: str) -> str:
    """Return every quotation of an item, each with its citation and the link to its paragraph."""
    parts = quoted(links, links.snapshot.quotes.get(item.id, ()))
    return "\n\n".join([f"## {heading}", *parts]) if parts else ""


def quoted(links: Links, quotes: Iterable[Quote]) -> list[str]:
    """Return quotations as block quotes, under each the places where just these words stand."""
    parts: list[str] = []
    for words, group in same_words(quotes):
        places = dict.fromkeys(place for place in map(links.place, group) if place)
        parts.append(quotation(words))
        parts += [f"— {'; '.join(places)}"] if places else []
    return parts


def connections(links: Links, item: Item) -> str:
    """Return the links from and to an item that its fields do not show."""
    found = facts.connections(links.snapshot, item, links.show)
    lines = [f"- {inline(fact.label)} {fact.text}" for fact in found]
    lines += [f"- has a part in {links.to(other)}" for other in links.claimed.get(item.id, ())]
    return "\n".join(["## Connections", "", *lines]) if lines else ""


def _names(links: Links, item: Item) -> str:
    names = links.snapshot.names.get(item.id, ())
    if not names:
        return ""
    by_passage = {quote.passage.id: quote for quote in links.snapshot.quotes.get(item.id, ())}
    lines = []
    for name in names:
        about = [name.kind, name.language, name.script]
        quote = by_passage.get(name.passage_id) if name.passage_id else None
        where = f" — {links.place(quote)}" if quote else ""
        said = ", ".join(inline(part) for part in about if part)
        lines.append(f"- {inline(name.text)} ({said}){where}")
    return "\n".join(["## Names", "", *lines])


def _tags(tags: Sequence[str]) -> list[str]:
    """Return tags as Obsidian takes them: no blanks, no signs, not only digits."""
    result = []
    for tag in tags:
        text = re.sub(r"[\s,]+", "-", tag.strip())
        text = re.sub(r"[!-,.:-@\[-^`{-~]+", "", text).strip("/")
        if text:
            result.append(f"_{text}" if text.isdigit() else text)
    return list(dict.fromkeys(result))


def _free(name: str) -> str:
    """Return a key for a field that no property of the note itself has."""
    return f"field-{name}" if name in _OURS else name
