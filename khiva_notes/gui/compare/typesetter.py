"""Sets pieces of text to a width, once, so that scrolling a table only draws what is set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from khiva_notes.gui.cards.direction import direction_of
from khiva_notes.gui.compare.pieces import Piece, Style, tr
from khiva_notes.gui.fonts import reading_font
from khiva_notes.gui.preferences import Preferences
from khiva_notes.gui.theme import Theme, Tones
from khiva_notes.model.offsets import Utf16

_KEPT = 4000
_QUOTE_SIZE = 0.86
"""Size of quotations beside that of the reader's text."""
_ABOVE: dict[Style, float] = {"quote": 6.0, "cite": 1.0, "note": 4.0, "state": 3.0, "muted": 2.0}


@dataclass(frozen=True, slots=True)
class SetPiece:
    """A piece whose lines are broken; ``top`` is in pixels below the block's top.

    ``cut`` is the last line when the piece is longer than it may be, with what goes on elided,
    and ``more`` the word behind it that shows the rest.
    """

    piece: Piece
    layout: QTextLayout
    top: float
    cut: str = ""
    cut_top: float = 0.0
    more: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Pieces under one another: what to draw, and how high that is; ``cut`` if something is."""

    pieces: tuple[SetPiece, ...]
    width: float
    height: float
    cut: bool


class Typesetter(QObject):
    """Keeps the fonts of the comparison and the blocks it has set; ``changed`` says: set anew."""

    changed = Signal()

    def __init__(self, theme: Theme, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._preferences = preferences
        self._blocks: dict[tuple[tuple[Piece, ...], int], Block] = {}
        self._fonts: dict[Style, QFont] = {}
        self._metrics: dict[Style, QFontMetricsF] = {}
        self._more = tr("more")
        self._load()
        preferences.changed.connect(self._prefer)

    @property
    def tones(self) -> Tones:
        """The colours in force."""
        return self._theme.tones

    def font(self, style: Style) -> QFont:
        """Return the font of a style."""
        return self._fonts[style]

    def line_height(self, style: Style) -> float:
        """Return the height of a line in a style."""
        return self._metrics[style].height()

    def set(self, pieces: tuple[Piece, ...], width: int) -> Block:
        """Break pieces into lines of ``width`` pixels."""
        key = (pieces, width)
        block = self._blocks.get(key)
        if block is None:
            if len(self._blocks) > _KEPT:
                self._blocks.clear()
            block = self._blocks[key] = self._set(pieces, width)
        return block

    def draw(self, painter: QPainter, block: Block, left: float, top: float) -> None:
        """Draw a block with its top left corner there."""
        for each in block.pieces:
            painter.setPen(self._colour(each.piece))
            painter.setFont(self._fonts[each.piece.style])
            each.layout.draw(painter, QPointF(left, top + each.top))
            if each.cut:
                self._draw_cut(painter, each, block.width, left, top + each.cut_top)

    def _draw_cut(
        self, painter: QPainter, each: SetPiece, width: float, left: float, top: float
    ) -> None:
        metrics = self._metrics[each.piece.style]
        base = top + metrics.ascent()
        room = metrics.horizontalAdvance(each.cut)
        backwards = direction_of(each.piece.text) == Qt.LayoutDirection.RightToLeft
        painter.drawText(QPointF(left + width - room if backwards else left, base), each.cut)
        if each.more:
            painter.setPen(QColor(self.tones.accent))
            painter.setFont(self._fonts["cite"])
            end = self._metrics["cite"].horizontalAdvance(each.more)
            painter.drawText(QPointF(left if backwards else left + width - end, base), each.more)

    def _set(self, pieces: Sequence[Piece], width: int) -> Block:
        found: list[SetPiece] = []
        top = 0.0
        for piece in pieces:
            if found:
                top += _ABOVE.get(piece.style, 2.0)
            each, height = self._set_piece(piece, width, top)
            found.append(each)
            top += height
        return Block(tuple(found), width, top, any(each.cut for each in found))

    def _set_piece(self, piece: Piece, width: int, top: float) -> tuple[SetPiece, float]:
        text = self._elided_cite(piece, width) if piece.style == "cite" else piece.text
        layout = self._layout(text, piece)
        starts, height = self._break(layout, width)
        if not piece.most or len(starts) <= piece.most:
            return SetPiece(piece, layout, top), height
        offsets = Utf16(text)
        start = offsets.to_code_points(starts[piece.most - 1])
        layout = self._layout(text[:start], piece)
        height = self._break(layout, width)[1] if start else 0.0
        metrics = self._metrics[piece.style]
        more = self._more if piece.style in ("quote", "note") else ""
        room = width - (self._metrics["cite"].horizontalAdvance(more) + 4 if more else 0)
        cut = metrics.elidedText(text[start:], Qt.TextElideMode.ElideRight, room)
        return SetPiece(piece, layout, top, cut, top + height, more), height + metrics.height()

    def _layout(self, text: str, piece: Piece) -> QTextLayout:
        layout = QTextLayout(text, self._fonts[piece.style])
        direction = direction_of(piece.text)
        backwards = direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if backwards else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(direction)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        if piece.marks:
            layout.setFormats(self._marked(piece, len(text)))
        return layout

    @staticmethod
    def _break(layout: QTextLayout, width: int) -> tuple[list[int], float]:
        """Break into lines; return where each begins, in UTF-16 units, and the height of all."""
        starts: list[int] = []
        height = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            starts.append(line.textStart())
            height += line.height()
        layout.endLayout()
        return starts, height

    def _elided_cite(self, piece: Piece, width: int) -> str:
        """Shorten a citation in its title, so that the place in the source stays readable."""
        metrics = self._metrics["cite"]
        if metrics.horizontalAdvance(piece.text) <= width:
            return piece.text
        title, comma, place = piece.text.rpartition(", ")
        room = width - metrics.horizontalAdvance(comma + place)
        return metrics.elidedText(title, Qt.TextElideMode.ElideRight, room) + comma + place

    def _marked(self, piece: Piece, length: int) -> list[QTextLayout.FormatRange]:
        offsets = Utf16(piece.text)
        found = []
        for start, end in piece.marks:
            start, end = min(start, length), min(end, length)
            each = QTextLayout.FormatRange()
            each.start = offsets.to_qt(start)
            each.length = offsets.to_qt(end) - each.start
            look = QTextCharFormat()
            look.setBackground(QColor(self.tones.kind("highlight").tint))
            look.setFontUnderline(True)
            each.format = look
            found.append(each)
        return found

    def _colour(self, piece: Piece) -> QColor:
        tones = self.tones
        if piece.style == "state":
            return QColor(tones.states[piece.state])
        if piece.style == "denial":
            return QColor(tones.danger)
        if piece.style in ("value", "name", "quote"):
            return QColor(tones.ink)
        return QColor(tones.muted)

    def _load(self) -> None:
        plain = QGuiApplication.font()
        small = QFont(plain)
        small.setPointSizeF(max(7.0, plain.pointSizeF() * 0.9))
        heavy = QFont(plain)
        heavy.setWeight(QFont.Weight.DemiBold)
        slanted = QFont(plain)
        slanted.setItalic(True)
        denial = QFont(heavy)
        denial.setItalic(True)
        state = QFont(small)
        state.setWeight(QFont.Weight.DemiBold)
        note = QFont(small)
        note.setItalic(True)
        quote = reading_font(self._preferences.text_points * _QUOTE_SIZE)
        self._fonts = {
            "value": heavy,
            "denial": denial,
            "silence": slanted,
            "unread": small,
            "quote": quote,
            "cite": small,
            "note": note,
            "name": heavy,
            "muted": small,
            "state": state,
        }
        self._metrics = {style: QFontMetricsF(font) for style, font in self._fonts.items()}

    def _prefer(self, name: str) -> None:
        if name in ("text-points", "interface-points"):
            self.forget()

    def forget(self) -> None:
        """Take the fonts and colours anew."""
        self._blocks.clear()
        self._load()
        self.changed.emit()
