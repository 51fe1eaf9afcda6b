"""The sources of a library as a bibliography for Zotero, pandoc and LaTeX."""

from __future__ import annotations

from collections.abc import Sequence

from khiva_notes.exporters.bibliography import bibtex, csl_json
from khiva_notes.exporters.exporter import Exporter
from khiva_notes.model.bibliography.csl import CslItem
from khiva_notes.model.snapshot import Snapshot


def _chosen(snapshot: Snapshot, item_ids: Sequence[int]) -> list[CslItem]:
    """Return the chosen sources, and those the chosen cards quote; without any, all sources."""
    wanted: dict[int, None] = {}
    for number in item_ids:
        item = snapshot.items.get(number)
        if item is not None and item.kind == "source":
            wanted.setdefault(number)
        for quote in snapshot.quotes.get(number, ()):
            if quote.source is not None:
                wanted.setdefault(quote.source.id)
    if not item_ids:
        wanted = dict.fromkeys(source.id for source in snapshot.of_kind("source"))
    return list(snapshot.works(list(wanted)).values())


def _csl(snapshot: Snapshot, item_ids: Sequence[int]) -> str:
    return csl_json(_chosen(snapshot, item_ids))


def _bib(snapshot: Snapshot, item_ids: Sequence[int]) -> str:
    return bibtex(_chosen(snapshot, item_ids))


WORKS_CSL = Exporter(
    "bibliography",
    "Bibliography as CSL-JSON",
    ".json",
    "The sources, or those that the chosen cards quote, for Zotero and pandoc",
    "cards",
    _csl,
)
WORKS_BIBTEX = Exporter(
    "bibtex",
    "Bibliography as BibTeX",
    ".bib",
    "The sources, or those that the chosen cards quote, for LaTeX and JabRef",
    "cards",
    _bib,
)
