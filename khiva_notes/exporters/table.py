"""A dispute's comparison by itself: as Markdown, CSV, a web page, or told in sentences."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from khiva_notes.exporters.exporter import Exporter
from khiva_notes.exporters.parts import words
from khiva_notes.exporters.parts.accounts import details
from khiva_notes.exporters.parts.escape import inline, quotation
from khiva_notes.exporters.parts.grid import comparison_table, reasons
from khiva_notes.exporters.parts.prose import tell, verdict
from khiva_notes.exporters.parts.spreadsheet import safe
from khiva_notes.exporters.parts.table_page import comparison_html
from khiva_notes.model.comparison import ComparedCell, Comparison
from khiva_notes.model.errors import UserError
from khiva_notes.model.snapshot import Snapshot

__all__ = [
    "comparison_csv",
    "comparison_html",
    "comparison_markdown",
    "comparison_prose",
    "comparison_table",
]


def comparison_markdown(comparison: Comparison) -> str:
    """Return a comparison as one Markdown text: accounts, table, quotations and verdict."""
    parts = [f"# {inline(comparison.dispute.title)}"]
    if comparison.about:
        about = words.listed([item.title for item in comparison.about])
        parts.append(f"About: {inline(about)}")
    names = words.labels(comparison)
    voices = []
    for name, column in zip(names, comparison.columns, strict=True):
        known = "; ".join(f"{label.lower()}: {inline(text)}" for label, text in details(column))
        voices.append(f"- **{inline(name)}**" + (f": {known}" if known else ""))
    parts += ["\n".join(voices), comparison_table(comparison), reasons(comparison)]
    quoted = _quotations(comparison, names)
    if quoted:
        parts += ["## In the sources", *quoted]
    concluded = verdict(comparison)
    if concluded:
        parts += ["## Verdict", *concluded]
    return "\n\n".join(part for part in parts if part) + "\n"


def comparison_csv(comparison: Comparison) -> str:
    """Return a comparison as CSV (RFC 4180): a row per aspect, four columns per account.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    head = ["Aspect", "State", "Why"]
    for name in words.labels(comparison):
        head += [name, f"{name}: stance", f"{name}: quotation", f"{name}: citation"]
    writer.writerow([safe(text) for text in head])
    for row in comparison.rows:
        line = [row.aspect.name, words.STATE_WORDS[row.state], row.why]
        for compared in row.cells:
            line += _csv_cells(compared)
        writer.writerow([safe(text) for text in line])
    return out.getvalue()


def comparison_prose(comparison: Comparison) -> str:
    """Return a comparison told in Markdown sentences, with citations in brackets."""
    return tell(comparison) + "\n"


def _chosen(snapshot: Snapshot, item_ids: Sequence[int]) -> Comparison:
    for number in item_ids:
        if number in snapshot.comparisons:
            return snapshot.comparisons[number]
    raise UserError("No dispute was chosen.", "Choose one whose accounts are to be compared.")


TABLE_MARKDOWN = Exporter(
    "table",
    "Comparison table",
    ".md",
    "One dispute as a Markdown table with its quotations and verdict",
    "dispute",
    lambda snapshot, chosen: comparison_markdown(_chosen(snapshot, chosen)),
)
TABLE_CSV = Exporter(
    "table-csv",
    "Comparison for a spreadsheet",
    ".csv",
    "One dispute as CSV: a row for each aspect, four columns for each account",
    "dispute",
    lambda snapshot, chosen: comparison_csv(_chosen(snapshot, chosen)),
    bom=True,
)
TABLE_HTML = Exporter(
    "table-html",
    "Comparison as a web page",
    ".html",
    "One dispute as a web page that stands alone and prints well",
    "dispute",
    lambda snapshot, chosen: comparison_html(_chosen(snapshot, chosen)),
)


def _csv_cells(compared: ComparedCell) -> list[str]:
    return [
        words.value(compared) if words.speaks(compared) else "",
        words.STANCE_WORDS[compared.stance],
        "\n".join(quote.passage.exact for quote in compared.quotes),
        "\n".join(quote.citation for quote in compared.quotes),
    ]


def _quotations(comparison: Comparison, names: list[str]) -> list[str]:
    parts: list[str] = []
    for row in comparison.rows:
        for name, compared in zip(names, row.cells, strict=True):
            for quote in compared.quotes:
                parts.append(f"{inline(name)} on *{inline(row.aspect.name)}*:")
                parts.append(quotation(quote.passage.exact))
                parts.append(f"— {inline(quote.citation)}" if quote.citation else "")
    return parts
