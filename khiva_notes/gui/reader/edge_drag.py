"""The edges of a passage that stands out can be taken with the mouse and drawn elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter

from khiva_notes.gui.reader.contents import Contents
from khiva_notes.gui.reader.hand import Hand
from khiva_notes.gui.reader.paper import SetBlock
from khiva_notes.gui.reader.rects import edge_x
from khiva_notes.gui.reader.spans import Span
from khiva_notes.gui.reader.text_view import TextView
from khiva_notes.gui.theme import Theme

_REACH = 6


class EdgeDrag(QObject):
    """Watches for a press near an edge of the passage in hand, and paints handles there."""

    def __init__(self, theme: Theme, text: TextView, hand: Hand) -> None:
        super().__init__(text)
        self._theme = theme
        self._text = text
        self._hand = hand
        self._drawn: tuple[Span, str] | None = None
        self.contents: Contents | None = None
        self._shown: Span | None = None
        text.viewport().installEventFilter(self)

    def show_for(self, passage: int) -> None:
        """Offer handles for a passage, or for none."""
        span = self.contents.spans.get(passage) if self.contents and passage else None
        if span != self._shown:
            self._shown = span
            self._text.viewport().update()

    def paint(self, painter: QPainter, placed: SetBlock) -> None:
        """Paint a handle at either end of the passage."""
        span = self._shown
        if span is None:
            return
        ink = QColor(self._theme.tones.kind(span.kind).ink)
        for at_start in (True, False):
            edge = _edge(placed, span, at_start=at_start)
            if edge is not None:
                self._handle(painter, placed, edge, at_start=at_start, ink=ink)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the mouse while an edge is drawn."""
        if not isinstance(event, QMouseEvent):
            return False
        point = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress:
            edge = self._edge_at(point) if event.button() == Qt.MouseButton.LeftButton else ""
            if edge and self._shown is not None:
                self._drawn = (self._shown, edge)
                return True
        elif event.type() == QEvent.Type.MouseMove:
            if self._drawn is not None:
                self._draw_to(point)
                return True
            near = not event.buttons() and self._edge_at(point)
            self._text.viewport().setCursor(
                Qt.CursorShape.SizeHorCursor if near else Qt.CursorShape.IBeamCursor
            )
        elif event.type() == QEvent.Type.MouseButtonRelease and self._drawn is not None:
            self._let_go()
            return True
        return False

    def _edge_at(self, point: QPoint) -> str:
        span, paper = self._shown, self._text.paper
        if span is None or paper is None:
            return ""
        for name, position in (("start", span.start), ("end", span.end - 1)):
            placed = paper.set_block(self._text.document().findBlock(position))
            edge = _edge(placed, span, at_start=name == "start")
            if edge is None:
                continue
            edge.translate(placed.origin.x(), placed.origin.y() - self._text.top())
            above, below = edge.top() - 2, edge.bottom() + 2
            if abs(point.x() - edge.x()) <= _REACH and above <= point.y() <= below:
                return name
        return ""

    def _draw_to(self, point: QPoint) -> None:
        assert self._drawn is not None and self.contents is not None and self._shown is not None
        span, edge = self._shown, self._drawn[1]
        position = self._text.position_on_page(point, exact=False)
        if edge == "start":
            span = span._replace(start=min(position, span.end - 1))
        else:
            span = span._replace(end=max(position, span.start + 1))
        if span != self._shown:
            self._shown = span
            self._text.retint(self.contents.spans.put(span))

    def _let_go(self) -> None:
        assert self._drawn is not None and self.contents is not None and self._shown is not None
        before, now = self._drawn[0], self._shown
        self._drawn = None
        blocks = self.contents.spans.put(before)
        offsets = self.contents.offsets
        if (before.start, before.end) != (now.start, now.end):
            self._hand.resize(
                now.passage, offsets.to_code_points(now.start), offsets.to_code_points(now.end)
            )
        self._shown = self.contents.spans.get(now.passage)
        self._text.retint(blocks)

    def _handle(
        self, painter: QPainter, placed: SetBlock, edge: QRectF, *, at_start: bool, ink: QColor
    ) -> None:
        x = edge.x()
        painter.save()
        painter.translate(placed.origin)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRect(QRectF(x - 0.75, edge.top() + 2, 1.5, edge.height() - 2))
        y = edge.top() + 2 if at_start else edge.bottom()
        painter.drawEllipse(QRectF(x - 3, y - 3, 6, 6))
        painter.restore()


def _edge(placed: SetBlock, span: Span, *, at_start: bool) -> QRectF | None:
    """Return an upright line, from the block's origin, where a passage begins or ends in it."""
    place = (span.start if at_start else span.end - 1) - placed.position
    line = placed.layout.lineForTextPosition(place) if 0 <= place < placed.length else None
    if line is None or not line.isValid():
        return None
    return QRectF(edge_x(line, place, leading=at_start), line.y(), 0.0, line.height())
