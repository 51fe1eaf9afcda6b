"""The note of a source: what it is, the works it cites, and its text by paragraphs."""

from __future__ import annotations

from khiva_notes.exporters.parts.escape import inline
from khiva_notes.exporters.vault.blocks import Note
from khiva_notes.exporters.vault.card_note import (
    connections,
    head,
    properties,
    quotations,
    without_empty,
)
from khiva_notes.exporters.vault.links import Links
from khiva_notes.exporters.vault.source_text import source_text
from khiva_notes.model.items import Item
from khiva_notes.model.passages import CitationMark
from khiva_notes.model.texts import VersionInfo


def source_note(links: Links, item: Item, version: VersionInfo | None) -> Note:
    """Return a source's note; without a text it is only described."""
    blocks = {
        "card": head(links, item),
        "text": links.body(item.body),
        "quotations": quotations(links, item, "Marked passages"),
        "connections": connections(links, item),
    }
    if version:
        blocks["works"] = _works(links, version)
        text = source_text(links.snapshot.body(version.id))
        blocks["source"] = f"## Text\n\n{text}" if text else ""
    return Note(item.key, properties(links, item), without_empty(blocks))


def _works(links: Links, version: VersionInfo) -> str:
    """List the works by the numbers under which the text cites them."""
    by_number: dict[str, list[CitationMark]] = {}
    for mark in links.snapshot.marks.get(version.id, ()):
        by_number.setdefault(mark.number, []).append(mark)
    lines = []
    for number, marks in by_number.items():
        works = [links.snapshot.items.get(mark.work_id) for mark in marks if mark.work_id]
        work = next((found for found in works if found), None)
        named = links.to(work) if work else "not identified"
        pages = list(dict.fromkeys(mark.locator for mark in marks if mark.locator))
        where = f": {inline('; '.join(pages))}" if pages else ""
        lines.append(f"- {inline(f'[{number}]')} {named}{where}")
    return "\n".join(["## Works cited", "", *lines]) if lines else ""
