"""What the page says of a dispute that has nothing to compare yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.fonts import reading_font
from khiva_notes.services.dispute_reading import DisputeTable

_POINTS = 13.0
_WIDTH = 520


class EmptyTable(QWidget):
    """Says what to do first; the signals ask for it."""

    account_wanted = Signal()
    aspect_wanted = Signal()
    all_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("comparison-empty")
        self._desk = desk
        self._words = QLabel()
        self._words.setObjectName("comparison-empty-words")
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._words.setFont(reading_font(_POINTS))
        self._words.setFixedWidth(_WIDTH)
        self.account = self._button("empty-account", self.tr("Add an account"), "Ctrl+Insert")
        self.account.clicked.connect(self.account_wanted)
        self.aspect = self._button("empty-aspect", self.tr("Add an aspect"), "Insert")
        self.aspect.clicked.connect(self.aspect_wanted)
        self.all = self._button("empty-show-all", self.tr("Show everything"), "")
        self.all.clicked.connect(self.all_wanted)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self.account, self.aspect, self.all):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(self._words, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(12)
        column.addLayout(row)
        column.addStretch(3)
        desk.theme.changed.connect(self._restyle)
        self._restyle()

    def show_table(self, table: DisputeTable | None) -> None:
        """Say what is missing."""
        columns = table.comparison.columns if table else ()
        rows = table.comparison.rows if table else ()
        self.account.setVisible(not columns)
        self.aspect.setVisible(not rows)
        self.all.setVisible(bool(columns and rows))
        if table is None:
            words = ""
        elif not columns:
            words = self.tr(
                "A dispute sets accounts side by side. Say whose accounts there are, one column "
                "each; or take claims, whose speakers become the accounts."
            )
        elif not rows:
            words = self.tr(
                "Now say what is to be compared, one row each: when, where, who, how many …"
            )
        else:
            words = self.tr("Every row or column is hidden, or no row is in conflict.")
        self._words.setText(words)
        self._words.setFixedHeight(max(0, self._words.heightForWidth(_WIDTH)))

    def begin(self) -> None:
        """Put the focus on what to do first."""
        shown = [b for b in (self.account, self.aspect, self.all) if not b.isHidden()]
        (shown[0] if shown else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, name: str, text: str, key: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(text)
        button.setToolTip(f"{text} ({key})" if key else text)
        return button

    def _restyle(self) -> None:
        tones = self._desk.theme.tones
        self.setStyleSheet(
            f"QWidget#comparison-empty {{ background: {tones.paper}; }}"
            f"QLabel {{ color: {tones.muted}; }}"
            f"QToolButton {{ color: {tones.accent}; background: {tones.surface}; "
            f"border: 1px solid {tones.line}; border-radius: 4px; padding: 6px 12px; }}"
            f"QToolButton:focus {{ border-color: {tones.focus}; }}"
        )
