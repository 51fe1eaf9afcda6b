"""Lays the colours of passages under their words, so that those which overlap can be told apart."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from khiva_notes.gui.reader.paper import SetBlock
from khiva_notes.gui.reader.rects import span_rects
from khiva_notes.gui.reader.spans import Span, SpanIndex
from khiva_notes.gui.theme import Tones

_LINES = 2
"""How many covered passages show under the same words; more lines would cross them out."""

_RADIUS = 2.5


@dataclass(frozen=True, slots=True)
class _Tinted:
    """A span in one block: its rectangles, and those parts of it that shorter ones lie upon."""

    span: Span
    rects: tuple[QRectF, ...]
    covered: tuple[QRectF, ...]
    depth: int


class Tints:
    """Paints passages: the longest lowest, and what is covered shows as a line below the words."""

    def __init__(self, tones: Tones) -> None:
        self.tones = tones
        self.index: SpanIndex | None = None
        self.hidden: frozenset[str] = frozenset()
        self.hot: frozenset[int] = frozenset()
        self._blocks: dict[int, tuple[_Tinted, ...]] = {}

    def forget(self, blocks: Collection[int] | None = None) -> None:
        """Work out anew what these blocks look like, or all."""
        if blocks is None:
            self._blocks.clear()
            return
        for number in blocks:
            self._blocks.pop(number, None)

    def paint(self, painter: QPainter, placed: SetBlock) -> None:
        """Paint a block's tints; the passages in ``hot`` stand out."""
        tinted = self._tinted(placed)
        if not tinted:
            return
        painter.save()
        painter.translate(placed.origin)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for one in tinted:
            painter.setBrush(QColor(self.tones.kind(one.span.kind).tint))
            for rect in one.rects:
                painter.drawRoundedRect(_hugging(rect), _RADIUS, _RADIUS)
        for one in tinted:
            if one.span.passage in self.hot:
                painter.setBrush(self._strong(one.span.kind))
                for rect in one.rects:
                    painter.drawRoundedRect(_hugging(rect), _RADIUS, _RADIUS)
        for one in tinted:
            ink = QColor(self.tones.kind(one.span.kind).ink)
            if one.span.passage in self.hot:
                painter.setBrush(ink)
                for rect in one.rects:
                    painter.drawRect(QRectF(rect.left(), rect.bottom() - 2, rect.width(), 2))
            elif one.covered and one.depth < _LINES:
                ink.setAlphaF(0.5)
                painter.setBrush(ink)
                for rect in one.covered:
                    y = rect.bottom() - 1 - 2 * one.depth
                    painter.drawRect(QRectF(rect.left(), y, rect.width(), 1))
        painter.restore()

    def _strong(self, kind: str) -> QColor:
        tone = self.tones.kind(kind)
        tint, ink = QColor(tone.tint), QColor(tone.ink)
        return mixed(tint, ink, 0.30 if self.tones.dark else 0.22)

    def _tinted(self, placed: SetBlock) -> tuple[_Tinted, ...]:
        known = self._blocks.get(placed.number)
        if known is None:
            spans = self.index.in_block(placed.number) if self.index else ()
            shown = [span for span in spans if span.kind not in self.hidden]
            known = self._blocks[placed.number] = tuple(_tint(placed, shown))
        return known


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return a colour between two, ``share`` of the way from the first."""
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * share,
        one.greenF() + (other.greenF() - one.greenF()) * share,
        one.blueF() + (other.blueF() - one.blueF()) * share,
    )


def _tint(placed: SetBlock, spans: Sequence[Span]) -> list[_Tinted]:
    layers = sorted(spans, key=lambda span: (span.start - span.end, span.start, span.passage))
    found = []
    for place, span in enumerate(layers):
        upon = [one for one in layers[place + 1 :] if one.start < span.end and span.start < one.end]
        below = [one for one in layers[:place] if one.start < span.end and span.start < one.end]
        covered: list[QRectF] = []
        for start, end in _joined([(max(s.start, span.start), min(s.end, span.end)) for s in upon]):
            covered += span_rects(placed, start, end)
        found.append(
            _Tinted(
                span,
                tuple(span_rects(placed, span.start, span.end)),
                tuple(covered),
                len(below),
            )
        )
    return found


def _joined(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _hugging(rect: QRectF) -> QRectF:
    """Leave a little paper between the tints of two lines."""
    return rect.adjusted(-1, 2, 1, -0.5)
