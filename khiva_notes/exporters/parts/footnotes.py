"""Footnotes as pandoc and most Markdown readers know them: ``[^key-1]`` and its text below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from khiva_notes.exporters.parts.escape import inline
from khiva_notes.model.comparison import Quote
from khiva_notes.model.items import Item


class Footnotes:
    """Collects the notes of one document; labels bear the key of the card that cites."""

    def __init__(self) -> None:
        """Begin without any."""
        self._counts: dict[str, int] = {}
        self._texts: list[tuple[str, str]] = []
        self._taken = 0
        self.sources: dict[int, Item] = {}

    def add(self, key: str, text: str) -> str:
        """Add a note with this text and return its mark."""
        label = re.sub(r"[\s\[\]^]+", "-", key) or "note"
        self._counts[label] = self._counts.get(label, 0) + 1
        label = f"{label}-{self._counts[label]}"
        self._texts.append((label, text))
        return f"[^{label}]"

    def cite(self, key: str, quotes: Sequence[Quote], *, words: bool = False) -> str:
        """Return the mark of one note that cites all ``quotes``; with ``words`` it quotes them."""
        told: list[str] = []
        for quote in quotes:
            if quote.source:
                self.sources.setdefault(quote.source.id, quote.source)
            cited = inline(quote.citation) or "Source unknown"
            text = inline(quote.passage.exact, literal=True) if words else ""
            told.append(f"“{text}” ({cited})" if words else cited)
        said = "; ".join(dict.fromkeys(told))
        if not said:
            return ""
        return self.add(key, said if said.endswith(".") else f"{said}.")

    def taken(self) -> str:
        """Return the texts of the notes added since the last time, for the end of a section."""
        fresh, self._taken = self._texts[self._taken :], len(self._texts)
        return "\n\n".join(f"[^{label}]: {text}" for label, text in fresh)
