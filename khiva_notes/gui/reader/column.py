"""The cards of what is in view, in a column beside the text, each at the height of its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from khiva_notes.gui.reader.layout import Wish, place
from khiva_notes.gui.reader.slip import LOW, TALL, Entry, Slip
from khiva_notes.gui.theme import Theme

_GUTTER = 20
_EDGE = 8
_FOLD = 24


class CardColumn(QWidget):
    """Shows entries as slips, of which only those in sight exist.

    ``hovered`` bears a card or 0, ``chosen`` the card clicked, ``focused`` the one the keyboard is
    on, ``keyed`` a card and a wish (see Slip), ``carried`` the card being dragged, ``asked`` -1 for
    what is folded above or 1 below, ``wanted`` that the column has to be in sight now.
    """

    hovered = Signal(int)
    chosen = Signal(int)
    focused = Signal(int)
    keyed = Signal(int, str)
    carried = Signal(int)
    asked = Signal(int)
    wheeled = Signal(object)
    resized = Signal()
    wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reader-cards")
        self.setAccessibleName(self.tr("Cards beside the text"))
        self.setMinimumWidth(220)
        self._theme = theme
        self._slips: dict[int, Slip] = {}
        self._free: list[Slip] = []
        self._above = self._fold("reader-above", -1)
        self._below = self._fold("reader-below", 1)
        self._editor: QWidget | None = None
        self._edited = 0
        self._shown: tuple[Entry, ...] = ()
        self.lit: frozenset[int] = frozenset()
        self.leader: tuple[int, float] | None = None
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def shown(self) -> tuple[Entry, ...]:
        """The entries that have a slip now, from the top."""
        return self._shown

    @property
    def edited(self) -> int:
        """The card that is being edited in place, or 0."""
        return self._edited

    def arrange(self, entries: Sequence[Entry], above: int, below: int, anchor: int = 0) -> None:
        """Show entries, in reading order, as many as there is room for.

        ``above`` and ``below`` are how many more cards the text has there; those for which there
        is no room are added to them. The card ``anchor`` stands beside its words.
        """
        top, bottom = _EDGE + _FOLD, self.height() - _EDGE - _FOLD
        room = bottom - top
        editing = self._editor_height() if self._edited else 0
        others = len(entries) - (1 if self._edited else 0)
        low = others * (TALL + 6) + editing > room
        gap = 2 if low else 6
        height = LOW if low else TALL
        wishes = [
            Wish(entry.top, editing if entry.card.id == self._edited else height)
            for entry in entries
        ]
        cards = [entry.card.id for entry in entries]
        pinned = self._edited or anchor
        placed = place(
            wishes,
            top,
            bottom,
            gap=gap,
            anchor=cards.index(pinned) if pinned in cards else None,
        )
        self._shown = tuple(entries[placed.first : placed.last])
        self._stand(placed.tops, low)
        self._count(above + placed.first, below + len(entries) - placed.last)
        self.update()

    def slip(self, card: int) -> Slip | None:
        """Return a card's slip, if it has one now."""
        return self._slips.get(card)

    def focus(self, card: int) -> bool:
        """Put the keyboard on a card's slip; False if it has none."""
        slip = self._slips.get(card)
        if slip is None:
            return False
        slip.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def has_focus_on(self, card: int) -> bool:
        """Tell whether the keyboard is on a card's slip."""
        slip = self._slips.get(card)
        return slip is not None and slip.hasFocus()

    def step(self, card: int, by: int) -> bool:
        """Put the keyboard on the slip before or after a card's; False at the end."""
        cards = [entry.card.id for entry in self._shown if entry.card.id != self._edited]
        if card not in cards or not 0 <= cards.index(card) + by < len(cards):
            return False
        return self.focus(cards[cards.index(card) + by])

    def light(self, cards: frozenset[int]) -> None:
        """Let these cards' slips answer to words that are pointed at."""
        if cards == self.lit:
            return
        self.lit = cards
        for card, slip in self._slips.items():
            if slip.entry is not None:
                slip.show_entry(slip.entry, low=slip.low, lit=card in cards)
        self.update()

    def edit(self, card: int, make: Callable[[QWidget], QWidget]) -> None:
        """Put an editor in the place of a card's slip; it stays until ``close_editor``.

        ``make`` is handed the widget to make the editor in.
        """
        self.close_editor()
        self.wanted.emit()
        frame = _Frame(self._theme, self)
        frame.setObjectName("reader-editor")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.addWidget(make(frame))
        self._editor, self._edited = frame, card
        frame.setFixedWidth(self._slip_width())
        frame.show()

    def close_editor(self) -> None:
        """Take the editor away."""
        if self._editor is not None:
            self._editor.hide()
            self._editor.deleteLater()
        self._editor, self._edited = None, 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the leader from the text to a slip."""
        if self.leader is None:
            return
        card, y = self.leader
        widget = self._editor if card == self._edited else self._slips.get(card)
        if widget is None or not widget.isVisible():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        entry = next((one for one in self._shown if one.card.id == card), None)
        tone = self._theme.tones.kind(entry.card.kind if entry else "")
        painter.setPen(QPen(QColor(tone.ink), 1))
        near = min(max(y, widget.y() + 8.0), widget.y() + widget.height() - 8.0)
        painter.drawLine(QPointF(0, y), QPointF(4, y))
        painter.drawLine(QPointF(4, y), QPointF(widget.x(), near))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask to be arranged anew."""
        super().resizeEvent(event)
        width = self._slip_width()
        for fold, y in ((self._above, _EDGE), (self._below, self.height() - _EDGE - _FOLD + 4)):
            fold.setGeometry(_GUTTER, y, width, _FOLD - 4)
        if self._editor is not None:
            self._editor.setFixedWidth(width)
        self.resized.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the text from here too."""
        self.wheeled.emit(event)
        event.accept()

    def _stand(self, tops: Sequence[float], low: bool) -> None:
        wanted = {entry.card.id for entry in self._shown if entry.card.id != self._edited}
        for card in [card for card in self._slips if card not in wanted]:
            slip = self._slips.pop(card)
            slip.hide()
            slip.entry = None
            self._free.append(slip)
        width = self._slip_width()
        for entry, top in zip(self._shown, tops, strict=True):
            if entry.card.id == self._edited and self._editor is not None:
                self._editor.setGeometry(_GUTTER, int(top), width, self._editor_height())
                self._editor.raise_()
                continue
            if entry.card.id not in self._slips:
                self._slips[entry.card.id] = self._free.pop() if self._free else self._new()
            slip = self._slips[entry.card.id]
            slip.show_entry(entry, low=low, lit=entry.card.id in self.lit)
            slip.setGeometry(_GUTTER, int(top), width, LOW if low else TALL)
            slip.show()

    def _new(self) -> Slip:
        slip = Slip(self._theme, self)
        slip.hovered.connect(self.hovered)
        slip.focused.connect(self.focused)
        slip.keyed.connect(self.keyed)
        slip.chosen.connect(self.chosen)
        slip.carried.connect(self.carried)
        return slip

    def _count(self, above: int, below: int) -> None:
        self._above.setText(self.tr("↑ {0} above").format(above))
        self._above.setVisible(above > 0)
        self._below.setText(self.tr("↓ {0} below").format(below))
        self._below.setVisible(below > 0)

    def _fold(self, name: str, way: int) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setFlat(True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setToolTip(
            self.tr("Go to the last of them (Alt+Page Up)")
            if way < 0
            else self.tr("Go to the next of them (Alt+Page Down)")
        )
        button.clicked.connect(lambda: self.asked.emit(way))
        button.hide()
        return button

    def _slip_width(self) -> int:
        return max(120, self.width() - _GUTTER - 12)

    def _editor_height(self) -> int:
        if self._editor is None:
            return 0
        wanted = max(self._editor.sizeHint().height(), self._editor.minimumSizeHint().height())
        return min(wanted, max(120, self.height() - 2 * (_EDGE + _FOLD)))

    def _restyle(self) -> None:
        tones = self._theme.tones
        for fold in (self._above, self._below):
            fold.setStyleSheet(
                f"QPushButton {{ color: {tones.muted}; border: none; background: transparent;"
                f" text-align: left; padding: 0 2px; }}"
                f"QPushButton:hover {{ color: {tones.accent}; }}"
                f"QPushButton:focus {{ color: {tones.accent}; text-decoration: underline; }}"
            )
        self.update()


class _Frame(QWidget):
    """The ground of an editor; painted by hand, since a style sheet would restyle all within."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a slip that is being written on."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._theme.tones.focus))
        painter.setBrush(QColor(self._theme.tones.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
