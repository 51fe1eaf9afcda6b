"""Sets a text like the page of a book, and of a long one only the paragraphs that are looked at.

Qt's own layout sets a document whole, in steps that take longer than a frame; this one sets a
paragraph when it comes into view and guesses the height of the others.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from khiva_notes.gui.reader.block_style import BlockStyle, gap, style_of
from khiva_notes.gui.reader.heights import Heights
from khiva_notes.model.texts import Block

MEASURE = 70
"""Characters a line, as a well-set book has them."""

_SOLID = 1.15
_ALPHABET = "the quick brown fox jumps over a lazy dog and then rests in the shade "
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_TOP = 2.0
_BOTTOM = 8.0


class SetBlock(NamedTuple):
    """A block as it stands on the page: its layout's origin, and its top and height in pixels.

    ``mixed`` tells that some of its letters run from right to left.
    """

    number: int
    position: int
    length: int
    layout: QTextLayout
    origin: QPointF
    top: float
    height: float
    mixed: bool


BlockPainter = Callable[[QPainter, SetBlock], None]


@dataclass(frozen=True)
class Frame:
    """The page's measures in pixels: ``em`` is the size of the type, ``pitch`` that of a line."""

    font: QFont
    em: float
    pitch: float
    slack: float
    measure: float
    left: float
    per_line: float


def frame_for(font: QFont, spacing: int, width: float, left: float, right: float) -> Frame:
    """Return the measures of a page ``width`` wide with margins of at least ``left`` and ``right``.

    ``spacing`` is in percent of type set solid.
    """
    metrics = QFontMetricsF(font)
    em = float(QFontInfo(font).pixelSize())
    letter = metrics.horizontalAdvance(_ALPHABET) / len(_ALPHABET)
    measure = min(math.floor(MEASURE * letter), max(math.floor(12 * letter), width - left - right))
    return Frame(
        font,
        em,
        _SOLID * em * spacing / 100,
        max(0.0, metrics.height() - _SOLID * em),
        float(measure),
        math.floor(max(left, left + (width - left - right - measure) / 2)),
        max(8.0, measure / letter),
    )


