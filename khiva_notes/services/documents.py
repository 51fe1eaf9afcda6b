"""What of the library is searched: every item and every paragraph of a text as plain documents."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from khiva_notes.model.kinds import KINDS
from khiva_notes.model.wikilinks import without_links
from khiva_notes.search.documents import TEXT_KIND, Document
from khiva_notes.services.lookup import Lookup
from khiva_notes.store.repositories import Repositories

_BATCH = 500


def text_group(source_id: int) -> int:
    """Return the number under which a source's paragraphs are indexed, apart from its card.

    So a card's edit does not index the text anew, nor the other way round.
    """
    return -source_id


def all_documents(data: Repositories) -> Iterator[Document]:
    """Yield a document for everything that is not in the trash, item by item."""
    ids = [item.id for item in data.items.all()]
    yield from item_documents(data, ids)
    yield from text_documents(data, [version.item_id for version in data.texts.all_current()])


def item_documents(data: Repositories, item_ids: Collection[int]) -> Iterator[Document]:
    """Yield a document for each of these items that exists and is not in the trash."""
    ids = list(item_ids)
    for begin in range(0, len(ids), _BATCH):
        lookup = Lookup.read(data, ids[begin : begin + _BATCH])
        for item_id in ids[begin : begin + _BATCH]:
            if item_id in lookup.items and not lookup.items[item_id].trashed:
                yield _document(item_id, lookup)


def text_documents(data: Repositories, source_ids: Collection[int]) -> Iterator[Document]:
    """Yield a document for each paragraph of these sources' current texts."""
    for source_id in source_ids:
        source = data.items.find(source_id)
        version = data.texts.current(source_id)
        if source is None or source.trashed or version is None:
            continue
        body = data.texts.body(version.id)
        for number, block in enumerate(body.blocks, 1):
            words = body.text[block.start : block.end]
            if words.strip():
                yield Document(
                    uid=f"t{source_id}:{number}",
                    item=text_group(source_id),
                    kind=TEXT_KIND,
                    title=source.title,
                    body=words,
                    source_key=source.key,
                    language=version.language,
                    start=block.start,
                    end=block.end,
                )


def _document(item_id: int, lookup: Lookup) -> Document:
    item = lookup.items[item_id]
    kind = KINDS[item.kind]
    links = [link for link in lookup.links.get(item_id, []) if link.to_id in lookup.others]
    by_type: dict[str, list[str]] = {}
    for link in links:
        by_type.setdefault(link.type, []).append(lookup.others[link.to_id].title)
    passages = lookup.passages.get(item_id, [])
    dates = lookup.dates.get(item_id, {})
    days = [date for date in dates.values() if date.earliest is not None or date.latest is not None]
    sources = {
        lookup.source_of[p.version_id].key for p in passages if p.version_id in lookup.source_of
    }
    words = [without_links(item.body), *map(str, item.fields.values())]
    words += lookup.own_words.get(item_id, [])
    words += [date.original for date in dates.values()]
    words += [link.role for link in links if link.role]
    has = {
        kind.field(name).name for name in item.fields if any(f.name == name for f in kind.fields)
    }
    has |= set(dates) | set(by_type)
    for present, name in ((item.body, "body"), (passages, "passage"), (links, "link")):
        if present:
            has.add(name)
    return Document(
        uid=f"i{item_id}",
        item=item_id,
        kind=item.kind,
        title=item.title,
        body="\n".join(part for part in words if part),
        names=tuple(name.text for name in lookup.names.get(item_id, [])),
        tags=tuple(lookup.tags.get(item_id, [])),
        author=", ".join(by_type.get("author", [])),
        speaker=", ".join(by_type.get("speaker", [])),
        source_key=" ".join(sorted(sources)) if item.kind != "source" else item.key,
        quotes="\n".join(dict.fromkeys(passage.exact for passage in passages)),
        status=tuple(sorted(lookup.status.get(item_id, ()))),
        has=tuple(sorted(has)),
        about=tuple(
            f"{lookup.others[link.to_id].kind}:{lookup.others[link.to_id].title}" for link in links
        ),
        language=str(item.fields.get("language", "")),
        earliest=min((d.earliest for d in days if d.earliest is not None), default=None),
        latest=max((d.latest for d in days if d.latest is not None), default=None),
    )
