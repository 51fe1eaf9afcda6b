"""Python's garbage collection kept on the window's own thread.

A collection that happens to start on a worker's thread may destroy a widget there, which Qt
answers with a crash; and one that starts in the middle of a key press is felt.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

_PAUSE = 500
"""Milliseconds between looks at how much has gathered."""
_YOUNG = 5_000
"""Young objects that make a collection of them worth while; it takes about a millisecond."""
_BURST = 20_000
"""Young objects that can only be the rows of a large list or the like: they live long."""
_MIDDLE_EVERY = 12
"""Collections of the young for each one of the middle-aged, as in Python itself."""


class Collector(QObject):
    """Collects while it lives, in place of Python's own automatic collection.

    The young are collected when enough of them have gathered. A burst of them is set aside unseen,
    for going through it would take longer than a frame. Everything is gone through only when the
    user has turned to another program.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_automatic = gc.isenabled()
        self._rounds = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._look)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._turn)
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Give the collection back to Python, once no other thread is at work."""
        self._timer.stop()
        gc.unfreeze()
        if self._was_automatic:
            gc.enable()

    def _look(self) -> None:
        young = gc.get_count()[0]
        if young < _YOUNG:
            return
        if young >= _BURST:
            gc.freeze()
            return
        self._rounds += 1
        gc.collect(1 if self._rounds % _MIDDLE_EVERY == 0 else 0)

    def _turn(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationInactive and self._timer.isActive():
            gc.unfreeze()
            gc.collect()
            gc.freeze()
