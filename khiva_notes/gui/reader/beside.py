"""Keeps text and cards in step: which cards stand beside what is in view, and which is meant."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QWheelEvent

from khiva_notes.gui.reader.column import CardColumn
from khiva_notes.gui.reader.contents import Contents
from khiva_notes.gui.reader.rects import span_rects
from khiva_notes.gui.reader.slip import Entry
from khiva_notes.gui.reader.spans import Span
from khiva_notes.gui.reader.text_view import TextView
from khiva_notes.gui.theme import Theme

_DWELL_MS = 140
_FUZZY = Qt.HitTestAccuracy.FuzzyHit


class Beside(QObject):
    """Arranges the column as the text moves, and lets each side answer to the other.

    ``counted`` bears how many cards are in view and how many the text has, ``held`` the card and
    the passage that the keyboard is on now.
    """

    counted = Signal(int, int)
    held = Signal(int, int)

    def __init__(
        self, theme: Theme, text: TextView, column: CardColumn, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = text
        self._column = column
        self._contents: Contents | None = None
        self._hidden: frozenset[str] = frozenset()
        self._pointed: tuple[int, int] = (0, 0)
        self._held: tuple[int, int] = (0, 0)
        self._anchor = 0
        self._in_view: dict[int, tuple[Span, float]] = {}
        self._firsts: list[int] = []
        self._lasts: list[int] = []
        self._dwell = QTimer(self)
        self._dwell.setSingleShot(True)
        self._dwell.setInterval(_DWELL_MS)
        self._dwell.timeout.connect(self._fetch)
        text.moved.connect(self.arrange)
        text.pointed.connect(self._point_at_text)
        column.hovered.connect(self._point_at_card)
        column.resized.connect(self.arrange)
        column.wheeled.connect(self._wheel)
        theme.changed.connect(self._answer)

    @property
    def current(self) -> tuple[int, int]:
        """The card and the passage that the keyboard is on, 0 for none."""
        return self._held

    def show(self, contents: Contents | None, hidden: frozenset[str]) -> None:
        """Show the cards of a text, but none of the kinds ``hidden``."""
        self._contents, self._hidden = contents, hidden
        self._pointed = self._held = (0, 0)
        self._anchor = 0
        self._text.tints.index = self._text.margin.index = contents.spans if contents else None
        self.filter(hidden)

    def filter(self, hidden: frozenset[str]) -> None:
        """Show no cards and no passages of these kinds."""
        self._hidden = hidden
        self._text.tints.hidden = self._text.margin.hidden = hidden
        self.refresh()
        self._text.retint()

    def refresh(self) -> None:
        """Take over that cards or passages are other ones now."""
        firsts, lasts = [], []
        if self._contents is not None:
            spans = self._contents.spans
            for card in spans.cards():
                if spans.kind(card) not in self._hidden:
                    first, last = spans.reach(card)
                    firsts.append(first)
                    lasts.append(last)
        self._firsts, self._lasts = sorted(firsts), sorted(lasts)
        self.arrange()

    def arrange(self) -> None:
        """Stand the slips beside the words that are in view."""
        if self._contents is None:
            self._in_view = {}
            self._column.arrange((), 0, 0)
            return
        self._in_view = self._find_in_view(self._contents)
        spans = self._contents.spans
        entries = []
        for card, (span, y) in self._in_view.items():
            brief = self._contents.card(card)
            if brief is not None:
                entries.append(Entry(brief, y, span.passage, spans.count(card)))
        if self._column.edited and self._column.edited not in self._in_view:
            brief = self._contents.card(self._column.edited)
            if brief is not None:
                entries.append(Entry(brief, 0.0, 0, spans.count(brief.id)))
        start, end = self._view()
        above = bisect_left(self._firsts, start)
        below = len(self._lasts) - bisect_left(self._lasts, end)
        for card in self._in_view:
            first, last = spans.reach(card)
            above -= first < start
            below -= last >= end
        if self._anchor not in self._in_view:
            self._anchor = 0
        self._column.arrange(entries, above, below, self._anchor)
        self._answer()
        self.counted.emit(len(entries), len(self._firsts))

    def hold(self, card: int, passage: int = 0, *, fetch: bool = True) -> None:
        """Let a card, and perhaps one passage of it, be the one that the keyboard is on."""
        if self._held != (card, passage):
            self._held = (card, passage)
            self.held.emit(card, passage)
        if card and fetch:
            self._bring(card)
        self._answer()

    def spans_at(self, position: int) -> list[Span]:
        """Return the passages shown at a position, the shortest first."""
        if self._contents is None or position < 0:
            return []
        return [s for s in self._contents.spans.at(position) if s.kind not in self._hidden]

    def passage_in_view(self, card: int) -> int:
        """Return the first passage of a card that is in view, or 0."""
        found = self._in_view.get(card)
        return found[0].passage if found else 0

    def beyond(self, way: int) -> Span | None:
        """Return the nearest passage above (-1) or below (1) whose card has no slip now."""
        if self._contents is None:
            return None
        shown = {entry.card.id for entry in self._column.shown}
        spans = [
            span
            for span in self._contents.spans.all()
            if span.card and span.card not in shown and span.kind not in self._hidden
        ]
        start, end = self._view()
        folded = {card for card in self._in_view if card not in shown}
        if way < 0:
            found = [s for s in spans if s.start < start or (s.card in folded and s.start < end)]
            return found[-1] if found else None
        return next((s for s in spans if s.start >= start), None)

    def passage_beside(self, position: int, way: int) -> Span | None:
        """Return the next passage after a position (1), or the last one before it (-1)."""
        if self._contents is None:
            return None
        spans = [s for s in self._contents.spans.all() if s.kind not in self._hidden]
        if way > 0:
            return next((span for span in spans if span.start > position), None)
        return next((span for span in reversed(spans) if span.start < position), None)

    def _view(self) -> tuple[int, int]:
        height = self._text.viewport().height()
        top = (
            self._text.paper.hitTest(QPointF(0, self._text.top()), _FUZZY)
            if self._text.paper
            else 0
        )
        bottom = (
            self._text.paper.hitTest(QPointF(1e6, self._text.top() + height), _FUZZY)
            if self._text.paper
            else 0
        )
        return top, bottom

    def _find_in_view(self, contents: Contents) -> dict[int, tuple[Span, float]]:
        """Return for each card in view its first passage there, and the height of its words."""
        paper = self._text.paper
        found: dict[int, tuple[Span, float]] = {}
        if paper is None:
            return found
        top, height = self._text.top(), self._text.viewport().height()
        for placed in paper.shown(top, top + height):
            for span in contents.spans.in_block(placed.number):
                if not span.card or span.card in found or span.kind in self._hidden:
                    continue
                first = max(0, span.start - placed.position)
                last = min(placed.length - 1, span.end - placed.position) - 1
                begin = placed.layout.lineForTextPosition(first)
                finish = placed.layout.lineForTextPosition(max(first, last))
                if not (begin.isValid() and finish.isValid()):
                    continue
                y = placed.origin.y() + begin.y() - top
                end = placed.origin.y() + finish.y() + finish.height() - top
                if y < height and end > 4:
                    found[span.card] = (span, max(0.0, y))
        return dict(sorted(found.items(), key=lambda pair: (pair[1][1], pair[1][0].order)))

    def _point_at_text(self, position: int) -> None:
        spans = self.spans_at(position)
        pointed = (spans[0].card, spans[0].passage) if spans else (0, 0)
        if pointed != self._pointed:
            self._pointed = pointed
            self._answer()
            if pointed[0]:
                self._dwell.start()
            else:
                self._dwell.stop()

    def _point_at_card(self, card: int) -> None:
        self._pointed = (card, 0)
        self._answer()

    def _fetch(self) -> None:
        if self._pointed[0]:
            self._bring(self._pointed[0])

    def _bring(self, card: int) -> None:
        """Give a card in view a slip beside its words if the crowd left it none."""
        if (
            card in self._in_view
            and self._column.slip(card) is None
            and card != self._column.edited
        ):
            self._anchor = card
            self.arrange()

    def _answer(self) -> None:
        """Let the words and the slip of the card that is meant stand out on both sides."""
        card, passage = self._pointed if self._pointed[1] or self._pointed[0] else self._held
        contents = self._contents
        hot: frozenset[int] = frozenset()
        if contents is not None and passage:
            hot = frozenset([passage])
        elif contents is not None and card:
            hot = frozenset(span.passage for span in contents.spans.of_card(card))
        if hot != self._text.tints.hot:
            self._text.tints.hot = hot
            self._text.viewport().update()
        self._column.light(frozenset([card]) if card else frozenset())
        self._lead(card, passage)

    def _lead(self, card: int, passage: int) -> None:
        """Draw a thin line from words to slip."""
        seen = card and self._column.isVisible()
        end = self._end_of_words(card, passage) if seen else None
        kind = ""
        if end is not None and self._contents is not None:
            brief = self._contents.card(card)
            kind = brief.kind if brief else ""
        line = (end, QColor(self._theme.tones.kind(kind).ink)) if end is not None else None
        if line != self._text.leader:
            self._text.leader = line
            self._text.viewport().update()
        self._column.leader = (card, end.y()) if end is not None else None
        self._column.update()

    def _end_of_words(self, card: int, passage: int) -> QPointF | None:
        span = self._contents.spans.get(passage) if self._contents and passage else None
        if span is None and card in self._in_view:
            span = self._in_view[card][0]
        paper = self._text.paper
        if span is None or paper is None:
            return None
        block = self._text.document().findBlock(span.start)
        placed = paper.set_block(block)
        rects = span_rects(placed, span.start, span.end)
        for rect in rects:
            spot = rect.translated(placed.origin).translated(0, -self._text.top())
            if spot.top() >= 0 and spot.bottom() <= self._text.viewport().height():
                return QPointF(spot.right(), spot.bottom() - 1)
        return None

    def _wheel(self, event: QWheelEvent) -> None:
        bar = self._text.verticalScrollBar()
        pixels = event.pixelDelta().y()
        bar.setValue(bar.value() - (pixels or event.angleDelta().y() // 2))
