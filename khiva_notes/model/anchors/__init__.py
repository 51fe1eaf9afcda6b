"""Passages carried over to a corrected text: the same words in their place, moved, or nearly so."""

from __future__ import annotations

from khiva_notes.model.anchors.correction import Correction, Found
from khiva_notes.model.anchors.differences import Spans, differences

__all__ = ["Correction", "Found", "Spans", "differences"]
