"""Walking through earlier searches by keys, as in a shell: Ctrl+Up to older, Ctrl+Down to newer."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent

from khiva_notes.gui.search.memory import SearchMemory

_CONTROL = Qt.KeyboardModifier.ControlModifier
_STEPS = {
    QKeyCombination(_CONTROL, Qt.Key.Key_Up): 1,
    QKeyCombination(_CONTROL, Qt.Key.Key_Down): -1,
}


class Recall:
    """Remembers where among the earlier searches a line is, and what was typed before."""

    def __init__(self, memory: SearchMemory) -> None:
        self._memory = memory
        self._at = 0
        self._shown = ""
        self._own = ""

    def query_for(self, event: QKeyEvent, text: str) -> str | None:
        """Return what a line that holds ``text`` is to hold after a key; None if it isn't ours.

        What was typed by the user comes back below the newest search.
        """
        step = _STEPS.get(event.keyCombination())
        if step is None:
            return None
        if text != self._shown or not self._at:
            self._at, self._own = 0, text
        queries = [self._own, *(q for q in self._memory.recent() if q != self._own.strip())]
        self._at = max(0, min(len(queries) - 1, self._at + step))
        self._shown = queries[self._at]
        return self._shown
