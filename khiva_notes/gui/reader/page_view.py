"""The page of a text as it is set and seen: its lines, its colours, and what of it is in view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QScrollBar, QTextEdit, QWidget

from khiva_notes.gui.fonts import reading_font
from khiva_notes.gui.preferences import Preferences
from khiva_notes.gui.reader.bullets import Bullets
from khiva_notes.gui.reader.margin import LEFT, NARROW, RIGHT, Margin
from khiva_notes.gui.reader.measuring import Measuring
from khiva_notes.gui.reader.paper import BlockPainter, Frame, Paper, frame_for
from khiva_notes.gui.reader.tints import Tints
from khiva_notes.gui.reader.washes import Washes
from khiva_notes.gui.theme import Theme
from khiva_notes.model.texts import Block

_FLASH_MS = 900
_NARROW = 600


class PageView(QTextEdit):
    """Shows one text. Positions are the document's, in UTF-16 units.

    ``moved`` tells that other lines are in view or that they stand elsewhere. ``over`` are painters
    of what lies over the words, for the texts shown from now on; ``leader`` is a line from hot
    words to the right edge.
    """

    moved = Signal()

    def __init__(
        self, theme: Theme, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("reader-text")
        self.setAccessibleName(self.tr("Text"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._theme = theme
        self._preferences = preferences
        self.tints = Tints(theme.tones)
        self.washes = Washes(theme.tones)
        self.margin = Margin(theme.tones, self.font())
        self.bullets = Bullets(theme.tones)
        self.paper: Paper | None = None
        self.leader: tuple[QPointF, QColor] | None = None
        self.over: list[BlockPainter] = []
        self._shared: QScrollBar | None = None
        self._kept: QTextDocument | None = None
        self._measuring = Measuring(self)
        self._measuring.settled.connect(self.moved)
        self._flashing = QVariantAnimation(self)
        self._flashing.setDuration(_FLASH_MS)
        self._flashing.setStartValue(1.0)
        self._flashing.setEndValue(0.0)
        self._flashing.valueChanged.connect(self._fade)
        self.selectionChanged.connect(self._wash_selection)
        theme.changed.connect(self._restyle)
        preferences.changed.connect(self._follow_preference)
        self._restyle()

    def show_text(
        self,
        document: QTextDocument,
        text: str,
        blocks: Sequence[Block],
        marks: dict[int, list[tuple[int, int]]],
        pages: Mapping[int, Sequence[tuple[int, str]]],
    ) -> None:
        """Show a document whose lines are these blocks; ``marks`` and ``pages`` are by block."""
        document.setDefaultFont(reading_font(self._preferences.text_points))
        paper = Paper(document, blocks, marks, self._frame(document))
        document.setDocumentLayout(paper)
        paper.mark_colour = self._theme.tones.accent
        paper.under += [self.tints.paint, self.washes.paint]
        paper.over += [self.margin.paint, self.bullets.paint, *self.over]
        self.tints.forget()
        self.washes.found = []
        self.margin.pages = pages
        self.bullets.text, self.bullets.blocks = text, blocks
        self.paper = paper
        old, self._kept = self._kept, document
        self.setDocument(document)
        if old is not None:
            old.deleteLater()
        self._measuring.begin(paper)
        self._settle()

    def goto(self, start: int, end: int, *, share: float = 0.33) -> None:
        """Put the caret behind a span, which becomes the selection, and bring it into view.

        Out of view, it comes to stand ``share`` of the way down.
        """
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.reveal(start, end, share=share)
        self.setTextCursor(cursor)

    def put_caret(self, position: int) -> None:
        """Put the caret somewhere, with nothing selected, and let the view stay where it is."""
        cursor = self.textCursor()
        cursor.setPosition(position)
        y = self.top()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(y)

    def flash(self, start: int, end: int) -> None:
        """Let a span light up for a moment, to catch the eye."""
        self.washes.flash = (start, end)
        self._flashing.stop()
        self._flashing.start()

    def first_in_view(self) -> int:
        """Return the position at which the first whole line in view begins."""
        if self.paper is None:
            return 0
        y = self.top()
        position = self.paper.hitTest(QPointF(0.0, y), Qt.HitTestAccuracy.FuzzyHit)
        line = self.paper.line_at(position)
        if line.top() < y - line.height() / 2:
            position = self.paper.hitTest(
                QPointF(0.0, line.bottom() + 1), Qt.HitTestAccuracy.FuzzyHit
            )
        return position

    def x_of(self, position: int) -> float:
        """Return where a character begins, in the view's coordinates."""
        cursor = self.textCursor()
        cursor.setPosition(position)
        return float(self.cursorRect(cursor).left())

    def reveal(self, start: int, end: int, *, share: float = 0.33) -> None:
        """Scroll a span into view, unless it is there."""
        if self.paper is None:
            return
        first, last = self.paper.line_at(start), self.paper.line_at(end)
        top, height = self.top(), self.viewport().height()
        if first.top() >= top and last.bottom() <= top + height:
            return
        self.scroll_to(int(first.top() - share * height))

    def begin_at(self, position: int) -> None:
        """Let the view begin with the line of a position."""
        if self.paper is not None:
            self.scroll_to(int(self.paper.line_at(position).top()))

    def top(self) -> int:
        """Return the height on the page at which the view begins."""
        return self.verticalScrollBar().value()

    def scroll_to(self, y: int) -> None:
        """Let the view begin at a height of the page, once the paragraphs there are measured."""
        bar = self.verticalScrollBar()
        self._measuring.in_view(y)
        bar.setValue(y)

    def position_on_page(self, point: QPoint, *, exact: bool = True) -> int:
        """Return the character at a point of the view, or -1 if there is none."""
        if self.paper is None:
            return -1
        accuracy = Qt.HitTestAccuracy.ExactHit if exact else Qt.HitTestAccuracy.FuzzyHit
        return self.paper.hitTest(QPointF(point.x(), point.y() + self.top()), accuracy)

    def line_rect(self, position: int) -> QRectF:
        """Return the line of a position in the view's coordinates."""
        if self.paper is None:
            return QRectF()
        return self.paper.line_at(position).translated(0, -self.top())

    def retint(self, blocks: Sequence[int] | set[int] | None = None) -> None:
        """Paint passages anew, in these blocks or everywhere."""
        self.tints.forget(blocks)
        self.viewport().update()

    def share_scroll_bar(self, bar: QScrollBar) -> None:
        """Let a scroll bar elsewhere stand for the text's own, which is not seen."""
        inner = self.verticalScrollBar()
        bar.setSingleStep(inner.singleStep())
        self._shared = bar
        inner.rangeChanged.connect(bar.setRange)
        inner.valueChanged.connect(bar.setValue)
        bar.valueChanged.connect(inner.setValue)

    def shared_bars(self) -> list[QScrollBar]:
        """Return the scroll bars by which the text can be scrolled."""
        return [self._shared] if self._shared is not None else []

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the text in the middle and, when lines break anew, the same words on top."""
        self._refit()
        super().resizeEvent(event)
        self._settle()
        if self._shared is not None:
            self._shared.setPageStep(self.viewport().height())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Measure what comes into view before it is painted."""
        self._measuring.in_view(self.top())
        super().scrollContentsBy(dx, dy)
        self.moved.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page, and the leader from hot words to the margin."""
        super().paintEvent(event)
        if self.leader is not None:
            start, colour = self.leader
            painter = QPainter(self.viewport())
            painter.setPen(QPen(colour, 1))
            painter.drawLine(start, QPointF(self.viewport().width(), start.y()))

    # Setting the page.

    def _frame(self, document: QTextDocument) -> Frame:
        return frame_for(
            document.defaultFont(),
            self._preferences.line_spacing,
            self.viewport().width(),
            *(NARROW if self.viewport().width() < _NARROW else (LEFT, RIGHT)),
        )

    def _refit(self) -> None:
        if self.paper is None:
            return
        number = self.paper.block_at(self.top())
        offset = self.top() - self.paper.heights.top(number)
        share = offset / max(1.0, self.paper.heights.height(number))
        moved = self.paper.refit(self._frame(self.document()))
        self.tints.forget()
        if moved:
            self._measuring.begin(self.paper)
            self.paper.measure(number)
            heights = self.paper.heights
            self._measuring.announce()
            self.scroll_to(int(heights.top(number) + share * heights.height(number)))

    def _settle(self) -> None:
        self._measuring.in_view(self.top())
        self._measuring.announce()
        self.viewport().update()
        self.moved.emit()

    # Looks.

    def _wash_selection(self) -> None:
        cursor = self.textCursor()
        self.washes.selection = (cursor.selectionStart(), cursor.selectionEnd())
        self.viewport().update()

    def _fade(self, strength: float) -> None:
        self.washes.flash_strength = strength
        self.viewport().update()

    def _restyle(self) -> None:
        tones = self._theme.tones
        for painter in (self.tints, self.washes, self.margin, self.bullets):
            painter.tones = tones
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, QColor(tones.paper))
        palette.setColor(QPalette.ColorRole.Text, QColor(tones.ink))
        self.setPalette(palette)
        if self.paper is not None:
            self.paper.mark_colour = tones.accent
            self.paper.forget_lines()
        self.retint()

    def _follow_preference(self, name: str) -> None:
        if name in ("text-points", "line-spacing") and self.paper is not None:
            self.document().setDefaultFont(reading_font(self._preferences.text_points))
            self._refit()
            self._settle()
