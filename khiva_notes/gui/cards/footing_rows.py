"""Rows of a card's footing: a quotation with its citation, and a place where the card is used."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from khiva_notes.gui.cards.direction import direction_of
from khiva_notes.gui.cards.elided import ElidedLabel
from khiva_notes.gui.cards.row import Row
from khiva_notes.gui.fonts import reading_font
from khiva_notes.gui.theme import Theme
from khiva_notes.model.kinds import KINDS
from khiva_notes.services.evidence import Evidence

_POINTS = 11.5
_BAR = 3
_DOUBTS = {
    "moved": "moved here in a new version of the text",
    "fuzzy": "not word for word in the new version of the text: please check",
    "orphan": "no longer found in the text",
}


class QuotationRow(Row):
    """The words of a passage, with those around them where there is room, and where they stand.

    ``assigned`` asks to let it belong to another card, for A.
    """

    assigned = Signal()

    def __init__(self, one: Evidence, theme: Theme, kind: str, *, wide: bool) -> None:
        super().__init__()
        passage, tones = one.passage, theme.tones
        self.setObjectName(f"passage-{passage.id}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._ink = QColor(tones.kind(kind).ink)
        tint = tones.kind(kind).tint
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 3, 2, 3)
        column.setSpacing(2)
        words = QLabel()
        words.setObjectName("quotation")
        words.setFont(reading_font(_POINTS))
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.RichText)
        words.setLayoutDirection(direction_of(passage.exact))
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        exact = f'<span style="background-color: {tint};">{escape(passage.exact)}</span>'
        faint = f'<span style="color: {tones.muted};">'
        if wide:
            exact = f"{faint}{escape(one.before)}</span>{exact}{faint}{escape(one.after)}</span>"
        words.setText(exact.replace("\n", "<br>"))
        column.addWidget(words)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(_muted(f"{one.source.title}, {one.place}"), 1)
        if passage.status in _DOUBTS:
            doubt = QLabel(self.tr(_DOUBTS[passage.status]))
            doubt.setProperty("role", "danger")
            below.addWidget(doubt)
        self.add_tool("→", self.tr("Assign it to another card (A)"), self.assigned.emit)
        tip = self.tr("Remove this passage (Delete); the text stays")
        self.add_tool("×", tip, self.removed.emit)
        below.addWidget(self.tools)
        column.addLayout(below)
        self.setAccessibleName(f"“{passage.exact}”, {one.source.title}, {one.place}")
        self.setToolTip(
            self.tr(
                "Enter shows it in the text, A assigns it to another card, "
                "Delete takes the passage away"
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for another card with A."""
        if event.key() == Qt.Key.Key_A and not event.modifiers():
            self.assigned.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar in the kind's colour at the side."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(3, 4, _BAR, self.height() - 8, self._ink)


class UseRow(Row):
    """Something that uses the card, and how."""

    def __init__(self, kind: str, title: str, how: str, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("use")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(5, 3, 5, 3)
        row.setSpacing(6)
        glyph = QLabel(KINDS[kind].glyph)
        glyph.setStyleSheet(f"color: {theme.tones.kind(kind).ink};")
        row.addWidget(glyph)
        row.addWidget(ElidedLabel(title), 1)
        row.addWidget(_muted(how))
        self.setAccessibleName(f"{title}, {how}")
        self.setToolTip(self.tr("Enter opens it"))


def _muted(text: str) -> ElidedLabel:
    label = ElidedLabel(text)
    label.setProperty("role", "muted")
    return label
