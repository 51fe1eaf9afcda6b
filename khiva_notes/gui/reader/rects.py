"""The rectangles that a span of a paragraph covers, line by line, whichever way the words run."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGlyphRun, QTextLine

from khiva_notes.gui.reader.paper import SetBlock

_Edge = QTextLine.Edge


def span_rects(placed: SetBlock, start: int, end: int) -> list[QRectF]:
    """Return the rectangles, relative to the block's origin, of the characters of a span.

    Positions are the document's; what lies outside the paragraph is left out. In a line that
    mixes directions a span can be in several pieces.
    """
    first = max(0, start - placed.position)
    last = min(placed.length - 1, end - placed.position)
    found: list[QRectF] = []
    if first >= last:
        return found
    layout = placed.layout
    line = layout.lineForTextPosition(first)
    number = line.lineNumber() if line.isValid() else layout.lineCount()
    while number < layout.lineCount():
        line = layout.lineAt(number)
        begin, finish = line.textStart(), line.textStart() + line.textLength()
        if begin >= last:
            break
        a, b = max(first, begin), min(last, finish)
        for left, right in _runs(line, a, b) if placed.mixed else [_ends(line, a, b)]:
            if right > left:
                found.append(QRectF(left, line.y(), right - left, line.height()))
        number += 1
    return found


def _ends(line: QTextLine, start: int, end: int) -> tuple[float, float]:
    left, right = x_of(line, start), x_of(line, end)
    return left, min(right, line.naturalTextRect().right())


def _runs(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    """Join the glyphs' own extents where they touch.

    A place between words of two directions is in two places at once, so the caret's own x would
    leave out the characters there.
    """
    extents = [extent for run in line.glyphRuns(start, end - start) for extent in _extents(run)]
    runs: list[tuple[float, float]] = []
    for left, right in sorted(extents):
        if runs and left <= runs[-1][1] + 0.5:
            runs[-1] = (runs[-1][0], max(runs[-1][1], right))
        else:
            runs.append((left, right))
    return runs


def edge_x(line: QTextLine, place: int, *, leading: bool) -> float:
    """Return where a character of a line begins to be read (``leading``), or where it ends."""
    runs = line.glyphRuns(place, 1)
    extents = [extent for run in runs for extent in _extents(run)]
    if not extents:
        return x_of(line, place, _Edge.Leading if leading else _Edge.Trailing)
    at_left = leading != runs[0].isRightToLeft()
    return min(left for left, _ in extents) if at_left else max(right for _, right in extents)


def _extents(run: QGlyphRun) -> list[tuple[float, float]]:
    advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
    return [
        (spot.x(), spot.x() + advance.x())
        for spot, advance in zip(run.positions(), advances, strict=True)
        if advance.x() > 0
    ]


def x_of(line: QTextLine, place: int, edge: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
    """Return where a character of a line begins or ends; Qt's binding gives a pair here."""
    return float(line.cursorToX(place, edge)[0])  # type: ignore[index]
