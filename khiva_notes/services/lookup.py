"""A batch of items with everything that hangs on them, read in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from khiva_notes.model.dates import HistoricalDate
from khiva_notes.model.disputes import Dispute
from khiva_notes.model.essays import Part
from khiva_notes.model.items import Item, Link, Name
from khiva_notes.model.passages import Passage
from khiva_notes.model.wikilinks import without_links
from khiva_notes.store.repositories import Repositories
from khiva_notes.store.works import WorkRow


@dataclass(frozen=True, slots=True)
class Lookup:
    """Items by number with their names, dates, links, tags and passages.

    ``others`` are the items at the far end of links; ``source_of`` maps text versions to sources;
    ``own_words`` holds what else there is to read of an item: what a dispute's accounts and cells
    say, the parts of an essay, a source's citation key and bibliographic data; ``status`` the flags
    orphan, unresolved and disputed where they hold.
    """

    items: Mapping[int, Item]
    names: Mapping[int, Sequence[Name]]
    dates: Mapping[int, Mapping[str, HistoricalDate]]
    links: Mapping[int, Sequence[Link]]
    others: Mapping[int, Item]
    tags: Mapping[int, Sequence[str]]
    passages: Mapping[int, Sequence[Passage]]
    source_of: Mapping[int, Item]
    own_words: Mapping[int, Sequence[str]]
    status: Mapping[int, set[str]]

    @classmethod
    def read(cls, data: Repositories, item_ids: Collection[int]) -> Lookup:
        """Read these items; numbers that no item has are left out."""
        items = data.items.many(item_ids)
        links = data.links.of_many(item_ids)
        passages = data.passages.of_many(item_ids)
        others = data.items.many({link.to_id for group in links.values() for link in group})
        versions = {p.version_id for group in passages.values() for p in group}
        of_version = data.texts.sources_of(versions)
        sources = data.items.many(set(of_version.values()))
        disputes = data.disputes.many([i for i, item in items.items() if item.kind == "dispute"])
        essays = [i for i, item in items.items() if item.kind == "essay"]
        works = [i for i, item in items.items() if item.kind == "source"]
        return cls(
            items,
            data.names.of_many(item_ids),
            data.dates.of_many("item", item_ids),
            links,
            {i: other for i, other in others.items() if not other.trashed},
            data.tags.of_many(item_ids),
            passages,
            {version: sources[source] for version, source in of_version.items()},
            {
                **{i: _words(dispute) for i, dispute in disputes.items()},
                **{i: _parts(parts) for i, parts in data.essays.parts_of_many(essays).items()},
                **{i: _work(row) for i, row in data.works.of_many(works).items()},
            },
            _status(data, items, passages),
        )


def _words(dispute: Dispute) -> list[str]:
    words = [account.label for account in dispute.accounts]
    words += [account.interest for account in dispute.accounts]
    words += [aspect.name for aspect in dispute.aspects]
    words += [text for cell in dispute.cells for text in (cell.value, cell.paraphrase)]
    if dispute.verdict:
        words.append(dispute.verdict.reasons)
    return words


def _parts(parts: Sequence[Part]) -> list[str]:
    """List the words of an essay; those of cards and passages are found where they stand."""
    return [
        without_links(words) for part in parts for words in (part.text, part.note) if words.strip()
    ]


def _work(row: WorkRow) -> list[str]:
    return [row.citekey, *_texts(row.csl)]


def _texts(value: object) -> Iterator[str]:
    """Yield all texts and numbers inside a CSL variable, which may be a name, a list or a date."""
    if isinstance(value, Mapping):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, str | int) and not isinstance(value, bool):
        yield str(value)


def _status(
    data: Repositories, items: Mapping[int, Item], passages: Mapping[int, Sequence[Passage]]
) -> dict[int, set[str]]:
    status: dict[int, set[str]] = {}
    for item_id, group in passages.items():
        if any(passage.status == "orphan" for passage in group):
            status.setdefault(item_id, set()).add("orphan")
    for item_id in data.disputes.claims_in_dispute(items):
        status.setdefault(item_id, set()).add("disputed")
    for item_id in data.citations.sources_with_unresolved(items):
        status.setdefault(item_id, set()).add("unresolved")
    return status
