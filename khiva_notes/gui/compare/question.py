"""The head of the page: the question, its kind, what it is about, and how the accounts stand."""

from __future__ import annotations

from collections import Counter
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from khiva_notes.gui.cards.elided import ElidedLabel
from khiva_notes.gui.cards.links_section import LinksSection
from khiva_notes.gui.cards.plain_sections import ChoiceSection
from khiva_notes.gui.cards.section import Section
from khiva_notes.gui.cards.style import card_style
from khiva_notes.gui.cards.title_section import TitleSection
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.theme import STATE_SIGNS, STATE_WORDS
from khiva_notes.model.changes import ChangeSet
from khiva_notes.model.conflicts import State
from khiva_notes.model.kinds import KINDS
from khiva_notes.services.dispute_reading import DisputeTable

_POINTS = 17.0
_ORDER: tuple[State, ...] = ("conflict", "compatible", "agree", "single", "silent")


class Question(QWidget):
    """``opened`` bears a Place of a card; ``entered`` is sent for Enter in the title."""

    opened = Signal(object)
    entered = Signal()

    def __init__(self, desk: Desk, dispute_id: int) -> None:
        super().__init__()
        self.setObjectName("comparison-question")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self.dispute_id = dispute_id
        kind = KINDS["dispute"]
        self.title = TitleSection(desk, dispute_id, _POINTS, self)
        self.title.entered.connect(self.entered)
        self.kind = ChoiceSection(desk, dispute_id, kind.field("question-kind"), self)
        self.about = LinksSection(desk, dispute_id, kind.field("about"), self)
        self._sections: tuple[Section, ...] = (self.title, self.kind, self.about)
        for section in self._sections:
            section.opened.connect(self.opened)
        self.summary = QLabel()
        self.summary.setObjectName("comparison-summary")
        self.summary.setTextFormat(Qt.TextFormat.RichText)
        self.summary.setContentsMargins(6, 0, 0, 0)
        self.voices = ElidedLabel()
        self.voices.setObjectName("comparison-voices")
        self.voices.setProperty("role", "muted")
        self._lay_out()
        desk.theme.changed.connect(self._restyle)
        self._restyle()

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(12)
        sort = QLabel(f"{KINDS['dispute'].glyph}  " + self.tr("asks"))
        sort.setObjectName("question-sort")
        sort.setContentsMargins(6, 4, 0, 0)
        about = QLabel(self.tr("about"))
        about.setProperty("role", "label")
        about.setContentsMargins(0, 4, 0, 0)
        top = Qt.AlignmentFlag.AlignTop
        below.addWidget(sort, alignment=top)
        below.addWidget(self.kind, alignment=top)
        below.addWidget(about, alignment=top)
        below.addWidget(self.about, 1, alignment=top)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 6)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addLayout(below)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 6, 0)
        line.setSpacing(20)
        line.addWidget(self.summary)
        line.addWidget(self.voices, 1)
        column.addLayout(line)

    def show_table(self, table: DisputeTable) -> None:
        """Say how many rows are in which state, and how many voices are independent."""
        tones = self._desk.theme.tones
        counts = Counter(row.state for row in table.comparison.rows)
        parts, plain = [], []
        for state in _ORDER:
            if counts[state]:
                words = f"{counts[state]} {self.tr(STATE_WORDS[state])}"
                plain.append(words)
                parts.append(
                    f'<span style="color:{tones.states[state]};">{STATE_SIGNS[state]}</span> '
                    f"{escape(words)}"
                )
        unread = sum(c.stance == "not-read" for row in table.comparison.rows for c in row.cells)
        if unread:
            words = self.tr("{} cells not yet read").format(unread)
            words = self.tr("1 cell not yet read") if unread == 1 else words
            plain.append(words)
            parts.append(f'<span style="color:{tones.muted};">{escape(words)}</span>')
        self.summary.setText("&nbsp;&nbsp;·&nbsp;&nbsp;".join(parts))
        self.summary.setAccessibleName(", ".join(plain))
        self.summary.setVisible(bool(parts))
        self.voices.setText(table.independence.why)
        self.voices.setVisible(len(table.comparison.columns) > 1)

    def follow(self, change: ChangeSet) -> None:
        """Show what a step changed of the question."""
        touched = {touch.item_id: touch for touch in change.touched}
        for section in self._sections:
            if section.concerned(touched):
                section.refresh()

    def flush(self) -> None:
        """Save now what is not saved yet."""
        for section in self._sections:
            section.flush()

    def _restyle(self) -> None:
        tones = self._desk.theme.tones
        self.setStyleSheet(
            card_style(tones) + f"QWidget#comparison-question {{ background: {tones.paper}; }}"
            f"QPlainTextEdit#card-title {{ border-bottom: 1px solid transparent; }}"
            f"QPlainTextEdit#card-title:focus {{ border: 1px solid {tones.focus}; }}"
            f"QLabel#question-sort {{ color: {tones.kind('dispute').ink}; }}"
            f"QComboBox {{ border-color: transparent; color: {tones.ink}; padding: 2px 4px; }}"
        )
