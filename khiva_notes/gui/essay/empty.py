"""What the page says of an essay that has no parts yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.fonts import reading_font

_WIDTH = 520


class EmptyEssay(QWidget):
    """Says what to do first; the signals ask for it."""

    prose_wanted = Signal()
    unused_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("essay-empty")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        words = QLabel(
            self.tr(
                "An essay is an outline of headings, prose, cards, quotations and disputes. "
                "Begin to write, or take in what you have: drag it here from lists, from the "
                "tree or from a text, or choose from what is not used yet."
            )
        )
        words.setObjectName("essay-empty-words")
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setFont(reading_font(13))
        words.setFixedWidth(_WIDTH)
        words.setFixedHeight(words.heightForWidth(_WIDTH))
        self.prose = QToolButton()
        self.prose.setObjectName("empty-prose")
        self.prose.setText(self.tr("Begin to write"))
        self.prose.setToolTip(self.tr("Begin to write (Insert)"))
        self.prose.clicked.connect(self.prose_wanted)
        unused = QToolButton()
        unused.setObjectName("empty-unused")
        unused.setText(self.tr("What is not used yet"))
        unused.setToolTip(self.tr("Choose from the library's cards (F7)"))
        unused.clicked.connect(self.unused_wanted)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.prose)
        row.addWidget(unused)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(words, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(12)
        column.addLayout(row)
        column.addStretch(3)
        self.setFocusProxy(self.prose)
        desk.theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        tones = self._desk.theme.tones
        self.setStyleSheet(
            f"QWidget#essay-empty {{ background: {tones.paper}; }}"
            f"QLabel {{ color: {tones.muted}; }}"
            f"QToolButton {{ color: {tones.accent}; background: {tones.surface}; "
            f"border: 1px solid {tones.line}; border-radius: 4px; padding: 6px 12px; }}"
            f"QToolButton:focus {{ border-color: {tones.focus}; }}"
        )
