"""How cards look: one style sheet for everything in a card, from the theme's tones."""

from __future__ import annotations

from khiva_notes.gui.theme import Tones


def card_style(tones: Tones) -> str:
    """Return the style of an editor and all that is in it: quiet until it is touched."""
    return f"""
    QLineEdit, QPlainTextEdit, QComboBox {{
        background: transparent; color: {tones.ink};
        border: 1px solid transparent; border-bottom: 1px solid {tones.line};
        border-radius: 3px; padding: 3px 5px;
        selection-background-color: {tones.accent}; selection-color: {tones.accent_ink};
    }}
    QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover {{
        border-bottom: 1px solid {tones.muted};
    }}
    QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{
        background: {tones.surface}; border: 1px solid {tones.focus};
    }}
    QComboBox::drop-down {{ border: none; width: 18px; }}
    QComboBox QAbstractItemView {{
        background: {tones.surface}; color: {tones.ink}; border: 1px solid {tones.line};
        selection-background-color: {tones.accent}; selection-color: {tones.accent_ink};
    }}
    QComboBox#date-calendar {{ border-color: transparent; color: {tones.muted}; }}
    QComboBox#date-calendar:focus {{ border-color: {tones.focus}; }}
    QLabel#date-understood {{ padding-left: 6px; }}
    QLabel {{ background: transparent; color: {tones.ink}; }}
    QLabel[role="label"], QLabel[role="muted"] {{ color: {tones.muted}; }}
    QLabel[role="danger"] {{ color: {tones.danger}; }}
    QLabel[role="heading"] {{ color: {tones.muted}; }}
    QToolButton {{
        background: transparent; color: {tones.muted};
        border: 1px solid transparent; border-radius: 3px; padding: 2px 6px;
    }}
    QToolButton:hover {{ color: {tones.ink}; background: {tones.chrome}; }}
    QToolButton:focus {{ border-color: {tones.focus}; color: {tones.ink}; }}
    QToolButton:checked {{ color: {tones.accent}; }}
    QToolButton:disabled {{ color: {tones.line}; }}
    QToolButton::menu-indicator {{ image: none; width: 0; }}
    QCheckBox {{ color: {tones.ink}; spacing: 6px; padding: 1px 2px;
        border: 1px solid transparent; border-radius: 3px; }}
    QCheckBox::indicator {{ width: 12px; height: 12px; border: 1px solid {tones.muted};
        border-radius: 2px; background: {tones.surface}; }}
    QCheckBox::indicator:checked {{ background: {tones.accent}; border-color: {tones.accent}; }}
    QCheckBox:focus {{ border-color: {tones.focus}; }}
    QFrame[role="chip"] {{
        background: {tones.chrome}; border: 1px solid {tones.line}; border-radius: 10px;
    }}
    QFrame[role="chip"]:focus {{ border: 1px solid {tones.focus}; }}
    QFrame[role="chip"] QToolButton {{ padding: 1px 4px; border-radius: 8px; }}
    QFrame[role="chip"] QLineEdit {{ padding: 0 3px; border-radius: 8px; }}
    QFrame[role="row"] {{ border: 1px solid transparent; border-radius: 3px; }}
    QFrame[role="row"]:hover {{ background: {tones.chrome}; }}
    QFrame[role="row"]:focus {{ border: 1px solid {tones.focus}; }}
    QFrame[role="rule"] {{ background: {tones.line}; border: none; }}
    """
