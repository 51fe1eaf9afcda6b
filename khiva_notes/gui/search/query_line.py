"""A line in which a query is typed: its parts are tinted, and the clause at hand is completed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from khiva_notes.gui.clearable import make_clearable
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.search.tints import tint_of
from khiva_notes.model.offsets import Utf16
from khiva_notes.services.query_language import Completion, spans


class QueryLine(QLineEdit):
    """``offered`` bears the list of what the clause before the cursor may become, often empty."""

    offered = Signal(object)

    def __init__(self, desk: Desk, asker: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._asker = asker
        self._awaited = -1
        self._composing = False
        self._offers: list[Completion] = []
        make_clearable(self)
        self.textChanged.connect(self._tint)
        self.textEdited.connect(self._look_for_offers)
        self.cursorPositionChanged.connect(self._moved)
        desk.session.indexer.completed.connect(self._take_offers)
        desk.theme.changed.connect(self._tint)

    @property
    def offers(self) -> list[Completion]:
        """What the clause before the cursor may become, the likeliest first."""
        return self._offers

    def take(self, offer: Completion) -> None:
        """Put a completion into the line as if it had been typed."""
        offsets = Utf16(self.text())
        start, end = offsets.to_qt(offer.start), offsets.to_qt(offer.end)
        self.setSelection(start, end - start)
        whole = offer.text if offer.text.endswith(":") else offer.text + " "
        self.insert(whole)
        self.textEdited.emit(self.text())

    def put(self, query: str) -> None:
        """Show another query, with the cursor at its end and nothing offered."""
        self.setText(query)
        self._offer([])

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab take the first completion where there is one."""
        if forward and self._offers:
            self.take(self._offers[0])
            return True
        return super().focusNextPrevChild(forward)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note whether letters are still being composed, which a tint must not break off."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def forget_offers(self) -> None:
        """Offer nothing until something is typed."""
        self._awaited = -1
        self._offer([])

    def _look_for_offers(self, text: str) -> None:
        cursor = Utf16(text).to_code_points(self.cursorPosition())
        self._awaited = self.desk.session.indexer.ask_completions(text, cursor, asker=self._asker)
        if not text:
            self._offer([])

    def _take_offers(self, number: int, offers: list[Completion]) -> None:
        if number == self._awaited and self.hasFocus():
            self._offer(offers)

    def _moved(self) -> None:
        """Drop what was offered for another place, unless something has just been typed there."""
        if self._offers and self._awaited == -1:
            self._offer([])

    def _offer(self, offers: list[Completion]) -> None:
        self._awaited = -1
        if offers or self._offers:
            self._offers = offers
            self.offered.emit(offers)

    def _tint(self) -> None:
        """Colour the text by way of an input method's attributes, the only door that Qt has."""
        if self._composing:
            return
        text = self.text()
        offsets, cursor = Utf16(text), self.cursorPosition()
        attributes = []
        for span in spans(text):
            start, end = offsets.to_qt(span.start), offsets.to_qt(span.end)
            attributes.append(
                QInputMethodEvent.Attribute(
                    QInputMethodEvent.AttributeType.TextFormat,
                    start - cursor,
                    end - start,
                    tint_of(span.role, self.desk.theme.tones),
                )
            )
        QApplication.sendEvent(self, QInputMethodEvent("", attributes))
