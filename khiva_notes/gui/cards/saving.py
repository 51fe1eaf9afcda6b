"""Saving while one types: a moment after the last key, and at once when the field is left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

PAUSE = 300
"""Milliseconds without a key after which what was typed is saved."""


class Autosave(QObject):
    """Holds whether a field has words that are not saved yet, and saves them.

    While ``dirty``, what the library says of the field must not be written over the typing.
    """

    def __init__(self, field: QWidget, save: Callable[[], None]) -> None:
        super().__init__(field)
        self._save = save
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.flush)
        self.dirty = False
        field.installEventFilter(self)

    def touch(self) -> None:
        """Note that something was typed."""
        self.dirty = True
        self._timer.start()

    def flush(self) -> None:
        """Save now what is not saved yet."""
        if self.dirty:
            self.dirty = False
            self._timer.stop()
            self._save()

    def drop(self) -> None:
        """Forget what is not saved yet."""
        self.dirty = False
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save when the field is left or hidden."""
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.flush()
        return False
