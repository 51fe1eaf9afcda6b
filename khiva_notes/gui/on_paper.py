"""A text document on sheets of paper: each line whole and on one page only, a foot on each page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import (
    QPagedPaintDevice,
    QPainter,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)

Foot = Callable[[QPainter, int, int, QRectF], None]
"""Draws the foot of a page: its number (from 1), how many there are, and the room for it."""

_MM_PER_INCH = 25.4


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a paragraph where it stands in the whole, in dots."""

    block: int
    start: int
    top: float
    bottom: float
    keeps: bool
    """Whether the next line has to stand on the same page: that of a heading."""


def draw_on_pages(
    device: QPagedPaintDevice, document: QTextDocument, foot_mm: float, draw_foot: Foot
) -> int:
    """Draw a document page after page and return how many pages there are; it is left as it was.

    The pages are parted here and not by Qt, which sets lines across a page's end, and draws the
    line before a page's first once more, unseen but found by whoever searches the text of a PDF.
    Heads of tables are not repeated.
    """
    dots = device.logicalDpiX()
    area = QRectF(device.pageLayout().paintRectPixels(dots))
    foot = foot_mm / _MM_PER_INCH * dots
    laid = _laid(document.clone(), device, area.width())
    breaks = _breaks(_lines(laid), area.height() - foot)
    parted = document.clone()
    for number, start in sorted(_partings(_lines(laid), breaks), reverse=True):
        _part(parted.findBlockByNumber(number), start)
    _laid(parted, device, area.width())
    tops = [0.0, *breaks]
    ends = [*breaks, parted.size().height() + 1]
    painter = QPainter(device)
    for number, (top, end) in enumerate(zip(tops, ends, strict=True)):
        if number:
            device.newPage()
        painter.save()
        painter.translate(0, -top)
        parted.drawContents(painter, QRectF(0, top + 1, area.width(), end - top - 2))
        painter.restore()
        painter.save()
        room = QRectF(0, area.height() - foot, area.width(), foot)
        draw_foot(painter, number + 1, len(tops), room)
        painter.restore()
    painter.end()
    return len(tops)


def _laid(document: QTextDocument, device: QPagedPaintDevice, width: float) -> QTextDocument:
    document.documentLayout().setPaintDevice(device)
    document.setTextWidth(width)
    return document


def _lines(document: QTextDocument) -> list[_Line]:
    return sorted(
        (line for block in _blocks(document) for line in _of_block(block)),
        key=lambda line: line.top,
    )


def _of_block(block: QTextBlock) -> Iterator[_Line]:
    whole = block.document().documentLayout().blockBoundingRect(block)
    layout = block.layout()
    keeps = block.blockFormat().headingLevel() > 0
    for index in range(layout.lineCount()):
        line = layout.lineAt(index)
        top = whole.top() + line.y() - layout.lineAt(0).y()
        yield _Line(block.blockNumber(), line.textStart(), top, top + line.height(), keeps)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _breaks(lines: list[_Line], height: float) -> list[float]:
    """Return where each page after the first begins; ``lines`` are by their tops."""
    breaks: list[float] = []
    begin, first = 0.0, 0
    for index, line in enumerate(lines):
        if line.bottom - begin <= height or index == first:
            continue
        start = index
        while start - 1 > first and lines[start - 1].keeps:
            start -= 1
        begin = lines[start].top
        while start > first + 1 and lines[start - 1].bottom > begin + 1:
            start -= 1
            begin = min(begin, lines[start].top)
        breaks.append(begin)
        first = start
    return breaks


def _partings(lines: list[_Line], breaks: list[float]) -> set[tuple[int, int]]:
    """Return where paragraphs run over a page's end: the paragraph and the place in it."""
    found: set[tuple[int, int]] = set()
    for begin in breaks:
        firsts: dict[int, int] = {}
        for line in lines:
            if line.top >= begin - 1:
                firsts[line.block] = min(line.start, firsts.get(line.block, line.start))
        found |= {(block, start) for block, start in firsts.items() if start}
    return found


def _part(block: QTextBlock, start: int) -> None:
    """Begin a paragraph of its own inside one, looking as though it went on."""
    whole = QTextBlockFormat(block.blockFormat())
    before, after = QTextBlockFormat(whole), QTextBlockFormat(whole)
    before.setBottomMargin(0)
    after.setTopMargin(0)
    after.setTextIndent(0)
    if (listed := block.textList()) is not None:
        after.setObjectIndex(-1)
        after.setIndent(whole.indent() + listed.format().indent())
    cursor = QTextCursor(block)
    cursor.setBlockFormat(before)
    cursor.setPosition(block.position() + start)
    cursor.insertBlock(after)
