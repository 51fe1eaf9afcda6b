"""How the parts of a query that mean more than words are told apart in the line."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QTextCharFormat

from khiva_notes.gui.theme import Tones
from khiva_notes.services.query_language import Role


def tint_of(role: Role, tones: Tones) -> QTextCharFormat:
    """Return the look of a part; operators are bold as well, since colour alone says little."""
    ink = {
        "field": tones.muted,
        "value": tones.accent,
        "operator": tones.kind("dispute").ink,
        "bracket": tones.muted,
        "phrase": tones.kind("claim").ink,
        "wildcard": tones.kind("group").ink,
        "fuzzy": tones.kind("group").ink,
        "date": tones.kind("event").ink,
    }[role]
    look = QTextCharFormat()
    look.setForeground(QColor(ink))
    if role == "operator":
        look.setFontWeight(QFont.Weight.DemiBold)
    return look
