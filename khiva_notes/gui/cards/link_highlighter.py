"""Makes links in typed notes readable: their words coloured, brackets and key faint."""

from __future__ import annotations

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from khiva_notes.gui.cards.wikilinks import LINK
from khiva_notes.gui.theme import Theme
from khiva_notes.model.offsets import Utf16


class LinkHighlighter(QSyntaxHighlighter):
    """Colours a document; it follows the theme when it is told to ``rehighlight``."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme

    def highlightBlock(self, text: str) -> None:
        """Colour one paragraph."""
        tones = self._theme.tones
        faint, link = QTextCharFormat(), QTextCharFormat()
        faint.setForeground(QColor(tones.muted))
        link.setForeground(QColor(tones.accent))
        units = Utf16(text).to_qt
        for match in LINK.finditer(text):
            start = units(match.start())
            self.setFormat(start, units(match.end()) - start, faint)
            begin, end = match.span(2 if match[2] else 1)
            self.setFormat(units(begin), units(end) - units(begin), link)
