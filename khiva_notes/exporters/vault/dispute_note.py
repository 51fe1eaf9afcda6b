"""The note of a dispute: who speaks, the comparison as a table and in words, and the verdict."""

from __future__ import annotations

from khiva_notes.exporters.parts import prose, words
from khiva_notes.exporters.parts.accounts import details
from khiva_notes.exporters.parts.escape import cell, inline
from khiva_notes.exporters.parts.grid import comparison_table, reasons
from khiva_notes.exporters.parts.quotes import not_in_cells
from khiva_notes.exporters.vault.blocks import Note
from khiva_notes.exporters.vault.card_note import (
    connections,
    head,
    properties,
    quotations,
    quoted,
    without_empty,
)
from khiva_notes.exporters.vault.links import Links
from khiva_notes.model.comparison import Column, ComparedCell, Comparison
from khiva_notes.model.items import Item


def dispute_note(links: Links, item: Item) -> Note:
    """Return a dispute's note."""
    blocks = {"card": head(links, item), "text": links.body(item.body)}
    comparison = links.snapshot.comparisons.get(item.id)
    if comparison and comparison.columns:
        blocks["accounts"] = _accounts(links, comparison)
        blocks["comparison"] = _table(links, comparison)
        blocks["told"] = _told(comparison)
        blocks["quotations"] = _quotations(links, comparison)
    else:
        blocks["quotations"] = quotations(links, item, "In the sources")
    if comparison and comparison.verdict:
        blocks["verdict"] = "\n\n".join(["## Verdict", *prose.verdict(comparison)])
    blocks["connections"] = connections(links, item)
    return Note(item.key, properties(links, item), without_empty(blocks))


def _accounts(links: Links, comparison: Comparison) -> str:
    parts = ["## Accounts"]
    for name, column in zip(words.labels(comparison), comparison.columns, strict=True):
        parts.append(f"### {inline(name)}")
        lines = [f"- **{label}:** {text}" for label, text in _known(links, column)]
        parts.append("\n".join(lines))
    return "\n\n".join(part for part in parts if part)


def _known(links: Links, column: Column) -> list[tuple[str, str]]:
    linked = {"Who speaks": column.voice, "Source": column.source}
    known = []
    for label, text in details(column):
        other = linked.get(label)
        shown = links.show(other) if other else inline(text)
        if label == "Introduced" and column.introduced:
            shown = links.place(column.introduced)
        known.append((label, shown))
    claims = [links.snapshot.items.get(number) for number in column.account.claim_ids]
    named = "; ".join(links.show(claim) for claim in claims if claim)
    return [*known, ("Rests on", named)] if named else known


def _table(links: Links, comparison: Comparison) -> str:
    table = comparison_table(comparison, said=lambda compared: _cell(links, compared))
    parts = ["## Comparison", table, reasons(comparison)]
    return "\n\n".join(part for part in parts if part) if table else ""


def _cell(links: Links, compared: ComparedCell) -> str:
    said = cell(words.said(compared))
    card = compared.card
    if not card or card.id not in links.paths:
        return said
    if compared.stance == "asserts" and words.value(compared) == card.title:
        return links.in_cell(card)
    return f"{said} ({links.in_cell(card)})"


def _told(comparison: Comparison) -> str:
    told = prose.rows(comparison)
    return "\n\n".join(["## Both sides", *told]) if told else ""


def _quotations(links: Links, comparison: Comparison) -> str:
    parts: list[str] = []
    for row in comparison.rows:
        for name, compared in zip(words.labels(comparison), row.cells, strict=True):
            if compared.quotes:
                parts.append(f"**{inline(row.aspect.name)}** — {inline(name)}:")
            parts += quoted(links, compared.quotes)
    others = quoted(links, not_in_cells(links.snapshot, comparison))
    parts += ["**Also marked**:", *others] if others and parts else others
    return "\n\n".join(["## In the sources", *parts]) if parts else ""
