"""Reads figures as sources write them and tells what they count."""

from __future__ import annotations

from khiva_notes.model.conflicts.figures.reader import Figure, read_figure
from khiva_notes.model.conflicts.figures.units import Counted, counted_thing

__all__ = ["Counted", "Figure", "counted_thing", "read_figure"]
