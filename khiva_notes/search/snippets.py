"""The words a query found, shown in a piece of their text; pure, the text comes from the caller."""

from __future__ import annotations

import re
from dataclasses import dataclass

from khiva_notes.search.results import Highlight


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a text: ``marks`` are spans within ``text``, which begins at ``offset``.

    All in code points, ends exclusive.
    """

    text: str
    marks: tuple[tuple[int, int], ...]
    offset: int


def find_marks(text: str, highlight: Highlight) -> tuple[tuple[int, int], ...]:
    """Every span of ``text`` that the query found, for F3 and for tinting."""
    return tuple(
        match.span() for match in re.finditer(r"\w+", text) if match[0].lower() in highlight.words
    )


def snippet(text: str, highlight: Highlight, *, width: int = 160) -> Snippet:
    """About ``width`` characters of ``text`` around the best of its matches."""
    marks = find_marks(text, highlight)
    first = marks[0][0] if marks else 0
    offset = max(0, min(first - width // 3, len(text) - width))
    piece = text[offset : offset + width]
    return Snippet(
        piece,
        tuple((s - offset, e - offset) for s, e in marks if s >= offset and e <= offset + width),
        offset,
    )
