"""One continuous document of chosen cards, ready for pandoc: the first draft of an essay."""

from __future__ import annotations

from collections.abc import Sequence

from khiva_notes.exporters.exporter import Exporter
from khiva_notes.exporters.parts.escape import inline, one_line
from khiva_notes.exporters.parts.sections import Document, joined
from khiva_notes.exporters.parts.works import works_listed
from khiva_notes.model.errors import UserError
from khiva_notes.model.items import Item
from khiva_notes.model.snapshot import Snapshot


def essay_markdown(snapshot: Snapshot, item_ids: Sequence[int], *, title: str = "") -> str:
    """Return the cards in the given order as one Markdown document.

    Each card is a section: its fields, its own words, its quotations with a footnote each; a
    dispute has its table and both sides in prose. The works cited are listed at the end. Raises
    UserError for a number that the library does not have.
    """
    document = Document(snapshot)
    parts = [f"# {inline(title)}"] if one_line(title) else []
    for number in item_ids:
        item = snapshot.items.get(number)
        if item is None:
            raise UserError(
                "One of the chosen cards is no longer in the library.", "Choose them again."
            )
        parts += _section(document, item)
    listed = works_listed(snapshot, document.notes.sources.values(), "## Works")
    return joined([*parts, listed])


def _section(document: Document, item: Item) -> list[str]:
    parts = [document.heading(item, 2)]
    parts += [document.statement(item), document.body(item, 2)]
    if item.kind == "source":
        document.notes.sources.setdefault(item.id, item)
    comparison = document.snapshot.comparisons.get(item.id)
    if comparison and comparison.columns:
        parts += document.compared(comparison)
    parts += document.quotations(item)
    return [*parts, document.notes.taken()]


ESSAY = Exporter(
    "essay",
    "Essay draft",
    ".md",
    "The chosen cards in their order as one document with footnotes, for word processors",
    "cards",
    essay_markdown,
)
