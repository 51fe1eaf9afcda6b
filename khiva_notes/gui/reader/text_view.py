"""The text itself: read only, with a caret, and set line by line as it comes into view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from khiva_notes.gui.fonts import reading_font
from khiva_notes.gui.preferences import Preferences
from khiva_notes.gui.reader.margin import LEFT, RIGHT, Margin
from khiva_notes.gui.reader.paper import Frame, Paper, frame_for
from khiva_notes.gui.reader.tints import Tints
from khiva_notes.gui.reader.washes import Washes
from khiva_notes.gui.theme import Theme
from khiva_notes.model.texts import Block

_FLASH_MS = 900
_MEASURE_SECONDS = 0.003
_KEPT_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class TextView(QTextEdit):
    """Shows one text. Positions are the document's, in UTF-16 units.

    ``pointed`` bears the character under the mouse or -1, ``clicked`` the one clicked without
    dragging; ``moved`` tells that other lines are in view or that they stand elsewhere.
    """

    pointed = Signal(int)
    clicked = Signal(int)
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
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self._theme = theme
        self._preferences = preferences
        self.tints = Tints(theme.tones)
        self.washes = Washes(theme.tones)
        self.margin = Margin(theme.tones, self.font())
        self.paper: Paper | None = None
        self.leader: tuple[QPointF, QColor] | None = None
        self._pressed: QPoint | None = None
        self._kept: QTextDocument | None = None
        self._measuring = QTimer(self)
        self._measuring.setInterval(0)
        self._measuring.timeout.connect(self._measure_some)
        self._next = 0
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
        paper.over += [self.margin.paint]
        paper.remeasured.connect(self._keep_place)
        self.tints.forget()
        self.washes.found = []
        self.margin.pages = pages
        self.paper = paper
        old, self._kept = self._kept, document
        self.setDocument(document)
        if old is not None:
            old.deleteLater()
        self._next = 0
        self._settle()
        self._measuring.start()

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
        self._measure_view(y)
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

    def in_view(self) -> tuple[int, int]:
        """Return the span of positions whose paragraphs are at least partly in view."""
        if self.paper is None:
            return 0, 0
        document = self.document()
        first = document.findBlockByNumber(self.paper.block_at(self.top()))
        last = document.findBlockByNumber(
            self.paper.block_at(self.top() + self.viewport().height() - 1)
        )
        return first.position(), last.position() + last.length()

    def retint(self, blocks: Sequence[int] | set[int] | None = None) -> None:
        """Paint passages anew, in these blocks or everywhere."""
        self.tints.forget(blocks)
        self.viewport().update()

    # Events.

    def event(self, event: QEvent) -> bool:
        """Leave single letters and undo to the program's shortcuts: nothing is typed here."""
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if event.key() not in _KEPT_KEYS:
                event.ignore()
                return False
        return bool(super().event(event))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the text in the middle and, when lines break anew, the same words on top."""
        self._refit()
        super().resizeEvent(event)
        self._settle()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Measure what comes into view before it is painted."""
        self._measure_view(self.top())
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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a click may begin."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell a click from the end of a selection."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        point = event.position().toPoint()
        if (
            event.button() == Qt.MouseButton.LeftButton
            and pressed is not None
            and (point - pressed).manhattanLength() < 4
            and not self.textCursor().hasSelection()
        ):
            position = self.position_on_page(point)
            if position >= 0:
                self.clicked.emit(position)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which character is pointed at."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            self.pointed.emit(self.position_on_page(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that nothing is pointed at any more."""
        super().leaveEvent(event)
        self.pointed.emit(-1)

    # Setting the page.

    def _frame(self, document: QTextDocument) -> Frame:
        return frame_for(
            document.defaultFont(),
            self._preferences.line_spacing,
            self.viewport().width(),
            LEFT,
            RIGHT,
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
            self._next = 0
            self._measuring.start()
            self.paper.measure(number)
            heights = self.paper.heights
            self._announce()
            self.scroll_to(int(heights.top(number) + share * heights.height(number)))

    def _settle(self) -> None:
        self._measure_view(self.top())
        self._announce()
        self.viewport().update()
        self.moved.emit()

    def _announce(self) -> None:
        if self.paper is not None:
            self.paper.documentSizeChanged.emit(self.paper.documentSize())

    def _measure_view(self, y: int) -> None:
        """Measure the paragraphs from ``y`` on for somewhat more than a view."""
        if self.paper is None:
            return
        height = self.viewport().height()
        number = max(0, self.paper.block_at(y) - 1)
        measured = False
        while number < len(self.paper.heights):
            if not self.paper.heights.is_measured(number):
                self.paper.measure(number)
                measured = True
            if self.paper.heights.top(number) > y + height:
                break
            number += 1
        if measured:
            self._announce()

    def _measure_some(self) -> None:
        """Measure guessed paragraphs for a few milliseconds, from the beginning on."""
        from time import perf_counter

        if self.paper is None:
            self._measuring.stop()
            return
        until = perf_counter() + _MEASURE_SECONDS
        while perf_counter() < until:
            self._next = self.paper.heights.next_guess(self._next)
            if self._next < 0:
                self._next = 0
                self._measuring.stop()
                break
            self.paper.measure(self._next)
        self._announce()
        first = self.paper.block_at(self.top())
        last = self.paper.block_at(self.top() + self.viewport().height())
        self.paper.trim(first, last)
        self.moved.emit()

    def _keep_place(self, number: int, wrong: float) -> None:
        """Let the words in view stay where they are when a paragraph above turns out different."""
        assert self.paper is not None
        below = self.paper.heights.top(number) + self.paper.heights.height(number) - wrong
        if below <= self.top():
            self._announce()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(wrong))
            self.viewport().update()

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
        self.tints.tones = self.washes.tones = self.margin.tones = tones
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
