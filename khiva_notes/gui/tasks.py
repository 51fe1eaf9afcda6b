"""Work that takes longer than a frame: done on a pool's thread, answered on the window's."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

Answer = TypeVar("Answer")

_log = logging.getLogger(__name__)


class Task(QObject, Generic[Answer]):
    """One piece of work under way; its signals arrive on the thread that started it.

    ``done`` bears the answer, ``failed`` the exception, ``progressed`` whatever the work reports;
    after ``cancel`` none of them is sent any more.
    """

    done = Signal(object)
    failed = Signal(object)
    progressed = Signal(int)
    finished = Signal()
    ended = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancelled = threading.Event()
        self.ended.connect(self._deliver)

    def cancel(self) -> None:
        """Ask the work to stop, and no longer care for its answer."""
        self._cancelled.set()

    def cancelled(self) -> bool:
        """Tell, from any thread, whether the answer is still wanted."""
        return self._cancelled.is_set()

    def _deliver(self, answer: Answer, error: Exception | None) -> None:
        """Send what came of the work, on the window's thread and only if it is still wanted."""
        if not self.cancelled():
            if error is None:
                self.done.emit(answer)
            else:
                self.failed.emit(error)
        self.finished.emit()


class Tasks(QObject):
    """Starts tasks and keeps them alive; waits for them when the window closes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._running: set[Task[Any]] = set()
        self._stopped = False

    def start(
        self,
        work: Callable[[Task[Answer]], Answer],
        done: Callable[[Answer], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> Task[Answer]:
        """Run ``work`` on another thread; it takes plain data and gives plain data back.

        ``work`` is handed its task, to report progress and to ask whether it is cancelled. Once
        the tasks are stopped, nothing is begun any more.
        """
        task: Task[Answer] = Task(self)
        if self._stopped:
            task.cancel()
            return task
        if done is not None:
            task.done.connect(done)
        task.failed.connect(failed or self._unexpected)
        self._running.add(task)
        task.finished.connect(lambda: self._forget(task))
        self._pool.start(_Run(task, work))
        return task

    def stop(self) -> None:
        """Cancel everything and wait until it has stopped."""
        self._stopped = True
        for task in self._running:
            task.cancel()
        self._pool.waitForDone()

    def _forget(self, task: Task[Any]) -> None:
        self._running.discard(task)
        task.deleteLater()

    def _unexpected(self, error: Exception) -> None:
        _log.error("Work in the background failed", exc_info=error)


class _Run(QRunnable, Generic[Answer]):
    def __init__(self, task: Task[Answer], work: Callable[[Task[Answer]], Answer]) -> None:
        super().__init__()
        self._task = task
        self._work = work

    def run(self) -> None:
        """Do the work and send what came of it."""
        try:
            answer = self._work(self._task)
        except Exception as error:
            self._task.ended.emit(None, error)
        else:
            self._task.ended.emit(answer, None)
