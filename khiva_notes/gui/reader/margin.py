"""The page's left margin: which kinds of card begin in a line, and where a printed page begins."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from khiva_notes.gui.reader.paper import SetBlock
from khiva_notes.gui.reader.rects import x_of
from khiva_notes.gui.reader.spans import SpanIndex
from khiva_notes.gui.theme import Tones
from khiva_notes.services.reading import card_glyph

LEFT = 116.0
RIGHT = 32.0
"""The least margins of the page in pixels, wide enough for glyphs and page labels."""
NARROW = (72.0, 20.0)
"""The margins of a page that has to share the window with another."""

_MOST = 4
_STEP = 15.0
_GAP = 10.0
_READ = -7.0
_PAGES = -_GAP - _MOST * _STEP - 8


class Margin:
    """Paints the margin beside each block."""

    def __init__(self, tones: Tones, font: QFont) -> None:
        self.tones = tones
        self.font = font
        self.index: SpanIndex | None = None
        self.hidden: frozenset[str] = frozenset()
        self.pages: Mapping[int, Sequence[tuple[int, str]]] = {}
        self._read: Sequence[tuple[int, int]] = ()
        self._read_ends: list[int] = []

    def show_read(self, spans: Sequence[tuple[int, int]]) -> None:
        """Mark spans, in reading order, as read from now on."""
        self._read = spans
        self._read_ends = [end for _, end in spans]

    def paint(self, painter: QPainter, placed: SetBlock) -> None:
        """Paint glyphs and page labels at the lines of one block, and a rule beside read ones."""
        self._paint_read(painter, placed)
        spans = self.index.in_block(placed.number) if self.index else ()
        pages = self.pages.get(placed.number, ())
        if not (spans or pages):
            return
        painter.save()
        painter.translate(placed.origin)
        lines: dict[int, list[str]] = {}
        for span in spans:
            if span.kind in self.hidden or span.start < placed.position:
                continue
            line = placed.layout.lineForTextPosition(span.start - placed.position)
            kinds = lines.setdefault(line.lineNumber(), [])
            if span.kind not in kinds:
                kinds.append(span.kind)
        small = QFont(self.font)
        small.setPointSizeF(self.font.pointSizeF() * 0.9)
        painter.setFont(small)
        for number, kinds in lines.items():
            self._glyphs(painter, placed, number, kinds[:_MOST])
        self._pages(painter, placed, pages)
        painter.restore()

    def _paint_read(self, painter: QPainter, placed: SetBlock) -> None:
        place = bisect_right(self._read_ends, placed.position)
        end = placed.position + placed.length - 1
        while place < len(self._read) and self._read[place][0] < end:
            first = max(0, self._read[place][0] - placed.position)
            last = min(end, self._read[place][1]) - 1 - placed.position
            begin = placed.layout.lineForTextPosition(first)
            finish = placed.layout.lineForTextPosition(max(first, last))
            if begin.isValid() and finish.isValid():
                top = placed.origin.y() + begin.y()
                bottom = placed.origin.y() + finish.y() + finish.height()
                ink = QColor(self.tones.muted)
                ink.setAlphaF(0.45)
                painter.fillRect(QRectF(placed.origin.x() + _READ, top, 2, bottom - top), ink)
            place += 1

    def _glyphs(
        self, painter: QPainter, placed: SetBlock, number: int, kinds: Sequence[str]
    ) -> None:
        line = placed.layout.lineAt(number)
        for place, kind in enumerate(kinds):
            x = -_GAP - _STEP * (place + 1)
            ink = QColor(self.tones.kind(kind).ink)
            ink.setAlphaF(0.85)
            painter.setPen(ink)
            painter.drawText(
                QRectF(x, line.y(), _STEP, line.height()),
                Qt.AlignmentFlag.AlignCenter,
                card_glyph(kind),
            )

    def _pages(self, painter: QPainter, placed: SetBlock, pages: Sequence[tuple[int, str]]) -> None:
        """Draw a hairline where each page begins, and its label in the margin of that line."""
        painter.setPen(QPen(QColor(self.tones.muted), 1))
        labels: dict[int, list[str]] = {}
        for position, label in pages:
            line = placed.layout.lineForTextPosition(position - placed.position)
            if not line.isValid():
                continue
            x = x_of(line, position - placed.position) - 1
            top, bottom = line.y() + 4, line.y() + line.height() - 3
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))
            labels.setdefault(line.lineNumber(), []).append(label)
        for number, found in labels.items():
            line = placed.layout.lineAt(number)
            painter.drawText(
                QRectF(_PAGES - 60, line.y(), 60, line.height()),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                ", ".join(found),
            )
