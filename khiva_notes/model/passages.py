"""Passages: the exact words in a text to which everything else is tied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

CONTEXT = 32
"""Code points kept before and after a passage, as in the Web Annotation TextQuoteSelector."""

PassageStatus = Literal["ok", "moved", "fuzzy", "orphan"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A span of a text: position in code points, end exclusive, and the quotation itself.

    The pair of TextPositionSelector and TextQuoteSelector of the W3C Web Annotation model.
    """

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of one text version that belongs to one item, or to none: a plain highlight.

    In a corrected text a passage is ``ok`` if the same words stand where they stood among the
    others; ``moved`` if they stand elsewhere, ``fuzzy`` if only similar words do, both until that
    is confirmed; an ``orphan`` is not in the current text and stays in the version it was in.
    """

    id: int
    version_id: int
    item_id: int | None
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""
    status: PassageStatus = "ok"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a passage that awaits confirmation stood last without a doubt: version and span."""

    version_id: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CitationMark:
    """A reference in a source's own text, and the work it stands for once that is known."""

    id: int
    version_id: int
    start: int
    end: int
    number: str
    locator: str
    work_id: int | None = None


def anchor(text: str, start: int, end: int) -> Anchor:
    """Return the anchor of ``text[start:end]``; ValueError if that is empty or outside the text."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no passage at {start}-{end} in a text of {len(text)} characters")
    return Anchor(
        start,
        end,
        text[start:end],
        text[max(0, start - CONTEXT) : start],
        text[end : end + CONTEXT],
    )


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Shrink a span by the white space at its edges; an all-blank span comes back empty."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
