"""A source as the window's reader needs it: text, passages, cards and marks, read at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from khiva_notes.model.dates import describe
from khiva_notes.model.items import Item
from khiva_notes.model.kinds import KINDS
from khiva_notes.model.offsets import Utf16
from khiva_notes.model.passages import CitationMark, Passage
from khiva_notes.model.texts import Mark, TextBody, VersionInfo
from khiva_notes.store.repositories import Repositories
from khiva_notes.store.store import Reader


@dataclass(frozen=True, slots=True)
class CardBrief:
    """A card in a few words: ``line`` is its date, role or speaker, whichever its kind has."""

    id: int
    kind: str
    title: str
    line: str = ""
    starred: bool = False


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source that has a text, and everything that hangs on that text.

    ``looks`` are the file's own marks on its words, such as emphasis;
    ``passages`` are in reading order, the longer first where several begin; ``cards`` are by
    number those that the passages belong to; ``works`` the titles of the works that are cited.
    """

    source: Item
    version: VersionInfo
    body: TextBody
    offsets: Utf16
    passages: tuple[Passage, ...]
    cards: Mapping[int, CardBrief]
    marks: tuple[CitationMark, ...]
    works: Mapping[int, str]
    looks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class CitedWork:
    """A source that has no text: who cites it, each with the number of marks and the first one."""

    source: Item
    cited_by: tuple[Citing, ...]


@dataclass(frozen=True, slots=True)
class Citing:
    """A source that cites another: how often, and where the first mark stands in code points."""

    source_id: int
    title: str
    count: int
    start: int
    end: int


def read_source(path: Path, source_id: int) -> SourceText | CitedWork:
    """Read a source of the library at ``path`` on a connection of its own, from any thread.

    LookupError if there is no such item.
    """
    reader = Reader(path)
    try:
        with reader.moment() as data:
            source = data.items.get(source_id)
            version = data.texts.current(source_id)
            if version is None:
                return CitedWork(source, cited_by(data, source_id))
            body = data.texts.body(version.id)
            passages = tuple(data.passages.in_version(version.id))
            marks = tuple(data.citations.in_version(version.id))
            return SourceText(
                source,
                version,
                body,
                Utf16(body.text),
                passages,
                briefs(data, {p.item_id for p in passages if p.item_id is not None}),
                marks,
                work_titles(data, marks),
                data.texts.marks(version.id),
            )
    finally:
        reader.close()


def briefs(data: Repositories, item_ids: Collection[int]) -> dict[int, CardBrief]:
    """Return these cards in a few words, by number; those in the trash are left out."""
    items = {
        item_id: item for item_id, item in data.items.many(item_ids).items() if not item.trashed
    }
    dates = data.dates.of_many("item", items)
    claims = [item.id for item in items.values() if item.kind == "claim"]
    speakers = {
        link.from_id: link.to_id
        for group in data.links.of_many(claims).values()
        for link in group
        if link.type == "speaker"
    }
    voices = data.items.many(set(speakers.values()))
    found = {}
    for item_id, item in items.items():
        if item.kind == "claim":
            voice = voices.get(speakers.get(item_id, 0))
            line = voice.title if voice else ""
        elif item.kind == "event":
            date = dates.get(item_id, {}).get("date")
            line = describe(date) if date else ""
        else:
            line = str(item.fields.get("role") or item.fields.get("type") or "")
        found[item_id] = CardBrief(item_id, item.kind, item.title, line, item.starred)
    return found


def work_titles(data: Repositories, marks: Collection[CitationMark]) -> dict[int, str]:
    """Return the titles of the works that marks stand for, by number."""
    works = data.items.many({mark.work_id for mark in marks if mark.work_id is not None})
    return {work_id: work.title for work_id, work in works.items() if not work.trashed}


def cited_by(data: Repositories, work_id: int) -> tuple[Citing, ...]:
    """Return the sources in whose current texts some mark stands for a work, by title."""
    first: dict[int, CitationMark] = {}
    counts: dict[int, int] = {}
    for mark in data.citations.all():
        if mark.work_id == work_id:
            first.setdefault(mark.version_id, mark)
            counts[mark.version_id] = counts.get(mark.version_id, 0) + 1
    found = []
    sources = data.items.many(set(data.texts.sources_of(first).values()))
    for version_id, source_id in data.texts.sources_of(first).items():
        source, current = sources[source_id], data.texts.current(source_id)
        if not source.trashed and current is not None and current.id == version_id:
            mark = first[version_id]
            found.append(Citing(source_id, source.title, counts[version_id], mark.start, mark.end))
    return tuple(sorted(found, key=lambda citing: (citing.title.casefold(), citing.source_id)))


def are_related(data: Repositories, one: int, other: int) -> bool:
    """Tell whether a source goes back to another, or both of them to a third."""
    roots = [
        {source, *(link.to_id for link in data.links.of(source) if link.type == "derived-from")}
        for source in (one, other)
    ]
    return bool(roots[0] & roots[1])


def card_glyph(kind: str) -> str:
    """Return the character that tells a kind without colour; that of a highlight for none."""
    return KINDS[kind].glyph if kind in KINDS else "✎"
