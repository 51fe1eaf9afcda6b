"""Forms for other programs: Web Annotations, TEI, GEDCOM, REFI-QDA, OPML, and JSON of it all."""

from __future__ import annotations

from khiva_notes.exporters.exchange.annotations import web_annotations
from khiva_notes.exporters.exchange.gedcom import gedcom
from khiva_notes.exporters.exchange.tei import tei
from khiva_notes.exporters.exporter import Exporter

ANNOTATIONS = Exporter(
    "annotations",
    "Web Annotations",
    ".jsonld",
    "Every passage with its card, by words and by place, as the W3C's JSON-LD",
    "cards",
    web_annotations,
)
TEI = Exporter(
    "tei",
    "TEI",
    ".xml",
    "People, events, places and groups, and the texts with an anchor at each passage",
    "cards",
    tei,
)
GEDCOM = Exporter(
    "gedcom",
    "GEDCOM 7",
    ".ged",
    "People and their events with sources and quotations, for programs of family history",
    "cards",
    gedcom,
)
