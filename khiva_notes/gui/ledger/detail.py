"""The words behind a finding: why, and what each voice says, side by side with its quotations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from khiva_notes.gui.cards.direction import direction_of
from khiva_notes.gui.cards.discard import discard
from khiva_notes.gui.cards.elided import ElidedLabel
from khiva_notes.gui.cards.row import Row
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.fonts import reading_font
from khiva_notes.gui.navigation import Place
from khiva_notes.model.comparison import Quote

_POINTS, _TITLE_POINTS = 12.0, 15.0
_NARROW = 460
_MOST = 24
"""Voices laid out at once: nobody weighs more than these against one another."""
_MOST_QUOTES = 4


@dataclass(frozen=True, slots=True)
class Said:
    """What one voice says: who, what, a quiet line, its quotations, and where one click leads."""

    title: str
    value: str
    note: str = ""
    quotes: tuple[Quote, ...] = ()
    place: Place | None = None
    plain: bool = False
    """Whether no words in a text are to be expected behind it."""
    words: str = ""
    """Words of a text that are no passage yet."""


class Detail(QScrollArea):
    """``opened`` bears the Place of a voice's words; each voice can be had with Tab and Enter."""

    opened = Signal(object)

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._desk = desk
        self._voices: list[Row] = []
        self._said: tuple[Said, ...] = ()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._title = QLabel()
        self._title.setObjectName(f"{name}-title")
        self._title.setFont(reading_font(_TITLE_POINTS))
        self._why = QLabel()
        self._why.setObjectName(f"{name}-why")
        self._note = QLabel()
        self._note.setObjectName(f"{name}-note")
        self._note.setProperty("role", "muted")
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self._more = QLabel()
        self._more.setProperty("role", "muted")
        paper = QWidget()
        paper.setObjectName(f"{name}-paper")
        column = QVBoxLayout(paper)
        column.setContentsMargins(24, 12, 24, 24)
        column.setSpacing(8)
        for label in (self._title, self._why, self._note):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        column.addSpacing(8)
        column.addLayout(self._grid)
        column.addWidget(self._more)
        column.addStretch(1)
        self.setWidget(paper)
        desk.theme.changed.connect(lambda: self._lay_out(self._said))

    def show_finding(
        self, title: str, why: str = "", note: str = "", said: Sequence[Said] = ()
    ) -> None:
        """Show another finding, or with an empty title none."""
        for label, words in ((self._title, title), (self._why, why), (self._note, note)):
            label.setText(words)
            label.setVisible(bool(words))
        self._said = tuple(said)
        self._lay_out(self._said)
        self.verticalScrollBar().setValue(0)

    def open_voice(self, number: int) -> None:
        """Go to the words of a voice, counted from 0."""
        if number < len(self._said) and (place := self._said[number].place) is not None:
            self.opened.emit(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the voices side by side where there is room, else under one another."""
        super().resizeEvent(event)
        if (event.size().width() < _NARROW) != (event.oldSize().width() < _NARROW):
            self._lay_out(self._said)

    def _lay_out(self, said: Sequence[Said]) -> None:
        for voice in self._voices:
            self._grid.removeWidget(voice)
            discard(voice)
        across = 1 if self.viewport().width() < _NARROW or len(said) < 2 else 2
        self._voices = []
        for number, one in enumerate(said[:_MOST]):
            voice = self._voice(number, one)
            self._grid.addWidget(voice, number // across, number % across)
            self._voices.append(voice)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        rest = len(said) - _MOST
        self._more.setText(self.tr("… and {} more").format(rest) if rest > 0 else "")
        self._more.setVisible(rest > 0)

    def _voice(self, number: int, one: Said) -> Row:
        row = Row()
        row.setObjectName(f"voice-{number + 1}")
        row.setProperty("role", "voice")
        row.tools.hide()
        column = QVBoxLayout(row)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        head = ElidedLabel(f"{number + 1} · {one.title}")
        head.setProperty("role", "muted")
        column.addWidget(head)
        value = _words(one.value)
        font = value.font()
        font.setWeight(font.Weight.DemiBold)
        value.setFont(font)
        column.addWidget(value)
        if one.note:
            note = _words(one.note)
            note.setProperty("role", "muted")
            column.addWidget(note)
        for quote in one.quotes[:_MOST_QUOTES]:
            words = _words(" ".join(quote.passage.exact.split()))
            words.setFont(reading_font(_POINTS))
            words.setContentsMargins(0, 4, 0, 0)
            column.addWidget(words)
            where = _words(quote.citation.replace("¶ ", "¶\u00a0"))
            where.setProperty("role", "muted")
            column.addWidget(where)
        if one.words:
            words = _words(one.words)
            words.setFont(reading_font(_POINTS))
            column.addWidget(words)
        if not one.quotes and not one.plain:
            nothing = _words(self.tr("No words in a text stand behind this."))
            nothing.setProperty("role", "muted")
            column.addWidget(nothing)
        column.addStretch(1)
        if one.place is not None:
            row.setCursor(Qt.CursorShape.PointingHandCursor)
            row.opened.connect(partial(self.opened.emit, one.place))
            row.setToolTip(self.tr("Enter opens it ({} in the list)").format(number + 1))
        quoted = "; ".join(f"“{q.passage.exact}” ({q.citation})" for q in one.quotes)
        row.setAccessibleName(f"{one.title}: {one.value}. {quoted}")
        return row


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setLayoutDirection(direction_of(text))
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label
