"""The verdict at the foot of the page, in one line, with what to do about it."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout

from khiva_notes.gui.cards import wikilinks
from khiva_notes.gui.cards.elided import ElidedLabel
from khiva_notes.gui.compare.verdict_body import VerdictBody
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.fonts import reading_font
from khiva_notes.services.dispute_page import DisputePage

_POINTS = 12.0


class VerdictLine(QFrame):
    """``wanted`` asks to edit the verdict; ``opened`` bears the Place of a link in its reasons.

    Its reasons unfold below it, by themselves where what the verdict rests on has changed.
    """

    wanted = Signal()
    opened = Signal(object)
    holds = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("verdict-line")
        self._desk = desk
        self._dispute = 0
        self._was_changed = False
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
        self._unfold = QToolButton()
        self._unfold.setObjectName("verdict-unfold")
        self._unfold.setToolTip(self.tr("Show the verdict in full, or in one line (Shift+V)"))
        self._unfold.setAccessibleName(self.tr("The verdict in full"))
        self._unfold.setCheckable(True)
        self._unfold.clicked.connect(self.toggle)
        self.body = VerdictBody(desk)
        self.body.opened.connect(self.opened)
        self.body.holds.connect(self.holds)
        self.body.revised.connect(self.wanted)
        self.body.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        column.addLayout(row)
        column.addWidget(self.body)
        row.setContentsMargins(16, 5, 10, 5)
        row.setSpacing(12)
        row.addWidget(self._unfold)
        row.addWidget(self._head)
        row.addWidget(self._changed)
        row.addWidget(self._reasons, 1)
        row.addStretch(0)
        row.addWidget(self._edit)
        desk.theme.changed.connect(self._restyle)
        self._restyle()

    def show_page(self, page: DisputePage) -> None:
        """Show the verdict of a dispute, or that there is none."""
        comparison = page.table.comparison
        verdict = comparison.verdict
        self.body.show_page(page)
        self._unfold.setVisible(verdict is not None)
        other = page.table.comparison.dispute.id != self._dispute
        self._dispute = page.table.comparison.dispute.id
        if other or verdict is None or (comparison.changed and not self._was_changed):
            self._show_body(verdict is not None and comparison.changed)
        self._was_changed = comparison.changed
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
        self._reasons.setText(" ".join(_plain(verdict.reasons).split()))
        self._edit.setText(self.tr("Review") if comparison.changed else self.tr("Edit"))
        self._edit.setToolTip(self.tr("Edit the verdict (V)"))

    def toggle(self) -> None:
        """Show the reasons in full, or in one line."""
        if not self._unfold.isHidden():
            self._show_body(self.body.isHidden())

    def _show_body(self, on: bool) -> None:
        self.body.setVisible(on)
        self._unfold.setChecked(on)
        self._unfold.setText("▾" if on else "▸")
        self._reasons.setVisible(not on)

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


def _plain(markdown: str) -> str:
    """Return reasons without the signs of Markdown, for one line."""
    words = wikilinks.LINK.sub(lambda match: match[2] or match[1], markdown)
    return re.sub(r"\*\*|__|`|^\s*(?:[-*>]|#+|\d+\.)\s+", "", words, flags=re.M)
