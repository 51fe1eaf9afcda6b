"""The whole library read at one moment into plain values."""

from __future__ import annotations

from khiva_notes.model.items import Link
from khiva_notes.model.passages import CitationMark
from khiva_notes.model.snapshot import Snapshot
from khiva_notes.services.comparison import compare_many
from khiva_notes.services.quoting import Quoting
from khiva_notes.services.works import csl_of_many
from khiva_notes.store.repositories import Repositories


def take_snapshot(data: Repositories) -> Snapshot:
    """Read everything but the trash; texts are read later, one by one, as they are asked for."""
    items = {item.id: item for item in data.items.all()}
    links: dict[int, list[Link]] = {}
    backlinks: dict[int, list[Link]] = {}
    for from_id, group in data.links.of_many().items():
        for link in group:
            if from_id in items and link.to_id in items:
                links.setdefault(from_id, []).append(link)
                backlinks.setdefault(link.to_id, []).append(link)
    versions = {version.id: version for version in data.texts.all_current()}
    of_items = data.passages.of_many()
    sources = data.texts.sources_of({p.version_id for group in of_items.values() for p in group})
    passages = {
        item_id: [passage for passage in group if sources.get(passage.version_id) in items]
        for item_id, group in of_items.items()
        if item_id in items
    }
    marks: dict[int, list[CitationMark]] = {}
    for mark in data.citations.all():
        if mark.version_id in versions:
            marks.setdefault(mark.version_id, []).append(mark)
    quoting = Quoting(data)
    row = data.library.get()
    return Snapshot(
        title=row.title,
        uid=row.uid,
        items=items,
        names={key: group for key, group in data.names.of_many().items() if key in items},
        dates={key: group for key, group in data.dates.of_many("item").items() if key in items},
        links=links,
        backlinks=backlinks,
        tags={key: group for key, group in data.tags.of_many().items() if key in items},
        passages=passages,
        quotes={key: quoting.quotes(group) for key, group in passages.items()},
        comparisons=compare_many(data, [i.id for i in items.values() if i.kind == "dispute"]),
        versions=versions,
        marks=marks,
        body=data.texts.body,
        relations=data.relation_types.all(),
        works=lambda numbers: csl_of_many(data, numbers),
    )
