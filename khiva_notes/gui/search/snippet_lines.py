"""A snippet laid out in a few lines so that its first match is in sight."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from khiva_notes.gui.search.rows import JOINTS
from khiva_notes.model.offsets import Utf16

Marks = tuple[tuple[int, int], ...]


def begin_near(text: str, marks: Marks, room: int) -> tuple[str, Marks]:
    """Cut off the beginning of a text, at a word, where its first match would be out of sight.

    ``room`` is the number of letters that can be shown; marks are spans in code points.
    """
    if not marks or marks[0][1] <= room * 3 // 4:
        return text, marks
    start = max(0, marks[0][0] - room // 4)
    space = text.find(" ", start, marks[0][0])
    start = space + 1 if space >= 0 else marks[0][0]
    while start < marks[0][0] and text[start] in JOINTS:
        start += 1
    lead = "… "
    shift = start - len(lead)
    return lead + text[start:], tuple((begin - shift, end - shift) for begin, end in marks)


class SnippetLines:
    """Lays out one snippet; made anew for each painting, which takes some microseconds."""

    def __init__(
        self, text: str, marks: Marks, font: QFont, width: int, lines: int, mark_ink: QColor
    ) -> None:
        self._font = font
        self._ink = mark_ink
        letters = max(8, lines * width // max(1, QFontMetrics(font).averageCharWidth()))
        text, self._marks = begin_near(text, marks, letters)
        self._layout = self._laid_out(text, width, lines)
        last = self._layout.lineAt(self._layout.lineCount() - 1)
        end = last.textStart() + last.textLength()
        if end < Utf16(text).to_qt(len(text)):
            shown = text[: Utf16(text).to_code_points(end)].rstrip()
            space = shown.rfind(" ")
            shown = (shown[:space] if space > 0 else shown[:-1]).rstrip(" ,;:")
            self._layout = self._laid_out(f"{shown} …", width, lines)

    def draw(self, painter: QPainter, left: int, top: int) -> None:
        """Draw the lines in the painter's colour, matches in that of marks."""
        self._layout.draw(painter, QPointF(left, top))

    def _laid_out(self, text: str, width: int, lines: int) -> QTextLayout:
        layout = QTextLayout(text, self._font)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats(text))
        layout.beginLayout()
        top = 0.0
        for _ in range(lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout

    def _formats(self, text: str) -> list[QTextLayout.FormatRange]:
        offsets = Utf16(text)
        formats = []
        for start, end in self._marks:
            if end > len(text):
                break
            look = QTextCharFormat()
            look.setFontWeight(QFont.Weight.Bold)
            look.setForeground(self._ink)
            span = QTextLayout.FormatRange()
            begin = offsets.to_qt(start)
            span.start, span.length = begin, offsets.to_qt(end) - begin
            span.format = look
            formats.append(span)
        return formats
