"""The cards beside a text can be folded away; they come back while one works with them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_WIDTH = 300


class Folding(QObject):
    """Hides what stands beside a text; ``needed`` tells that it comes into sight, or goes again."""

    needed = Signal(bool)

    def __init__(self, side: QWidget, text: QWidget, busy: Callable[[], bool]) -> None:
        """``busy`` tells that the side has to stay in sight though the keyboard is in the text."""
        super().__init__(side)
        self._side = side
        self._text = text
        self._busy = busy
        self.folded = False
        text.installEventFilter(self)

    @property
    def width(self) -> int:
        """How wide the cards want to stand beside the text, in pixels."""
        return _WIDTH

    @property
    def in_sight(self) -> bool:
        """Whether the cards are seen now, folded or not."""
        return not self._side.isHidden()

    def fold(self, on: bool) -> None:
        """Fold the cards away until they are needed, or leave them beside the text."""
        if on == self.folded:
            return
        self.folded = on
        self._side.setVisible(not on)

    def need(self) -> None:
        """Bring the cards into sight; they go again when the keyboard is back in the text."""
        if self.folded and self._side.isHidden():
            self.needed.emit(True)
            self._side.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fold anew once the keyboard is back in the text."""
        if event.type() == QEvent.Type.FocusIn:
            QTimer.singleShot(0, self, self._done)
        return False

    def _done(self) -> None:
        if self.folded and self.in_sight and self._text.hasFocus() and not self._busy():
            self._side.hide()
            self.needed.emit(False)
