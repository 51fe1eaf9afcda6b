"""How a ledger looks: the page, its list, and the voices beside it."""

from __future__ import annotations

from khiva_notes.gui.cards.style import card_style
from khiva_notes.gui.theme import Tones


def ledger_style(tones: Tones, page: str) -> str:
    """Return the style of a page, by its object name, with a ledger in it."""
    return (
        card_style(tones)
        + f"""
    QWidget#{page}, QScrollArea, QScrollArea > QWidget > QWidget {{ background: {tones.paper}; }}
    QListView {{ background: {tones.paper}; color: {tones.ink}; border: none; outline: none; }}
    QSplitter::handle {{ background: {tones.line}; }}
    QFrame[role="voice"] {{ background: {tones.surface}; border: 1px solid {tones.line};
        border-radius: 4px; }}
    QFrame[role="voice"]:focus {{ border: 1px solid {tones.focus}; }}
    QFrame[role="bar"] {{ background: {tones.chrome}; border-top: 1px solid {tones.line}; }}
    QToolButton[role="act"] {{ color: {tones.accent}; background: {tones.surface};
        border: 1px solid {tones.line}; padding: 4px 12px; }}
    QToolButton[role="act"]:hover {{ border-color: {tones.muted}; }}
    QToolButton[role="act"]:focus {{ border-color: {tones.focus}; }}
    QToolButton[role="act"]:checked {{ color: {tones.accent_ink}; background: {tones.accent}; }}
    QToolButton[role="act"]:disabled {{ color: {tones.muted}; background: transparent; }}
    QProgressBar {{ background: {tones.line}; border: none; border-radius: 3px; }}
    QProgressBar::chunk {{ background: {tones.accent}; border-radius: 3px; }}
    """
    )
