"""Collects what a search matched, so that the same words can be marked in the texts shown."""

from __future__ import annotations

from collections.abc import Iterable

from khiva_notes.search.results import Highlight, PhraseSlots

_MOST = 400


class Marks:
    """A highlight in the making."""

    def __init__(self) -> None:
        """Start with nothing to mark."""
        self._words: dict[str, None] = {}
        self._prefixes: dict[str, None] = {}
        self._patterns: dict[str, None] = {}
        self._phrases: dict[PhraseSlots, None] = {}

    def words(self, words: Iterable[str]) -> None:
        """Mark these words; a few hundred are enough for anybody's eyes."""
        for word in words:
            if len(self._words) < _MOST:
                self._words[word] = None

    def prefix(self, prefix: str) -> None:
        """Mark words that begin so."""
        self._prefixes[prefix] = None

    def pattern(self, pattern: str) -> None:
        """Mark words of this shape."""
        self._patterns[pattern] = None

    def phrase(self, slots: PhraseSlots) -> None:
        """Mark these words where they stand together."""
        if len(slots) == 1:
            self.words(slots[0])
        elif slots and len(self._phrases) < _MOST:
            self._phrases[slots] = None

    def finish(self) -> Highlight:
        """Give the highlight as a plain value."""
        return Highlight(
            frozenset(self._words),
            tuple(self._prefixes),
            tuple(self._patterns),
            tuple(self._phrases),
        )