class Paper(QAbstractTextDocumentLayout):
    """Lays out the document that it is given; all positions are in pixels from its top left.

    ``remeasured`` bears a block's number and by how much its height had been misjudged.
    """

    remeasured = Signal(int, float)

    def __init__(
        self,
        document: QTextDocument,
        blocks: Sequence[Block],
        marks: dict[int, list[tuple[int, int]]],
        frame: Frame,
    ) -> None:
        """Set ``blocks``, one a line of the document; ``marks`` are citation marks by block."""
        super().__init__(document)
        self._blocks = blocks
        self._marks = marks
        self._styles: list[BlockStyle] = []
        previous: Block | None = None
        for block in blocks:
            self._styles.append(style_of(block, previous))
            previous = block
        self._laid: set[int] = set()
        self._mixed: dict[int, bool] = {}
        self.under: list[BlockPainter] = []
        self.over: list[BlockPainter] = []
        self.mark_colour = "#24598f"
        self.frame = frame
        self.heights = self._guesses()

    def refit(self, frame: Frame) -> bool:
        """Take other measures; return whether lines break elsewhere than before."""
        old, self.frame = self.frame, frame
        same = (
            (old.measure, old.pitch, old.em) == (frame.measure, frame.pitch, frame.em)
        ) and old.font == frame.font
        if same:
            return False
        self.forget_lines()
        self.heights = self._guesses()
        return True

    def forget_lines(self) -> None:
        """Set every paragraph anew when it is next looked at."""
        document = self.document()
        for number in self._laid:
            document.findBlockByNumber(number).layout().clearLayout()
        self._laid.clear()

    def trim(self, first: int, last: int, most: int = 300) -> None:
        """Give back the memory of set paragraphs far from those in view, if they are many."""
        if len(self._laid) <= most:
            return
        document = self.document()
        for number in [n for n in self._laid if not first - 60 <= n <= last + 60]:
            document.findBlockByNumber(number).layout().clearLayout()
            self._laid.discard(number)

    def measure(self, number: int) -> None:
        """See to it that a block's height is known."""
        if not self.heights.is_measured(number):
            self.set_block(self.document().findBlockByNumber(number))

    def set_block(self, block: QTextBlock) -> SetBlock:
        """Break a block into lines, unless that is done, and say where it stands."""
        number = block.blockNumber()
        layout = block.layout()
        style = self._styles[number]
        above = gap(self._styles[number - 1] if number else None, style) * self.frame.em
        above += _TOP * self.frame.em if number == 0 else 0.0
        if number not in self._laid:
            self._laid.add(number)
            if number not in self._mixed:
                self._mixed[number] = has_rtl(block.text())
            height = above + self._break(block, layout, style)
            if number == len(self._styles) - 1:
                height += _BOTTOM * self.frame.em
            wrong = self.heights.measure(number, height)
            if wrong:
                self.remeasured.emit(number, wrong)
        top = self.heights.top(number)
        return SetBlock(
            number,
            block.position(),
            block.length(),
            layout,
            QPointF(self.frame.left, top + above),
            top,
            self.heights.height(number),
            self._mixed[number],
        )

    def block_at(self, y: float) -> int:
        """Return the number of the block at a height of the page."""
        return self.heights.at(y)

    def line_at(self, position: int) -> QRectF:
        """Return the rectangle of the line that a position is in, as wide as the measure."""
        block = self.document().findBlock(position)
        placed = self.set_block(block)
        line = placed.layout.lineForTextPosition(position - placed.position)
        if not line.isValid():
            return QRectF(self.frame.left, placed.top, self.frame.measure, placed.height)
        return QRectF(
            self.frame.left, placed.origin.y() + line.y(), self.frame.measure, line.height()
        )

    def shown(self, top: float, bottom: float) -> Iterator[SetBlock]:
        """Yield the blocks between two heights, set."""
        block = self.document().findBlockByNumber(self.heights.at(top))
        while block.isValid():
            placed = self.set_block(block)
            if placed.top >= bottom:
                return
            yield placed
            block = block.next()

    # What Qt asks of a layout.

    def documentChanged(self, position: int, removed: int, added: int) -> None:
        """The text never changes; Qt calls this for a new width too, of which the frame decides."""

    def documentSize(self) -> QSizeF:
        """Return the size of the whole page."""
        return QSizeF(self.frame.left + self.frame.measure, math.ceil(self.heights.total))

    def pageCount(self) -> int:
        """Return 1: the page is one long sheet."""
        return 1

    def frameBoundingRect(self, frame: object) -> QRectF:
        """Return the rectangle of the whole page."""
        return QRectF(QPointF(0.0, 0.0), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Return where a block stands; Qt relies on its being set after this."""
        if not block.isValid():
            return QRectF()
        placed = self.set_block(block)
        return QRectF(
            self.frame.left,
            placed.origin.y(),
            self.frame.measure,
            placed.top + placed.height - placed.origin.y(),
        )

    def hitTest(
        self, point: QPointF | QPoint | QPainterPath.Element, accuracy: Qt.HitTestAccuracy
    ) -> int:
        """Return the position at a point, or -1 if an exact hit is asked for and there is none."""
        assert isinstance(point, QPointF)
        number = self.heights.at(point.y())
        placed = self.set_block(self.document().findBlockByNumber(number))
        y = point.y() - placed.origin.y()
        x = point.x() - placed.origin.x()
        chosen: QTextLine | None = None
        for index in range(placed.layout.lineCount()):
            line = placed.layout.lineAt(index)
            chosen = line
            if y < line.y() + line.height():
                break
        if chosen is None:
            return placed.position
        if accuracy == Qt.HitTestAccuracy.ExactHit:
            if not chosen.naturalTextRect().contains(x, y):
                return -1
            return placed.position + int(
                chosen.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
            )
        return placed.position + int(chosen.xToCursor(x))

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Paint the paragraphs in the clip, with what is laid under and over their words."""
        clip = QRectF(context.clip)
        painter.setPen(context.palette.text().color())
        caret = int(context.cursorPosition)
        for placed in self.shown(clip.top(), clip.bottom()):
            for under in self.under:
                under(painter, placed)
            placed.layout.draw(painter, placed.origin, [], clip)
            for over in self.over:
                over(painter, placed)
            if placed.position <= caret < placed.position + placed.length:
                placed.layout.drawCursor(painter, placed.origin, caret - placed.position, 2)

    # Setting one block.

    def _break(self, block: QTextBlock, layout: QTextLayout, style: BlockStyle) -> float:
        """Break a block into lines and return their height together."""
        rtl = block.textDirection() == Qt.LayoutDirection.RightToLeft
        em, measure = self.frame.em, self.frame.measure
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(block.textDirection())
        option.setAlignment(
            Qt.AlignmentFlag.AlignAbsolute
            | (Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
        )
        option.setTabStopDistance(4 * em)
        layout.setTextOption(option)
        layout.setFormats(self._formats(block, style))
        layout.setCacheEnabled(True)
        pitch = self.frame.pitch * style.scale
        y = 0.0
        layout.beginLayout()
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            indent = (style.rest if y else style.first) * em
            line.setLineWidth(max(4 * em, measure - indent - style.right * em))
            advance = max(pitch, line.height() - self.frame.slack * style.scale)
            x = style.right * em if rtl else indent
            line.setPosition(QPointF(x, y + (advance - line.height()) / 2))
            y += advance
        layout.endLayout()
        return max(y, pitch)

    def _formats(self, block: QTextBlock, style: BlockStyle) -> list[QTextLayout.FormatRange]:
        found = []
        points = self.frame.font.pointSizeF() * style.scale
        if style.scale != 1.0 or style.bold or style.italic or style.mono:
            plain = QTextCharFormat()
            plain.setFontPointSize(points)
            if style.bold:
                plain.setFontWeight(QFont.Weight.Bold)
            if style.italic:
                plain.setFontItalic(True)
            if style.mono:
                plain.setFontFamilies(["monospace"])
                plain.setFontFixedPitch(True)
            found.append(_range(0, block.length(), plain))
        marks = self._marks.get(block.blockNumber(), ())
        if marks:
            raised = QTextCharFormat()
            raised.setFontPointSize(points)
            raised.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            raised.setForeground(QColor(self.mark_colour))
            for start, end in marks:
                found.append(_range(start - block.position(), end - start, raised))
        return found

    def _guesses(self) -> Heights:
        frame = self.frame
        guesses = []
        above: BlockStyle | None = None
        known: dict[tuple[int, int], tuple[float, float, float]] = {}
        for block, style in zip(self._blocks, self._styles, strict=True):
            pair = (id(above), id(style))
            if pair not in known:
                width = max(4.0, frame.per_line - (style.rest + style.right) * 2) / style.scale
                known[pair] = (width, frame.pitch * style.scale, gap(above, style) * frame.em)
            width, pitch, space = known[pair]
            guesses.append((1 + (block.end - block.start) // width) * pitch + space)
            above = style
        return Heights(guesses or [frame.pitch])


def has_rtl(text: str) -> bool:
    """Tell whether some letters of a text run from right to left."""
    return not text.isascii() and _RTL.search(text) is not None


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start = start
    found.length = length
    found.format = look
    return found
