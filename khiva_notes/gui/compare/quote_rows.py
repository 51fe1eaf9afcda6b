"""Quotations as rows of an editor: those that a cell has, and those it could have."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout

from khiva_notes.gui.cards.direction import direction_of
from khiva_notes.gui.cards.elided import ElidedLabel
from khiva_notes.gui.cards.row import Row
from khiva_notes.gui.fonts import reading_font
from khiva_notes.model.comparison import Quote

_POINTS = 11.0
_LONGEST = 400


class QuoteRow(Row):
    """The words and where they stand; ``removable`` ones have a cross."""

    def __init__(self, quote: Quote, *, removable: bool, label: str = "") -> None:
        super().__init__()
        exact = " ".join(quote.passage.exact.split())
        self.setObjectName(f"quote-{quote.passage.id}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 2, 4)
        column.setSpacing(1)
        words = QLabel(exact if len(exact) <= _LONGEST else f"{exact[:_LONGEST]}…")
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setFont(reading_font(_POINTS))
        words.setWordWrap(True)
        words.setLayoutDirection(direction_of(exact))
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        where = ElidedLabel(f"{label} · {quote.citation}" if label else quote.citation)
        where.setProperty("role", "muted")
        column.addWidget(words)
        column.addWidget(where)
        self.setAccessibleName(f"“{exact}”, {quote.citation}")
        if removable:
            tip = self.tr("Take this quotation out of the cell (Delete)")
            self.add_tool("×", tip, self.removed.emit)
            column.addWidget(self.tools, alignment=Qt.AlignmentFlag.AlignRight)
            self.setToolTip(self.tr("Enter shows it in its source, Delete takes it out"))
        else:
            self.setToolTip(self.tr("Enter takes these words into the cell"))
