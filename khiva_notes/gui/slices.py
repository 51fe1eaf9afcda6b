"""Work that only the window's thread can do, cut so small that nobody has to wait for it."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

_SLICE_MS = 2.0


class Slices(QObject):
    """Takes the steps of an iterator a few milliseconds at a time; widgets are made that way.

    Between the slices the window paints and answers keys. ``done`` is sent after the last step.
    """

    done = Signal()

    def __init__(
        self,
        steps: Iterator[object],
        parent: QObject,
        *,
        pause: int = 0,
        slice_ms: float = _SLICE_MS,
    ) -> None:
        """Take no step before ``start``; ``pause`` milliseconds lie between slices."""
        super().__init__(parent)
        self._steps: Iterator[object] | None = steps
        self._slice = slice_ms / 1000
        self._timer = QTimer(self)
        self._timer.setInterval(pause)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_done(self) -> bool:
        """Whether no step is left."""
        return self._steps is None

    def start(self) -> None:
        """Begin, or go on, at the next turn of the event loop."""
        if self._steps is not None:
            self._timer.start()

    def rest(self) -> None:
        """Take no step until started again."""
        self._timer.stop()

    def finish(self) -> None:
        """Take all steps that are left now, for somebody who cannot wait."""
        while self._steps is not None:
            self._step()

    def stop(self) -> None:
        """Take no further step; ``done`` is not sent."""
        self._steps = None
        self._timer.stop()

    def _go_on(self) -> None:
        end = time.perf_counter() + self._slice
        self._step()
        while self._steps is not None and time.perf_counter() < end:
            self._step()

    def _step(self) -> None:
        steps = self._steps
        if steps is None:
            return
        if next(steps, self) is self:
            self.stop()
            self.done.emit()
