"""What sources derive from: as a whole, or only in what they quote."""

from __future__ import annotations

import re
from collections.abc import Sequence

from khiva_notes.model.comparison import Comparison
from khiva_notes.model.items import Item, Link
from khiva_notes.store.repositories import Repositories

_WHOLE = re.compile(
    r"\b(?:translat|cop(?:y|ies|ied)|reprint|summar|abridg|epitom|перевод|копи)", re.IGNORECASE
)
_PARTLY = re.compile(
    r"\b(?:quot|cite|citing|excerpt|extract|clause|sentence|words|retold|mention|цитат|цитир)",
    re.IGNORECASE,
)

Derivations = dict[str, tuple[str, ...]]


def derivations_of(
    data: Repositories, comparison: Comparison
) -> tuple[Derivations, Derivations, dict[str, str]]:
    """Follow what a dispute's sources derive from, all the way.

    Returns by a source's key what it derives from as a whole, what it only quotes, and the titles
    of all of these and of who speaks. An article that quotes a memoir does not go back to it in
    what it says itself; a translation does.
    """
    waiting = {column.source.id for column in comparison.columns if column.source}
    waiting |= {i for column in comparison.columns for i in column.account.basis_source_ids}
    derived: dict[int, list[Link]] = {}
    while waiting:
        found = data.links.of_many(waiting)
        for source_id in waiting:
            derived[source_id] = [
                link for link in found.get(source_id, ()) if link.type == "derived-from"
            ]
        waiting = {link.to_id for links in derived.values() for link in links} - derived.keys()
    items = data.items.many(derived)
    whole: Derivations = {}
    partly: Derivations = {}
    for source_id, links in derived.items():
        if source_id in items:
            source = items[source_id]
            known = [link for link in links if link.to_id in items]
            taken = [link for link in known if _is_whole(link, source, known)]
            whole[source.key] = tuple(items[link.to_id].key for link in taken)
            partly[source.key] = tuple(items[k.to_id].key for k in known if k not in taken)
    titles = {item.key: item.title for item in items.values()}
    titles |= {
        column.voice.key: column.voice.title for column in comparison.columns if column.voice
    }
    return whole, {key: keys for key, keys in partly.items() if keys}, titles


def _is_whole(link: Link, source: Item, links: Sequence[Link]) -> bool:
    """Tell whether all that a source says may come from another.

    What the link says decides, then what the source is called; else a single origin is taken to
    be one, and several are taken to be a writer's reading.
    """
    said = f"{link.role} {link.note}"
    if _WHOLE.search(said):
        return True
    if _PARTLY.search(said):
        return False
    testimony = source.fields.get("testimony")
    return testimony == "derivative" or (testimony != "authored" and len(links) == 1)
