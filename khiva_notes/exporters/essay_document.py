"""An essay as one document for pandoc: notes, citations by key, disputes told or as a table.

Each part of the outline is a marked block, so that the file can be written again around what its
reader has done to it (see :mod:`khiva_notes.exporters.essay_merge`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from khiva_notes.exporters.parts import prose, words
from khiva_notes.exporters.parts.bodies import rewrite
from khiva_notes.exporters.parts.escape import cell, inline, quotation
from khiva_notes.exporters.parts.grid import comparison_table
from khiva_notes.exporters.vault.blocks import Note
from khiva_notes.exporters.vault.front import FrontValue
from khiva_notes.model.comparison import ComparedCell, Comparison, Quote
from khiva_notes.model.essay_text import EssayPart, EssayText, outermost_quotes
from khiva_notes.model.reference_marks import citation, renamed_keys

BIBLIOGRAPHY = "bibliography.json"
_NOTE_BEFORE_STOP = re.compile(r"(\^\[(?:\\.|[^\[\]\\]|\[[^\[\]]*\])*\])([,.])")
_REFS = "::: {#refs}\n:::"


@dataclass(frozen=True, slots=True)
class Keys:
    """By what the works of an essay are cited.

    ``of_source`` has the citation key of each source by its number; ``named`` those of the keys
    that the prose may use, citation keys and keys of items alike; ``titles`` all items by key.
    """

    of_source: Mapping[int, str]
    named: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)


def essay_note(essay: EssayText, keys: Keys, *, style: str = "") -> Note:
    """Return an essay as front matter and blocks; ``style`` names a CSL file beside it."""
    writer = _Writer(keys)
    front: dict[str, FrontValue] = {"title": _shown(essay.essay.title)}
    for name in ("author", "occasion", "language"):
        if value := str(essay.essay.fields.get(name, "")).strip():
            key = {"occasion": "subtitle", "language": "lang"}.get(name, name)
            front[key] = value if key == "lang" else _shown(value)
    front["bibliography"] = BIBLIOGRAPHY
    if style:
        front["csl"] = style
    front["key"] = essay.essay.key
    blocks = {part.part.key: writer.part(part) for part in essay.walk()}
    blocks["works"] = f"# Bibliography\n\n{_REFS}"
    return Note(essay.essay.key, front, {k: text for k, text in blocks.items() if text.strip()})


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the parts one by one."""

    keys: Keys

    def part(self, part: EssayPart) -> str:
        own = part.part
        if own.sort == "heading":
            return f"{'#' * max(1, min(6, part.level))} {inline(own.text)}"
        if own.sort == "prose":
            return self._prose(part, own.text)
        if part.gone:
            return f"<!-- A {own.sort} stood here that is no longer in the library. -->"
        pieces = self._dispute(part) if part.comparison else self._card(part)
        return "\n\n".join(piece for piece in pieces if piece.strip())

    def _card(self, part: EssayPart) -> list[str]:
        own = part.part
        pieces: list[str] = []
        if own.way in ("paraphrase", "both") and (own.sort == "card" or own.text):
            pieces.append(self._wording(part))
        places = list(zip(part.quotes, part.locators, strict=True))
        if own.way in ("quotation", "both"):
            pieces += [self._quoted(quote, where) for quote, where in places]
        elif pieces and places and "@" not in pieces[-1]:
            pieces[-1] += f" {self._cited(places)}" if self._cited(places) else ""
        return pieces

    def _wording(self, part: EssayPart) -> str:
        own, item = part.part, part.item
        if own.text.strip() or (item and item.kind != "claim" and item.body):
            return self._prose(part, part.wording)
        return inline(part.wording)

    def _dispute(self, part: EssayPart) -> list[str]:
        comparison = part.comparison
        assert comparison is not None
        pieces = [self._prose(part, part.part.text)]
        if part.part.way == "table":
            table = comparison_table(comparison, line_break=" ", literal=True, said=self._said)
            return [*pieces, table, f"Table: {inline(comparison.dispute.title)}" if table else ""]
        if part.part.way == "quotation":
            for at, name in enumerate(words.labels(comparison)):
                quotes = _of_column(comparison, at)
                pieces += [f"{inline(words.begun(name))}:"] if quotes else []
                pieces += [self._quoted(quote, _place(quote)) for quote in quotes]
            return pieces
        if part.part.way == "paraphrase" and part.part.text.strip():
            return pieces
        told = [
            _NOTE_BEFORE_STOP.sub(r"\2\1", row)
            for row in prose.rows(comparison, self._noted, literal=True)
        ]
        return [*pieces, *told, *prose.verdict(comparison)]

    def _prose(self, part: EssayPart, text: str) -> str:
        label = "".join(c if c.isalnum() or c in "-_" else "-" for c in part.part.key)
        made = rewrite(text, self._link, deeper=part.level, notes=f"{label}-")
        return renamed_keys(made, lambda key: self.keys.named.get(key, key))

    def _link(self, key: str, said: str, part: str) -> str:
        return inline(said or self.keys.titles.get(key, key))

    def _quoted(self, quote: Quote, where: str) -> str:
        cited = self._cited([(quote, where)])
        return quotation(quote.passage.exact, literal=True, note=f" {cited}" if cited else "")

    def _cited(self, places: Sequence[tuple[Quote, str]]) -> str:
        works = [
            (self.keys.of_source[quote.source.id], where)
            for quote, where in places
            if quote.source and quote.source.id in self.keys.of_source
        ]
        return citation(works) if works else ""

    def _noted(self, quotes: Sequence[Quote]) -> str:
        """Return a note with the words of what was said, and where each of them stands."""
        told = []
        for quote in outermost_quotes(quotes):
            cited = self._cited([(quote, _place(quote))])
            told.append(f"“{inline(quote.passage.exact, literal=True)}” {cited}".rstrip())
        return f"^[{'; '.join(told)}.]" if told else ""

    def _said(self, compared: ComparedCell) -> str:
        said = cell(words.said(compared), literal=True, line_break=" ")
        cited = self._cited([(q, _place(q)) for q in outermost_quotes(compared.quotes)])
        return f"{said} {cited}" if cited else said


def _shown(words: str) -> str:
    """Return words for front matter, which pandoc reads as Markdown."""
    return inline(" ".join(words.split()), links=False)


def _of_column(comparison: Comparison, at: int) -> list[Quote]:
    return outermost_quotes(quote for row in comparison.rows for quote in row.cells[at].quotes)


def _place(quote: Quote) -> str:
    title = quote.source.title if quote.source else ""
    return quote.citation.removeprefix(f"{title}, ")
