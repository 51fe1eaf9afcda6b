"""Two cards side by side that may be one, with why, and what can be done about it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from khiva_notes.gui.cards.elided import ElidedLabel
from khiva_notes.gui.cards.row import Row
from khiva_notes.gui.fonts import reading_font
from khiva_notes.gui.theme import Theme
from khiva_notes.services.doubles import Pair, Side

_TITLE_POINTS = 13.0
_POINTS = 11.0


class PairRow(Row):
    """``merged`` bears the number of the card whose title is kept, ``kept_apart`` nothing.

    1 and 2 merge under the first and the second title, N keeps the two apart, Enter opens the
    first card and Shift+Enter the second; ``shown`` bears the number of the card to open.
    """

    merged = Signal(int)
    kept_apart = Signal()
    shown = Signal(int)

    def __init__(self, pair: Pair, theme: Theme) -> None:
        super().__init__()
        self._pair = pair
        self._theme = theme
        self.setObjectName(f"pair-{pair.one.item.id}-{pair.other.item.id}")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        sides = QHBoxLayout()
        sides.setSpacing(24)
        for side in (pair.one, pair.other):
            sides.addWidget(self._side(side), 1)
        column.addLayout(sides)
        below = QHBoxLayout()
        below.setSpacing(4)
        why = ElidedLabel(self.tr("Why: {}").format("; ".join(pair.reasons)))
        why.setObjectName("pair-why")
        why.setProperty("role", "muted")
        below.addWidget(why, 1)
        one, other = pair.one.item, pair.other.item
        for name, text, tip, act in (
            ("merge-one", self.tr("Merge: keep the first"), "1", one.id),
            ("merge-other", self.tr("Keep the second"), "2", other.id),
        ):
            button = self._button(name, text, tip)
            button.clicked.connect(lambda _=False, number=act: self.merged.emit(number))
            below.addWidget(button)
        apart = self._button("keep-apart", self.tr("Not the same"), "N")
        apart.clicked.connect(self.kept_apart)
        below.addWidget(apart)
        column.addLayout(below)
        self.setAccessibleName(
            self.tr("{} and {} may be one: {}").format(
                one.title, other.title, "; ".join(pair.reasons)
            )
        )
        self.setToolTip(
            self.tr("1 or 2 merges under that title, N keeps apart, Enter opens the first")
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the pair's own keys."""
        key, modifiers = event.key(), event.modifiers()
        if key == Qt.Key.Key_1:
            self.merged.emit(self._pair.one.item.id)
        elif key == Qt.Key.Key_2:
            self.merged.emit(self._pair.other.item.id)
        elif key in (Qt.Key.Key_N, Qt.Key.Key_Delete):
            self.kept_apart.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            second = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            self.shown.emit((self._pair.other if second else self._pair.one).item.id)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do nothing on a click beside the buttons."""

    def _side(self, side: Side) -> QWidget:
        tones = self._theme.tones
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        title = ElidedLabel(side.item.title)
        title.setFont(reading_font(_TITLE_POINTS))
        column.addWidget(title)
        others = [form for form in side.forms if form != side.item.title]
        about = str(side.item.fields.get("role") or side.item.fields.get("type") or "")
        for words in (about, self.tr("also {}").format(", ".join(others)) if others else ""):
            if words:
                label = ElidedLabel(words)
                label.setProperty("role", "muted")
                column.addWidget(label)
        for one in side.evidence:
            quotation = QLabel()
            quotation.setFont(reading_font(_POINTS))
            quotation.setWordWrap(True)
            quotation.setTextFormat(Qt.TextFormat.RichText)
            faint = f'<span style="color: {tones.muted};">'
            tint = tones.kind(side.item.kind).tint
            quotation.setText(
                f"{faint}{escape(one.before)}</span>"
                f'<span style="background-color: {tint};">{escape(one.passage.exact)}</span>'
                f"{faint}{escape(one.after)} — {escape(one.source.title)}, "
                f"{escape(one.place)}</span>"
            )
            quotation.setContentsMargins(0, 4, 0, 0)
            column.addWidget(quotation)
        rest = side.passages - len(side.evidence)
        words = self.tr("… and {} more passages").format(rest) if rest else ""
        words = words or ("" if side.passages else self.tr("No passage."))
        if words:
            label = ElidedLabel(words)
            label.setProperty("role", "muted")
            column.addWidget(label)
        column.addStretch(1)
        return box

    def _button(self, name: str, text: str, key: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(text)
        button.setToolTip(f"{text} ({key})")
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button
