"""Searching the library: what the index found, with the words and where they stand."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from khiva_notes.model.citing import locator
from khiva_notes.model.items import Item
from khiva_notes.model.wikilinks import without_links
from khiva_notes.search.documents import TEXT_KIND
from khiva_notes.search.index import SearchIndex
from khiva_notes.search.results import Hit, Results
from khiva_notes.search.snippets import Snippet, find_marks, snippet
from khiva_notes.services.documents import item_documents
from khiva_notes.services.indexing import Cancelled
from khiva_notes.store.repositories import Repositories


@dataclass(frozen=True, slots=True)
class Found:
    """One hit: the item, the words around the match, and the place in a text to open.

    ``kind`` is ``text`` for a paragraph of a source. ``version_id`` is None where the hit has no
    place in a text; ``start`` and ``end`` are code points, end exclusive. ``place`` is in words.
    """

    item: Item
    kind: str
    snippet: Snippet
    source: Item | None
    version_id: int | None
    start: int
    end: int
    place: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query found: the exact total, the first hits, and a better spelling if any."""

    query: str
    total: int
    found: tuple[Found, ...]
    by_kind: dict[str, int]
    suggestion: str


def find(
    index: SearchIndex,
    data: Repositories,
    query: str,
    *,
    limit: int = 20,
    kinds: Collection[str] | None = None,
    typing: bool = False,
    per_kind: int | None = None,
    cancelled: Cancelled | None = None,
) -> Answer:
    """Search the index and read the matching words from the library."""
    results = index.search(
        query, limit=limit, kinds=kinds, typing=typing, per_kind=per_kind, cancelled=cancelled
    )
    items = data.items.many({abs(hit.item) for hit in results.hits})
    found = [
        _found(data, items[abs(hit.item)], hit, results)
        for hit in results.hits
        if abs(hit.item) in items and not items[abs(hit.item)].trashed
    ]
    return Answer(query, results.total, tuple(found), dict(results.by_kind), results.suggestion)


def _found(data: Repositories, item: Item, hit: Hit, results: Results) -> Found:
    if hit.kind == TEXT_KIND:
        return _found_text(data, item, hit, results)
    passages = data.passages.of(item.id)
    quotes = dict.fromkeys(passage.exact for passage in passages)
    words = " · ".join(part for part in (without_links(item.body), " … ".join(quotes)) if part)
    if not find_marks(words, results.highlight):
        document = next(item_documents(data, [item.id]), None)
        words = document.body if document else words
    shown = snippet(words.replace("\n", " ") or item.title, results.highlight)
    if not passages:
        return Found(item, item.kind, shown, None, None, 0, 0, "")
    first = passages[0]
    source = data.items.find(data.texts.info(first.version_id).item_id)
    return Found(item, item.kind, shown, source, first.version_id, first.start, first.end, "")


def _found_text(data: Repositories, item: Item, hit: Hit, results: Results) -> Found:
    version = data.texts.current(item.id)
    if version is None:
        return Found(item, TEXT_KIND, snippet("", results.highlight), item, None, 0, 0, "")
    words = data.texts.slice(version.id, hit.start, hit.end)
    shown = snippet(words, results.highlight)
    start, end = hit.start, hit.end
    if shown.marks:
        begin, finish = shown.marks[0]
        start, end = hit.start + shown.offset + begin, hit.start + shown.offset + finish
    place = locator(data.texts.body(version.id), start)
    return Found(item, TEXT_KIND, shown, item, version.id, start, end, place)
