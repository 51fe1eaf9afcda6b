"""Searching the library: what the index found, with the words and where they stand."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from khiva_notes.model.citing import locator
from khiva_notes.model.dates import HistoricalDate, describe
from khiva_notes.model.items import Item
from khiva_notes.model.texts import TextBody
from khiva_notes.model.wikilinks import without_links
from khiva_notes.search.documents import TEXT_KIND
from khiva_notes.search.index import SearchIndex
from khiva_notes.search.results import Hit, Results, SearchCancelled
from khiva_notes.search.snippets import Snippet, find_marks, snippet
from khiva_notes.services.documents import item_documents
from khiva_notes.services.indexing import Cancelled
from khiva_notes.store.repositories import Repositories

__all__ = ["Answer", "Found", "Snippet", "find"]


@dataclass(frozen=True, slots=True)
class Found:
    """One hit: the item, the words around the match, and the place in a text to open.

    ``kind`` is ``text`` for a paragraph of a source. ``version_id`` is None where the hit has no
    place in a text; ``start`` and ``end`` are code points, end exclusive. ``place`` is in words,
    and so is ``date``: when an event happened or a source was written. Scores of one answer can
    be compared with each other, the higher the better. ``named`` tells that the query's words
    stand in the title or a name, and not only in what is said there. ``title_marks`` are the spans
    of the item's title in which they do, in code points; of a paragraph's source there are none.
    """

    item: Item
    kind: str
    snippet: Snippet
    source: Item | None
    version_id: int | None
    start: int
    end: int
    place: str
    date: str = ""
    score: float = 0.0
    named: bool = False
    title_marks: tuple[tuple[int, int], ...] = ()


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
    reading = _Reading(data, results, items)
    found = []
    for hit in results.hits:
        if cancelled is not None and cancelled():
            raise SearchCancelled
        item = items.get(abs(hit.item))
        if item is not None and not item.trashed:
            found.append(reading.found(item, hit))
    return Answer(query, results.total, tuple(found), dict(results.by_kind), results.suggestion)


class _Reading:
    """Reads what hits show, each text and each source only once."""

    def __init__(self, data: Repositories, results: Results, items: dict[int, Item]) -> None:
        self._data = data
        self._highlight = results.highlight
        self._dates = data.dates.of_many("item", items)
        self._names = data.names.of_many(items)
        self._sources: dict[int, Item | None] = {}
        self._bodies: dict[int, TextBody] = {}

    def found(self, item: Item, hit: Hit) -> Found:
        """Return a hit with its words."""
        if hit.kind == TEXT_KIND:
            return self._paragraph(item, hit)
        data = self._data
        passages = data.passages.of(item.id)
        quotes = dict.fromkeys(passage.exact for passage in passages)
        words = " · ".join(part for part in (without_links(item.body), " … ".join(quotes)) if part)
        if not find_marks(words, self._highlight):
            document = next(item_documents(data, [item.id]), None)
            if document is not None and find_marks(document.body, self._highlight):
                words = document.body
        shown = snippet(words.replace("\n", " ") or item.title, self._highlight)
        date = _in_words(self._dates.get(item.id, {}))
        marks = tuple(find_marks(item.title, self._highlight))
        names = [name.text for name in self._names.get(item.id, ())]
        named = bool(marks) or any(find_marks(name, self._highlight) for name in names)
        if not passages:
            return Found(
                item, item.kind, shown, None, None, 0, 0, "", date, hit.score, named, marks
            )
        first = passages[0]
        version = first.version_id
        return Found(
            item,
            item.kind,
            shown,
            self._source(version),
            version,
            first.start,
            first.end,
            locator(self._body(version), first.start),
            date,
            hit.score,
            named,
            marks,
        )

    def _paragraph(self, item: Item, hit: Hit) -> Found:
        data = self._data
        version = data.texts.current(item.id)
        date = _in_words(self._dates.get(item.id, {}))
        if version is None:
            empty = snippet("", self._highlight)
            return Found(item, TEXT_KIND, empty, item, None, 0, 0, "", date, hit.score)
        words = data.texts.slice(version.id, hit.start, hit.end)
        shown = snippet(words, self._highlight)
        start, end = hit.start, hit.end
        if shown.marks:
            begin, finish = shown.marks[0]
            start, end = hit.start + shown.offset + begin, hit.start + shown.offset + finish
        place = locator(self._body(version.id), start)
        return Found(item, TEXT_KIND, shown, item, version.id, start, end, place, date, hit.score)

    def _body(self, version_id: int) -> TextBody:
        if version_id not in self._bodies:
            self._bodies[version_id] = self._data.texts.body(version_id)
        return self._bodies[version_id]

    def _source(self, version_id: int) -> Item | None:
        if version_id not in self._sources:
            info = self._data.texts.info(version_id)
            self._sources[version_id] = self._data.items.find(info.item_id)
        return self._sources[version_id]


def _in_words(dates: dict[str, HistoricalDate]) -> str:
    date = dates.get("date") or dates.get("written")
    return (date.original or describe(date)) if date else ""
