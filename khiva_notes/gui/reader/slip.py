"""A card in the margin of the text: its glyph, its title, and one line about it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from khiva_notes.gui.dragging import DragStart
from khiva_notes.gui.theme import Theme
from khiva_notes.model.kinds import KINDS
from khiva_notes.services.reading import CardBrief, card_glyph

TALL = 44
LOW = 24
"""A slip's height in pixels with its second line and without."""

_GLYPH = 26


@dataclass(frozen=True, slots=True)
class Entry:
    """A card beside the text: ``top`` is the height of its words in the view, in pixels.

    ``passage`` is its first one in view, ``count`` how many it has in this text.
    """

    card: CardBrief
    top: float
    passage: int
    count: int


class Slip(QAbstractButton):
    """One card's slip; a click asks for its words, and ``keyed`` bears the name of other wishes.

    The names are ``edit``, ``open``, ``text``, ``out``, ``up``, ``down``, ``left``, ``right`` and
    ``remove``. ``carried`` tells that the card is being dragged.
    """

    hovered = Signal(int)
    focused = Signal(int)
    chosen = Signal(int)
    keyed = Signal(int, str)
    carried = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.entry: Entry | None = None
        self.lit = False
        self.low = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._choose)
        self._drag = DragStart(self._carry)

    def show_entry(self, entry: Entry, *, low: bool, lit: bool) -> None:
        """Show a card, with or without its second line; ``lit`` ones answer to the text."""
        if (entry.card, entry.count, low, lit) != self._shown():
            fresh = self.entry is None or entry.card != self.entry.card
            self.low, self.lit = low, lit
            self.entry = entry
            if fresh:
                self._name(entry.card)
            self.update()
        self.entry = entry

    def sizeHint(self) -> QSize:
        """Return the slip's natural size."""
        return QSize(280, LOW if self.low else TALL)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card; a fade of its kind's colour tells that its words are pointed at."""
        if self.entry is None:
            return
        tones, card = self._theme.tones, self.entry.card
        tone = tones.kind(card.kind)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QColor(tones.focus if self.hasFocus() else tone.ink if self.lit else tones.line)
        painter.setPen(edge)
        painter.setBrush(QColor(tone.tint if self.lit else tones.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if self.hasFocus():
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 3, 3)
        painter.fillRect(QRectF(0, 3, 3, self.height() - 6), QColor(tone.ink))
        painter.setPen(QColor(tone.ink))
        line = QRect(8, 0, _GLYPH - 6, LOW)
        top = 0 if self.low else 2
        large = QFont(self.font())
        large.setPointSizeF(self.font().pointSizeF() * 1.15)
        painter.setFont(large)
        painter.drawText(
            line.translated(0, top), Qt.AlignmentFlag.AlignCenter, card_glyph(card.kind)
        )
        width = self.width() - _GLYPH - 12
        count = f"{self.entry.count}×" if self.entry.count > 1 else ""
        painter.setFont(self.font())
        if count:
            painter.setPen(QColor(tones.muted))
            painter.drawText(
                QRect(_GLYPH + 6, top, width, LOW),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                count,
            )
            width -= self.fontMetrics().horizontalAdvance(count) + 6
        painter.setPen(QColor(tones.ink))
        self._write(painter, QRect(_GLYPH + 6, top, width, LOW), card.title, self.font())
        if not self.low:
            painter.setPen(QColor(tones.muted))
            small = QFont(self.font())
            small.setPointSizeF(self.font().pointSizeF() * 0.9)
            words = card.line or self._label(card.kind)
            rest = QRect(_GLYPH + 6, LOW - 4, self.width() - _GLYPH - 12, TALL - LOW)
            self._write(painter, rest, words, small)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a drag may begin."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag.press(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the card be dragged away."""
        if not self._drag.move(event.position().toPoint()):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the drag, or choose the card."""
        self._drag.release()
        super().mouseReleaseEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell that the card is pointed at."""
        super().enterEvent(event)
        if self.entry:
            self.hovered.emit(self.entry.card.id)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that it is no longer."""
        super().leaveEvent(event)
        self.hovered.emit(0)

    def focusInEvent(self, event: object) -> None:
        """Tell that the keyboard is here."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        if self.entry:
            self.focused.emit(self.entry.card.id)

    def event(self, event: QEvent) -> bool:
        """Keep the slip's own keys from the window's shortcuts."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self._wish(event):
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the keys into wishes."""
        wish = self._wish(event)
        if wish and self.entry:
            self.keyed.emit(self.entry.card.id, wish)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab and Shift+Tab lead out of the slips, among which the arrows lead."""
        if self.entry is None:
            return bool(super().focusNextPrevChild(forward))
        self.keyed.emit(self.entry.card.id, "out" if forward else "text")
        return True

    def _wish(self, event: QKeyEvent) -> str:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return "open" if control else "edit"
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return ""
        return {
            Qt.Key.Key_F2: "edit",
            Qt.Key.Key_Escape: "text",
            Qt.Key.Key_F6: "text",
            Qt.Key.Key_Up: "up",
            Qt.Key.Key_Down: "down",
            Qt.Key.Key_Left: "left",
            Qt.Key.Key_Right: "right",
            Qt.Key.Key_Delete: "remove",
        }.get(Qt.Key(event.key()), "")

    def _carry(self) -> None:
        self.setDown(False)
        if self.entry:
            self.carried.emit(self.entry.card.id)

    def _choose(self) -> None:
        if self.entry:
            self.chosen.emit(self.entry.card.id)

    def _write(self, painter: QPainter, rect: QRect, words: str, font: QFont) -> None:
        painter.setFont(font)
        elided = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(
            rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), elided
        )

    def _name(self, card: CardBrief) -> None:
        label = self._label(card.kind)
        self.setObjectName(f"slip-{card.id}")
        self.setAccessibleName(f"{label}: {card.title}")
        self.setAccessibleDescription(card.line)
        keys = self.tr("Enter edits it here, Ctrl+Enter opens it, Delete takes the words off it")
        line = f"<br>{card.line}" if card.line else ""
        self.setToolTip(f"<b>{label}: {card.title}</b>{line}<br><i>{keys}</i>")

    def _label(self, kind: str) -> str:
        return self.tr(KINDS[kind].label) if kind in KINDS else ""

    def _shown(self) -> tuple[CardBrief, int, bool, bool] | None:
        return (self.entry.card, self.entry.count, self.low, self.lit) if self.entry else None
