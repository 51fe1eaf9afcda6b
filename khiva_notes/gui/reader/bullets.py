"""The points before the items of a list, which the text itself does not have."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter

from khiva_notes.gui.reader.paper import SetBlock
from khiva_notes.gui.theme import Tones
from khiva_notes.model.texts import Block


class Bullets:
    """Paints a point before each list item that is not numbered."""

    def __init__(self, tones: Tones) -> None:
        self.tones = tones
        self.blocks: Sequence[Block] = ()
        self.text = ""

    def paint(self, painter: QPainter, placed: SetBlock) -> None:
        """Paint the point of one block, if it has one."""
        if placed.number >= len(self.blocks):
            return
        block = self.blocks[placed.number]
        line = placed.layout.lineAt(0)
        if block.kind != "list-item" or self.text[block.start : block.start + 1].isdigit():
            return
        rtl = placed.layout.textOption().textDirection() == Qt.LayoutDirection.RightToLeft
        rect = line.naturalTextRect()
        x = rect.right() + 10 if rtl else rect.left() - 10
        y = line.y() + line.ascent() * 0.68
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.tones.muted))
        painter.drawEllipse(placed.origin + QPointF(x, y), 2, 2)
        painter.restore()
