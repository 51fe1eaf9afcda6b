"""The line of the search page, with a list of completions below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.own_keys import claims
from khiva_notes.gui.search.completion_list import CompletionList
from khiva_notes.gui.search.memory import SearchMemory
from khiva_notes.gui.search.query_line import QueryLine
from khiva_notes.gui.search.recall import Recall

_AWAY = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_Escape)


class SearchLine(QueryLine):
    """``left`` is sent when Enter, Down or Esc lead on to the hits."""

    left = Signal()

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(desk, "page")
        self.setObjectName("search-line")
        self.setPlaceholderText(self.tr("Words, “phrases”, person:Junaid, date:1918..1920 …"))
        self.setAccessibleName(self.tr("Search everywhere"))
        self.setToolTip(self.tr("Words, names in any spelling, dates, fields (Ctrl+Shift+F)"))
        self._recall = Recall(SearchMemory(desk))
        self._completions = CompletionList(self, page)
        desk.theme.changed.connect(self._restyle)
        self._restyle()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Offer nothing while the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.forget_offers()

    def event(self, event: QEvent) -> bool:
        """Keep the keys that the line acts on from the window's own shortcuts."""
        own = claims(event, lambda key: key.key() in _AWAY and not key.modifiers())
        return own or bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the completions have their keys, and lead on to the hits."""
        earlier = self._recall.query_for(event, self.text())
        if earlier is not None:
            self.put(earlier)
            event.accept()
        elif self._completions.take_key(event):
            event.accept()
        elif event.key() in _AWAY and not event.modifiers():
            self.forget_offers()
            self.left.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _restyle(self) -> None:
        tones = self.desk.theme.tones
        self.setStyleSheet(
            f"QLineEdit#search-line {{ background: {tones.surface}; color: {tones.ink}; "
            f"border: 1px solid {tones.line}; border-radius: 6px; padding: 7px 10px; }}"
            f"QLineEdit#search-line:focus {{ border-color: {tones.focus}; }}"
        )
