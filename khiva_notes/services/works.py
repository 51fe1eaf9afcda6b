"""Sources as works: their CSL-JSON items, their citation keys, and what a bibliography tells."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from khiva_notes.model.bibliography.citekeys import citekey, free_citekey
from khiva_notes.model.bibliography.csl import (
    CslItem,
    Work,
    author_names,
    item_of,
    parts_of,
    year_of,
)
from khiva_notes.model.errors import UserError
from khiva_notes.model.items import Item
from khiva_notes.services.library import Library
from khiva_notes.store.repositories import Repositories

_KEY = re.compile(r"[^\s{}\[\]@,;\"'#%~\\()=]+")


def csl_of(data: Repositories, source_id: int) -> CslItem:
    """Return a source as a complete CSL-JSON item; ``id`` is its citation key."""
    return csl_of_many(data, [source_id])[source_id]


def csl_of_many(data: Repositories, source_ids: Collection[int]) -> dict[int, CslItem]:
    """Return sources as CSL-JSON items by number; those that do not exist are left out.

    A source that was never given a key gets here the one it would be given.
    """
    sources = {id_: item for id_, item in data.items.many(source_ids).items() if _is_work(item)}
    rows = data.works.of_many(list(sources))
    dates = data.dates.of_many("item", list(sources))
    authors = _author_cards(data, sources)
    items: dict[int, CslItem] = {}
    fresh: set[str] = set()
    for source_id, source in sources.items():
        row = rows.get(source_id)
        its = dates.get(source_id, {})
        item = item_of(
            Work(
                row.citekey if row else "",
                source.title,
                source.fields,
                its.get("written"),
                its.get("published"),
                its.get("accessed"),
                authors.get(source_id, ()),
                row.csl if row else {},
            )
        )
        if row is None:
            item["id"] = free_citekey(_suggested(item), lambda key: _taken(data, key, fresh))
            fresh.add(item["id"].casefold())
        items[source_id] = item
    return items


def citekey_of(data: Repositories, source_id: int) -> str:
    """Return the key by which a source is cited, or would be if it is given one now."""
    row = data.works.of(source_id)
    return row.citekey if row else str(csl_of(data, source_id)["id"])


def fix_citekeys(library: Library, source_ids: Iterable[int]) -> dict[int, str]:
    """Give those sources that have none yet their citation key for good; return all keys.

    Whatever hands a key out (an export, the clipboard) calls this, so that it never changes.
    """
    wanted = list(source_ids)
    keys = {id_: row.citekey for id_, row in library.data.works.of_many(wanted).items()}
    missing = [source_id for source_id in wanted if source_id not in keys]
    if missing:
        with library.change("Give citation keys") as data:
            for source_id, item in csl_of_many(data, missing).items():
                data.works.set(source_id, str(item["id"]), {})
                keys[source_id] = str(item["id"])
    return keys


def set_citekey(library: Library, source_id: int, key: str) -> None:
    """Give a source the citation key its reader wants; UserError if taken or not a key."""
    key = key.strip()
    if not _KEY.fullmatch(key):
        raise UserError(
            f"'{key}' is no citation key.",
            "Use letters, digits, hyphens, underscores, dots or colons, without spaces.",
        )
    holder = library.data.works.by_citekey(key)
    if holder not in (None, source_id):
        other = library.data.items.get(holder).title
        raise UserError(f"'{key}' is the citation key of '{other}'.", "Choose another.")
    row = library.data.works.of(source_id)
    with library.change("Set citation key", merge=("citekey", source_id)) as data:
        data.works.set(source_id, key, row.csl if row else {})


def describe_work(
    library: Library, source_id: int, item: Mapping[str, Any], *, over: bool = False
) -> None:
    """Fill a source's empty fields from a CSL-JSON item; with ``over`` the item wins.

    The item's own key becomes the source's if that has none and it is free; without one the
    source gets its key when one is asked for. Variables that no field holds are kept. One step.
    """
    parts = parts_of(item)
    with library.change("Describe source") as data:
        source = data.items.get(source_id)
        if over and parts.title and parts.title != source.title:
            data.items.set(source_id, title=parts.title)
        for name, value in parts.fields.items():
            if over or source.fields.get(name, "") == "":
                data.items.set_field(source_id, name, value)
        held = data.dates.of_many("item", [source_id]).get(source_id, {})
        for name, date in parts.dates.items():
            if over or name not in held:
                data.dates.set("item", source_id, date, name)
        row = data.works.of(source_id)
        kept = dict(row.csl) if row else {}
        extra = {**kept, **parts.extra} if over else {**parts.extra, **kept}
        key = row.citekey if row else ""
        if not key and _KEY.fullmatch(parts.citekey) and not data.works.by_citekey(parts.citekey):
            key = parts.citekey
        if key or extra:
            data.works.set(source_id, key or citekey_of(data, source_id), extra)


def _suggested(item: CslItem) -> str:
    return citekey(author_names(item), str(item.get("title", "")), year_of(item))


def _taken(data: Repositories, key: str, fresh: Collection[str]) -> bool:
    return key.casefold() in fresh or data.works.by_citekey(key) is not None


def _is_work(item: Item) -> bool:
    return item.kind == "source"


def _author_cards(data: Repositories, sources: Collection[int]) -> dict[int, list[str]]:
    ids = {
        source_id: [link.to_id for link in links if link.type == "author"]
        for source_id, links in data.links.of_many(sources).items()
    }
    titles = data.items.titles({one for group in ids.values() for one in group})
    return {
        source_id: [titles[one] for one in group if one in titles]
        for source_id, group in ids.items()
    }
