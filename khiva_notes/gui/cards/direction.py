"""Which way a text runs, told by its first letter that has a direction."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt


def direction_of(text: str) -> Qt.LayoutDirection:
    """Return right to left for Arabic, Hebrew and their like, left to right otherwise."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("R", "AL"):
            return Qt.LayoutDirection.RightToLeft
        if kind == "L":
            break
    return Qt.LayoutDirection.LeftToRight
