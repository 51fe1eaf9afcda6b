r"""Hard-wrapped text made whole again: paragraphs, headings, items and verse, as a typist would.

Text copied from a PDF, or typed to a fixed width, has a line break wherever the column ended; a
reader and a search want paragraphs. Every decision is taken between two neighbouring lines, from
evidence (:mod:`~khiva_notes.model.reflow.measure` says which), so a file that mixes both kinds,
verse and lists keeps each as it is.
"""

from __future__ import annotations

from dataclasses import dataclass

from khiva_notes.model.reflow.assemble import assemble
from khiva_notes.model.reflow.hyphens import Hyphens
from khiva_notes.model.reflow.lines import read_lines
from khiva_notes.model.reflow.pages import take_out_pages
from khiva_notes.model.reflow.paragraphs import cut_paragraphs
from khiva_notes.model.reflow.roles import assign_roles
from khiva_notes.model.reflow.stretches import cut_stretches
from khiva_notes.model.texts import TextBody

__all__ = ["Reflowed", "reflow"]


@dataclass(frozen=True, slots=True)
class Reflowed:
    """The body, and everything that reflow did to the original but move white space."""

    body: TextBody
    joined_lines: int = 0
    """Line breaks that became spaces, or nothing at a hyphen."""
    removed_hyphens: int = 0
    page_numbers: tuple[str, ...] = ()
    running_heads: tuple[str, ...] = ()
    numbers_at_foot: bool = False
    """Whether it was only by their looks that the page numbers were taken to close their pages."""


def reflow(text: str) -> Reflowed:
    r"""Give back a text's paragraphs, one a line.

    ``text`` has ``\n`` for every line's end and ``\f`` where the file itself says that a page ends.
    The characters other than white space stay the same and in order, but for the hyphens, page
    numbers and running heads that the result accounts for.
    """
    cleaned = take_out_pages(read_lines(text))
    paragraphs = cut_paragraphs(cut_stretches(cleaned.lines))
    assign_roles(paragraphs)
    body, removed = assemble(paragraphs, Hyphens(cleaned.lines))
    return Reflowed(
        body,
        len(cleaned.lines) - len(paragraphs),
        removed,
        cleaned.page_numbers,
        cleaned.running_heads,
        cleaned.at_foot,
    )
