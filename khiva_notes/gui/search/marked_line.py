"""A title in one line, in which what a query found is underlined."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from khiva_notes.gui.theme import Tones
from khiva_notes.model.offsets import Utf16


class MarkedLine:
    """Lays out one line; ``marks`` are spans of ``text`` in code points, within it."""

    def __init__(
        self, text: str, marks: tuple[tuple[int, int], ...], font: QFont, width: int, tones: Tones
    ) -> None:
        offsets = Utf16(text)
        look = QTextCharFormat()
        look.setForeground(QColor(tones.ink))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(QColor(tones.accent))
        formats = []
        for start, end in marks:
            span = QTextLayout.FormatRange()
            span.start = offsets.to_qt(start)
            span.length = offsets.to_qt(end) - span.start
            span.format = look
            formats.append(span)
        self._layout = QTextLayout(text, font)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        self._layout.setTextOption(option)
        self._layout.setFormats(formats)
        self._layout.beginLayout()
        self._layout.createLine().setLineWidth(width)
        self._layout.endLayout()

    def draw(self, painter: QPainter, box: QRect) -> None:
        """Draw the line in the middle of a box's height, cut off at its edges."""
        painter.save()
        painter.setClipRect(box)
        height = self._layout.boundingRect().height()
        self._layout.draw(painter, QPointF(box.left(), box.top() + (box.height() - height) / 2))
        painter.restore()
