"""A card as a section of a document: what is known of it, its words, its quotations, disputes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial

from khiva_notes.exporters.parts import facts, prose, words
from khiva_notes.exporters.parts.accounts import details
from khiva_notes.exporters.parts.bodies import rewrite
from khiva_notes.exporters.parts.escape import inline, quotation
from khiva_notes.exporters.parts.footnotes import Footnotes
from khiva_notes.exporters.parts.grid import comparison_table
from khiva_notes.exporters.parts.quotes import not_in_cells, same_words, telling
from khiva_notes.model.comparison import Comparison, Quote
from khiva_notes.model.items import Item
from khiva_notes.model.snapshot import Snapshot


@dataclass(slots=True)
class Document:
    """What the sections of one document share."""

    snapshot: Snapshot
    notes: Footnotes = field(default_factory=Footnotes)
    _by_key: dict[str, Item] = field(init=False)

    def __post_init__(self) -> None:
        """Know every card by its key, since bodies link by it."""
        self._by_key = {item.key: item for item in self.snapshot.items.values()}

    def heading(self, item: Item, level: int) -> str:
        """Return the card's title as a heading."""
        return f"{'#' * min(6, level)} {facts.plain_title(item)}"

    def statement(self, item: Item) -> str:
        """Return the fields of a card in one paragraph."""
        known = facts.facts(self.snapshot, item, facts.plain_title)
        told = "; ".join(f"{f.label.lower()}: {f.text}" for f in known if f.text != "unknown")
        return f"{words.begun(told)}." if told else ""

    def body(self, item: Item, level: int) -> str:
        """Return the card's own words, with links as plain titles."""
        label = "".join(c if c.isalnum() or c in "-_" else "-" for c in item.key)
        return rewrite(item.body, self._words, deeper=level, notes=f"{label}-note-")

    def quotations(self, item: Item) -> list[str]:
        """Return the card's quotations, each a block quote with a footnote.

        What only names the card is left out; of a dispute, what its table has quoted already.
        """
        comparison = self.snapshot.comparisons.get(item.id)
        if comparison and comparison.columns:
            return self.quoted(item.key, not_in_cells(self.snapshot, comparison))
        return self.quoted(item.key, telling(self.snapshot, item))

    def quoted(self, key: str, quotes: Iterable[Quote]) -> list[str]:
        """Return quotations, exactly as their sources have them, each with its footnote."""
        return [
            quotation(words, literal=True, note=self.notes.cite(key, group))
            for words, group in same_words(quotes)
        ]

    def compared(self, comparison: Comparison) -> list[str]:
        """Return a dispute: what each account is, the table, both sides in prose, the verdict."""
        if not comparison.columns:
            return []
        key = comparison.dispute.key
        for column in comparison.columns:
            if column.source:
                self.notes.sources.setdefault(column.source.id, column.source)
        return [
            self.voices(comparison),
            comparison_table(comparison, line_break=" ", literal=True),
            *prose.rows(comparison, partial(self.notes.cite, key, words=True), literal=True),
            *prose.verdict(comparison),
        ]

    def voices(self, comparison: Comparison) -> str:
        """Return a list of the accounts with what is known of each."""
        lines = []
        for name, column in zip(words.labels(comparison), comparison.columns, strict=True):
            known = [
                f"{label.lower()}: {inline(text)}"
                for label, text in details(column)
                if label != "Introduced"
            ]
            lines.append(f"- **{inline(name)}**" + (f" — {'; '.join(known)}" if known else ""))
        return "\n".join(lines)

    def _words(self, key: str, said: str, part: str) -> str:
        item = self._by_key.get(key)
        return inline(said) if said else (facts.plain_title(item) if item else inline(key))


def joined(parts: Sequence[str]) -> str:
    """Join the parts of a document, leaving out empty ones."""
    return "\n\n".join(part for part in parts if part.strip()) + "\n"
