"""Draws a ledger's rows: a sign in a colour, a title, a quiet line under it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from khiva_notes.gui.ledger.rows import ROW_ROLE, Index, LedgerRow
from khiva_notes.gui.theme import Theme, Tones

_PAD, _SIGN, _GAP = 12, 20, 12
_ABOVE = 7
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LOW = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
_LOW_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)


class LedgerPainter(QStyledItemDelegate):
    """All rows are of one height, so that a hundred thousand of them scroll like ten."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for two lines."""
        return QSize(160, 2 * option.fontMetrics.height() + 2 * _ABOVE + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row: LedgerRow = index.data(ROW_ROLE)
        painter.save()
        if row.heading:
            self._heading(painter, option, row)
        else:
            self._ground(painter, option)
            self._finding(painter, option, row)
        painter.restore()

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, row: LedgerRow) -> None:
        tones = self._theme.tones
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(tones.muted))
        box = option.rect.adjusted(_PAD, 0, -_PAD, -6)
        painter.drawText(box, _LOW_RIGHT, row.beside)
        room = box.width() - QFontMetrics(font).horizontalAdvance(row.beside) - _GAP
        painter.drawText(box, _LOW, _elided(font, row.title, room))
        painter.setPen(QColor(tones.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        tones, box = self._theme.tones, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(tones.surface))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(tones.accent))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tones.focus))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.setPen(QColor(tones.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _finding(self, painter: QPainter, option: QStyleOptionViewItem, row: LedgerRow) -> None:
        tones = self._theme.tones
        font = QFont(option.font)
        metrics = QFontMetrics(font)
        inside = option.rect.adjusted(_PAD + _SIGN, _ABOVE, -_PAD, -_ABOVE)
        line = QRect(inside.left(), inside.top(), inside.width(), metrics.height())
        painter.setFont(font)
        painter.setPen(QColor(_ink(row.tone, tones)))
        painter.drawText(line.adjusted(-_SIGN, 0, 0, 0), _LEFT, row.sign)
        beside = metrics.elidedText(row.beside, _ELIDE, line.width() // 2)
        painter.setPen(QColor(tones.muted))
        painter.drawText(line, _RIGHT, beside)
        taken = metrics.horizontalAdvance(beside) + _GAP if beside else 0
        font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(QColor(tones.ink))
        painter.drawText(line, _LEFT, _elided(font, row.title, line.width() - taken))
        small = QFont(option.font)
        painter.setFont(small)
        painter.setPen(QColor(tones.muted))
        below = line.translated(0, metrics.height() + 2)
        painter.drawText(below, _LEFT, _elided(small, row.sub, below.width()))


_ELIDE = Qt.TextElideMode.ElideRight


def _elided(font: QFont, text: str, room: int) -> str:
    return QFontMetrics(font).elidedText(text, _ELIDE, room)


def _ink(tone: str, tones: Tones) -> str:
    if tone in tones.states:
        return tones.states[tone]
    return tones.kinds[tone].ink if tone in tones.kinds else tones.muted
