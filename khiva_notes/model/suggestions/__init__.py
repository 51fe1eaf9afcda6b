"""Suggestions for a whole text: its names, dates, figures and quotations, offline and unasked.

Nothing here decides anything; what is found is laid before the reader, who takes or refuses it.
"""

from __future__ import annotations

from khiva_notes.model.suggestions.finder import suggest
from khiva_notes.model.suggestions.suggestion import SORTS, Sort, Suggestion

__all__ = ["SORTS", "Sort", "Suggestion", "suggest"]
