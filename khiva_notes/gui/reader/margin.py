"""The page's left margin: which kinds of card begin in a line, and where a printed page begins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from khiva_notes.gui.reader.paper import Frame, SetBlock
from khiva_notes.gui.reader.rects import x_of
from khiva_notes.gui.reader.spans import SpanIndex
from khiva_notes.gui.theme import Tones
from khiva_notes.services.reading import card_glyph

LEFT = 104.0
RIGHT = 32.0
"""The least margins of the page in pixels, wide enough for glyphs and page labels."""

_MOST = 4
_STEP = 16.0
_GAP = 10.0


class Margin:
    """Paints the margin beside each block."""

    def __init__(self, tones: Tones, font: QFont) -> None:
        self.tones = tones
        self.font = font
        self.index: SpanIndex | None = None
        self.hidden: frozenset[str] = frozenset()
        self.pages: Mapping[int, Sequence[tuple[int, str]]] = {}
        self.frame: Frame | None = None

    def paint(self, painter: QPainter, placed: SetBlock) -> None:
        """Paint glyphs and page labels at the lines of one block."""
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
        painter.setFont(self.font)
        for number, kinds in lines.items():
            self._glyphs(painter, placed, number, kinds[:_MOST])
        for position, label in pages:
            self._page(painter, placed, position, label)
        painter.restore()

    def _glyphs(
        self, painter: QPainter, placed: SetBlock, number: int, kinds: Sequence[str]
    ) -> None:
        line = placed.layout.lineAt(number)
        for place, kind in enumerate(kinds):
            x = -_GAP - _STEP * (place + 1)
            painter.setPen(QColor(self.tones.kind(kind).ink))
            painter.drawText(
                QRectF(x, line.y(), _STEP, line.height()),
                Qt.AlignmentFlag.AlignCenter,
                card_glyph(kind),
            )

    def _page(self, painter: QPainter, placed: SetBlock, position: int, label: str) -> None:
        line = placed.layout.lineForTextPosition(position - placed.position)
        if not line.isValid():
            return
        painter.setPen(QPen(QColor(self.tones.muted), 1))
        left = x_of(line, position - placed.position)
        painter.drawLine(
            QPointF(left - 1, line.y() + 3), QPointF(left - 1, line.y() + line.height() - 3)
        )
        painter.drawText(
            QRectF(8 - placed.origin.x(), line.y(), 28, line.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            label,
        )
