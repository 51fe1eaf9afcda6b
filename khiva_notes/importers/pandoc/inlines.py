"""Pandoc's tree of words into a line: emphasis marked, notes numbered, pages noted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from khiva_notes.importers.building import TextBuilder, superior
from khiva_notes.model.texts import MarkKind

PAGE_MARK = "\ue00c"
"""Set into a document where its maker says that a page ended, since pandoc keeps no such places."""

_MARKS: dict[str, MarkKind] = {"Emph": "emphasis", "Underline": "emphasis", "Strong": "strong"}
_WITHIN = ("Emph", "Underline", "Strong", "Strikeout", "SmallCaps", "Subscript")
_DEEPEST = 60


class Inlines:
    """Adds inline nodes to a builder, and gathers the notes that they hold."""

    def __init__(self, builder: TextBuilder) -> None:
        self._builder = builder
        self.notes: list[Sequence[Any]] = []
        self.page_marks = 0
        self._flat = False

    def add(self, inlines: Sequence[Any], *, flat: bool = False) -> None:
        """Add words; ``flat`` takes line breaks for spaces."""
        self._flat = flat
        self._add(inlines, 0)

    def page_of(self, attributes: Sequence[Any]) -> bool:
        """Note a page that an element with these attributes begins; whether it does."""
        identifier, classes, pairs = attributes
        told = dict(pairs)
        roles = " ".join((told.get("role", ""), told.get("type", ""), told.get("epub:type", "")))
        if "pagebreak" not in roles and "pagebreak" not in classes:
            return False
        label = told.get("title") or told.get("aria-label") or told.get("label") or ""
        digits = identifier.lower().removeprefix("page").lstrip("p_-.")
        label = label or (digits if digits.isalnum() else "")
        if label:
            self._builder.page(label)
        return bool(label)

    def _add(self, inlines: Sequence[Any], depth: int) -> None:
        if depth > _DEEPEST:
            return
        for node in inlines:
            if isinstance(node, str):
                self._words(node)
            elif isinstance(node, dict):
                self._node(str(node.get("t")), node.get("c"), depth + 1)

    def _words(self, text: str) -> None:
        if PAGE_MARK not in text:
            self._builder.words(text)
            return
        first, *rest = text.split(PAGE_MARK)
        self._builder.words(first)
        for part in rest:
            self.page_marks += 1
            self._builder.page(str(self.page_marks + 1))
            self._builder.words(part)

    def _node(self, kind: str, content: Any, depth: int) -> None:
        if kind in _MARKS:
            with self._builder.mark(_MARKS[kind]):
                self._add(content, depth)
        elif kind in _WITHIN:
            self._add(content, depth)
        elif kind == "Superscript":
            plain = all(isinstance(node, str) for node in content)
            if plain:
                self._builder.words(superior("".join(content)))
            else:
                self._add(content, depth)
        elif kind == "LineBreak":
            if self._flat:
                self._builder.words(" ")
            else:
                self._builder.line_break()
        elif kind == "Note":
            self.notes.append(content)
            self._builder.words(superior(str(len(self.notes))))
        elif kind == "Quoted":
            before, after = "‘’" if content[0].get("t") == "SingleQuote" else "“”"
            self._builder.words(before)
            self._add(content[1], depth)
            self._builder.words(after)
        elif kind == "Span":
            if not self.page_of(content[0]):
                self._add(content[1], depth)
        elif kind in ("Link", "Cite"):
            self._add(content[1], depth)
        elif kind in ("Code", "Math"):
            self._builder.words(content[1])
