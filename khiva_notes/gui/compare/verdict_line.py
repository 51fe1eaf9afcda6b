"""The verdict at the foot of the page, in one line, with what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton

from khiva_notes.gui.cards.elided import ElidedLabel
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.fonts import reading_font
from khiva_notes.services.dispute_reading import DisputeTable

_POINTS = 12.0


class VerdictLine(QFrame):
    """``wanted`` asks to edit the verdict."""

    wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("verdict-line")
        self._desk = desk
        self._head = QLabel()
        self._head.setObjectName("verdict-head")
        font = self._head.font()
        font.setWeight(font.Weight.DemiBold)
        self._head.setFont(font)
        self._changed = QLabel(self.tr("△ what it rests on has changed since"))
        self._changed.setObjectName("verdict-has-changed")
        self._reasons = ElidedLabel()
        self._reasons.setObjectName("verdict-why")
        self._reasons.setFont(reading_font(_POINTS))
        self._edit = QToolButton()
        self._edit.setObjectName("verdict-edit")
        self._edit.clicked.connect(self.wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 10, 5)
        row.setSpacing(12)
        row.addWidget(self._head)
        row.addWidget(self._changed)
        row.addWidget(self._reasons, 1)
        row.addWidget(self._edit)
        desk.theme.changed.connect(self._restyle)
        self._restyle()

    def show_table(self, table: DisputeTable) -> None:
        """Show the verdict of a dispute, or that there is none."""
        comparison = table.comparison
        verdict = comparison.verdict
        self._changed.setVisible(comparison.changed)
        if verdict is None:
            self._head.setText(self.tr("No verdict yet"))
            self._reasons.setText(self.tr("The accounts stand side by side until you decide."))
            self._edit.setText(self.tr("Write one"))
            self._edit.setToolTip(self.tr("Write a verdict (V)"))
            return
        chosen = comparison.elected.label if comparison.elected else self.tr("no account preferred")
        sure = self.tr(verdict.certainty.replace("-", " "))
        self._head.setText(self.tr("Verdict: {} · {}").format(chosen, sure))
        self._reasons.setText(" ".join(verdict.reasons.split()))
        self._edit.setText(self.tr("Review") if comparison.changed else self.tr("Edit"))
        self._edit.setToolTip(self.tr("Edit the verdict (V)"))

    def _restyle(self) -> None:
        tones = self._desk.theme.tones
        self.setStyleSheet(
            f"QFrame#verdict-line {{ background: {tones.chrome}; "
            f"border-top: 1px solid {tones.line}; }}"
            f"QLabel {{ color: {tones.ink}; background: transparent; }}"
            f"QLabel#verdict-why {{ color: {tones.muted}; }}"
            f"QLabel#verdict-has-changed {{ color: {tones.danger}; }}"
            f"QToolButton {{ color: {tones.accent}; border: 1px solid transparent; "
            f"border-radius: 3px; padding: 2px 8px; background: transparent; }}"
            f"QToolButton:hover {{ background: {tones.surface}; }}"
            f"QToolButton:focus {{ border-color: {tones.focus}; }}"
        )
