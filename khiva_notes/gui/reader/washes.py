"""Colours that come and go under the words: the selection, what was found, a place jumped to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter

from khiva_notes.gui.reader.paper import SetBlock
from khiva_notes.gui.reader.rects import span_rects
from khiva_notes.gui.theme import Tones


class Washes:
    """Paints the selection, the matches of a search in the text, and a place just jumped to."""

    def __init__(self, tones: Tones) -> None:
        self.tones = tones
        self.selection = (0, 0)
        self.flash = (0, 0)
        self.flash_strength = 0.0
        self._found: list[tuple[int, int]] = []
        self._ends: list[int] = []
        self.current = -1

    @property
    def found(self) -> Sequence[tuple[int, int]]:
        """The matches, in reading order and without overlap."""
        return self._found

    @found.setter
    def found(self, spans: Sequence[tuple[int, int]]) -> None:
        self._found = list(spans)
        self._ends = [end for _, end in self._found]
        self.current = -1

    def paint(self, painter: QPainter, placed: SetBlock) -> None:
        """Paint what lies in one block."""
        end = placed.position + placed.length
        place = bisect_left(self._ends, placed.position + 1)
        while place < len(self._found) and self._found[place][0] < end:
            colour = QColor(self.tones.found)
            if place != self.current:
                colour.setAlphaF(0.45)
            self._wash(painter, placed, self._found[place], colour)
            if place == self.current:
                self._outline(painter, placed, self._found[place])
            place += 1
        if self.flash_strength > 0 and self._touches(placed, self.flash):
            colour = QColor(self.tones.found)
            colour.setAlphaF(min(1.0, self.flash_strength))
            self._wash(painter, placed, self.flash, colour)
        is_match = self.current >= 0 and self._found[self.current] == self.selection
        if self._touches(placed, self.selection) and not is_match:
            colour = QColor(self.tones.accent)
            colour.setAlphaF(0.42 if self.tones.dark else 0.30)
            self._wash(painter, placed, self.selection, colour)

    def _touches(self, placed: SetBlock, span: tuple[int, int]) -> bool:
        return span[0] < span[1] and (
            span[0] < placed.position + placed.length and span[1] > placed.position
        )

    def _wash(
        self, painter: QPainter, placed: SetBlock, span: tuple[int, int], colour: QColor
    ) -> None:
        for rect in span_rects(placed, *span):
            painter.fillRect(rect.translated(placed.origin), colour)

    def _outline(self, painter: QPainter, placed: SetBlock, span: tuple[int, int]) -> None:
        painter.save()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(self.tones.ink))
        for rect in span_rects(placed, *span):
            painter.drawRect(rect.translated(placed.origin).adjusted(0, 0, -1, -1))
        painter.restore()
