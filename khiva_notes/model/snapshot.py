"""A library as plain values at one moment, as exporters and the index read it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from khiva_notes.model.bibliography.csl import CslItem
from khiva_notes.model.comparison import Comparison, Quote
from khiva_notes.model.dates import HistoricalDate
from khiva_notes.model.items import Item, Link, Name
from khiva_notes.model.passages import CitationMark, Passage
from khiva_notes.model.relations import Relation
from khiva_notes.model.texts import TextBody, VersionInfo


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything in a library but the trash.

    Mappings are by item number, except ``versions`` and ``marks``, which are by the number of a
    text version; only current versions are there. ``links`` are those that begin at an item,
    ``backlinks`` those that end there, and neither leads into the trash. ``body`` reads one text
    when it is asked for, since all of them together may be large. ``relations`` are the library's
    own types of links by name. ``works`` gives sources as CSL-JSON items, by number.
    """

    title: str
    uid: str
    items: Mapping[int, Item]
    names: Mapping[int, Sequence[Name]]
    dates: Mapping[int, Mapping[str, HistoricalDate]]
    links: Mapping[int, Sequence[Link]]
    backlinks: Mapping[int, Sequence[Link]]
    tags: Mapping[int, Sequence[str]]
    passages: Mapping[int, Sequence[Passage]]
    quotes: Mapping[int, Sequence[Quote]]
    comparisons: Mapping[int, Comparison]
    versions: Mapping[int, VersionInfo]
    marks: Mapping[int, Sequence[CitationMark]]
    body: Callable[[int], TextBody]
    relations: Mapping[str, Relation] = field(default_factory=dict)
    works: Callable[[Sequence[int]], Mapping[int, CslItem]] = field(default=lambda numbers: {})

    def of_kind(self, *kinds: str) -> list[Item]:
        """Return the items of these kinds by title."""
        found = [item for item in self.items.values() if item.kind in kinds]
        return sorted(found, key=lambda item: (item.title.casefold(), item.id))

    def version_of(self, source_id: int) -> VersionInfo | None:
        """Return the current text of a source, if it has one."""
        for version in self.versions.values():
            if version.item_id == source_id:
                return version
        return None
