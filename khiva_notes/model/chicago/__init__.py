"""Notes and bibliography after the Chicago Manual of Style, 17th edition, chapter 14.

A plain form of our own for when no citation processor is at hand: full note, shortened note (17
prefers it to "ibid.", 14.34), and bibliography entry, from CSL-JSON items. What comes out is
Markdown, in which only titles are set in italics; nothing else in it is markup.
"""

from __future__ import annotations

from khiva_notes.model.chicago.entries import bibliography, bibliography_entry
from khiva_notes.model.chicago.notes import full_note, short_note
from khiva_notes.model.chicago.sequence import Notes, Reference

__all__ = [
    "Notes",
    "Reference",
    "bibliography",
    "bibliography_entry",
    "full_note",
    "short_note",
]
