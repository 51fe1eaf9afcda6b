"""Ties the words in hand to a card that exists, found by any spelling while one types."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QWidget

from khiva_notes.gui.cards.chooser import CardChooser
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.reader.maker import Maker
from khiva_notes.gui.reader.popover import Popover
from khiva_notes.gui.reader.text_view import TextView


class Attaching(QObject):
    """A panel with a field, already filled with the words if they may be a name.

    Enter attaches; given up, the words stay as a plain highlight.
    """

    def __init__(self, desk: Desk, text: TextView, maker: Maker, ground: QWidget) -> None:
        super().__init__(ground)
        self._desk = desk
        self._text = text
        self._maker = maker
        self._span = (0, 0)
        self._panel = Popover(desk.theme, text, ground, "attach-panel")
        self._panel.setAccessibleName(self.tr("Attach the words to a card"))
        self._panel.closed.connect(self._closed)

    def begin(self) -> None:
        """Ask which card the words in hand belong to."""
        contents = self._maker.contents
        if contents is None:
            return
        start, end = self._maker.span("person")
        if start >= end:
            self._desk.said.emit(self.tr("Put the caret on some words first, or select them."))
            return
        self._span = (start, end)
        words = contents.body.text[start:end]
        self._text.goto(contents.offsets.to_qt(start), contents.offsets.to_qt(end))
        chooser = CardChooser(self._desk)
        if len(words) <= 60:
            chooser.set_text(" ".join(words.split()))
        chooser.chosen.connect(self._attach)
        chooser.cancelled.connect(lambda: self._panel.close_panel(given_up=True))
        hint = QLabel(self.tr("Enter attaches the words, Esc keeps them as a highlight"))
        hint.setProperty("quiet", "true")
        hint.setWordWrap(True)
        self._panel.hold(contents.offsets.to_qt(start), chooser, hint)
        chooser.setFocus()

    def _attach(self, card: int) -> None:
        self._panel.close_panel()
        self._maker.attach(card, *self._span)

    def _closed(self, given_up: bool) -> None:
        if given_up:
            self._maker.highlight_span(*self._span)
