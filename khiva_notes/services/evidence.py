"""What a card rests on and what rests on it, read together for its page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from khiva_notes.model.citing import locator
from khiva_notes.model.items import Item
from khiva_notes.model.passages import Passage
from khiva_notes.model.texts import TextBody
from khiva_notes.services.reading import Citing, cited_by
from khiva_notes.store.repositories import Repositories
from khiva_notes.store.store import Reader

_AROUND = 160
"""Code points of context shown before and after a passage, cut at a word and at the paragraph."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One passage with the words around it in its paragraph, its source, and how to cite it."""

    passage: Passage
    source: Item
    before: str
    after: str
    place: str


@dataclass(frozen=True, slots=True)
class Footing:
    """All evidence of a card in reading order, and all that uses the card.

    ``disputes`` rest on it, ``essays`` have a part for it or quote its passages, ``notes`` of
    these items link to it, ``cited_by`` are the sources that have citation marks standing for it.
    """

    item_id: int
    evidence: tuple[Evidence, ...] = ()
    disputes: tuple[Item, ...] = ()
    notes: tuple[Item, ...] = ()
    cited_by: tuple[Citing, ...] = ()
    essays: tuple[Item, ...] = ()


def read_footing(
    path: Path, item_id: int, cancelled: Callable[[], bool] = lambda: False
) -> Footing:
    """Read a card's footing through a connection of its own, on whatever thread."""
    reader = Reader(path)
    try:
        with reader.moment() as data:
            item = data.items.find(item_id)
            if item is None or cancelled():
                return Footing(item_id)
            return _footing(data, item)
    finally:
        reader.close()


def _footing(data: Repositories, item: Item) -> Footing:
    disputes = data.items.many(data.resting.on_items([item.id]))
    essays = data.items.many(data.essays.using(item.id))
    return Footing(
        item.id,
        tuple(read_evidence(data, data.passages.of(item.id))),
        tuple(d for d in disputes.values() if not d.trashed and d.id != item.id),
        tuple(n for n in data.items.linking_to(item.key, item.title) if n.id != item.id),
        cited_by(data, item.id) if item.kind == "source" else (),
        tuple(essay for essay in essays.values() if not essay.trashed and essay.id != item.id),
    )


def read_evidence(data: Repositories, passages: Sequence[Passage]) -> list[Evidence]:
    """Return passages as evidence, in their order; those of sources in the trash are left out."""
    bodies: dict[int, TextBody] = {}
    sources = data.texts.sources_of({passage.version_id for passage in passages})
    items = data.items.many(set(sources.values()))
    found = []
    for passage in passages:
        version = passage.version_id
        source = items.get(sources.get(version, 0))
        if source is None or source.trashed:
            continue
        if version not in bodies:
            bodies[version] = data.texts.body(version)
        body = bodies[version]
        before, after = _around(body.text, passage)
        found.append(Evidence(passage, source, before, after, locator(body, passage.start)))
    return found


def _around(text: str, passage: Passage) -> tuple[str, str]:
    if passage.status == "orphan":
        return passage.prefix, passage.suffix
    first = max(text.rfind("\n", 0, passage.start) + 1, passage.start - _AROUND)
    last = text.find("\n", passage.end)
    last = min(len(text) if last < 0 else last, passage.end + _AROUND)
    before, after = text[first : passage.start], text[passage.end : last]
    if first > 0 and text[first - 1] != "\n" and " " in before:
        before = "…\u00a0" + before[before.index(" ") :].lstrip()
    if last < len(text) and text[last] != "\n" and " " in after:
        after = after[: after.rindex(" ")] + "\u00a0…"
    return before, after
