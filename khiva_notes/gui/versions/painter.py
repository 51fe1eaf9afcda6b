"""How a passage to be confirmed looks in the list: its doubt in a sign and a word, card, words."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from khiva_notes.gui.fonts import reading_font
from khiva_notes.gui.theme import Theme
from khiva_notes.gui.versions.model import (
    DOUBT_ROLE,
    SIGNS,
    TONES,
    DoubtsModel,
    Index,
    card_glyph,
    card_title,
)
from khiva_notes.services.version_review import Doubt

_EDGE = 16
_LINE = 22
_PAD = 8
_SIGN = 20


class DoubtPainter(QStyledItemDelegate):
    """Two lines a row: the card and what is doubtful, then the words."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font = reading_font(11.0)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the same height for each row."""
        return QSize(120, 2 * _LINE + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        doubt: Doubt = index.data(DOUBT_ROLE)
        model = index.model()
        assert isinstance(model, DoubtsModel)
        tones = self._theme.tones
        box: QRect = option.rect
        painter.save()
        if option.state.value & _SELECTED:
            tint = QColor(tones.accent)
            tint.setAlpha(56 if tones.dark else 40)
            painter.fillRect(box, tint)
        if option.state.value & _SELECTED and option.state.value & _FOCUSED:
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(tones.focus))
        painter.setPen(QColor(tones.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        status = doubt.passage.status
        inside = box.adjusted(_EDGE, _PAD, -_EDGE, -_PAD)
        first = QRect(inside.left(), inside.top(), inside.width(), _LINE)
        second = first.translated(0, _LINE)
        painter.setPen(QColor(tones.states[TONES[status]]))
        word = f"{SIGNS[status]} {model.word(status)}"
        painter.setFont(option.font)
        width = option.fontMetrics.horizontalAdvance(word)
        painter.drawText(first, _RIGHT, word)
        painter.setPen(QColor(tones.kind(doubt.card.kind if doubt.card else "").ink))
        painter.drawText(first, _LEFT, card_glyph(doubt))
        room = first.adjusted(_SIGN, 0, -width - _PAD, 0)
        painter.setPen(QColor(tones.muted))
        title = option.fontMetrics.elidedText(card_title(doubt), _ELIDE, room.width())
        painter.drawText(room, _LEFT, title)
        painter.setFont(self._font)
        painter.setPen(QColor(tones.ink))
        words = " ".join(doubt.was.exact.split())
        shown = QFontMetrics(self._font).elidedText(words, _ELIDE, second.width() - _SIGN)
        painter.drawText(second.adjusted(_SIGN, 0, 0, 0), _LEFT, shown)
        painter.restore()


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_ELIDE = Qt.TextElideMode.ElideRight
_SELECTED = QStyle.StateFlag.State_Selected.value
_FOCUSED = QStyle.StateFlag.State_HasFocus.value
