"""A quiet choice on a welcome page: a line of words that is a button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy

from khiva_notes.gui.theme import Theme

_LONGEST = 96


def choice(text: str, theme: Theme, *, name: str) -> QPushButton:
    """Return a flat button with its words at the left, shortened where they are very long."""
    shown = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    button = QPushButton(shown.replace("&", "&&"))
    button.setObjectName(name)
    button.setToolTip(text if shown != text else "")
    button.setFlat(True)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    tones = theme.tones
    button.setStyleSheet(
        f"QPushButton {{ text-align: left; color: {tones.ink}; background: transparent; "
        f"border: 1px solid transparent; border-radius: 4px; padding: 6px 8px; }}"
        f"QPushButton:hover {{ background: {tones.surface}; border-color: {tones.line}; }}"
        f"QPushButton:focus {{ border-color: {tones.focus}; }}"
    )
    return button
