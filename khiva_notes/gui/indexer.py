"""The thread that owns the index: brings it up to date after each step and answers searches."""

from __future__ import annotations

import logging
import queue
import threading
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from khiva_notes.services.searching import (
    Answer,
    IndexBusy,
    LibrarySearch,
    SearchCancelled,
    Seeker,
)

_log = logging.getLogger(__name__)

_IDLE_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Question:
    """One search that a view asks; a newer number makes all older ones moot."""

    number: int
    query: str
    limit: int
    kinds: tuple[str, ...] | None
    per_kind: int | None
    typing: bool


class Indexer(QObject):
    """Front of the index on the window's thread; all work is done on threads of its own.

    ``status`` bears words for the status bar: "index up to date", "building the index: 1,200".
    ``answered`` bears the question's number and its Answer; questions that were overtaken by a
    newer one, or cancelled, are never answered.
    """

    status = Signal(str)
    answered = Signal(int, object)
    caught_up = Signal()

    def __init__(self, library: Path, indexes: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shared = _Shared(library, indexes)
        self._keeper = _Keeper(self._shared, self)
        self._seeker = _Seeker(self._shared, self)
        self._number = 0

    def start(self) -> None:
        """Begin to bring the index up to date."""
        self._keeper.start()
        self._seeker.start()
        self.wake()

    def wake(self) -> None:
        """Tell that the library has changed."""
        self._shared.changed.set()

    def ask(
        self,
        query: str,
        *,
        limit: int = 20,
        kinds: tuple[str, ...] | None = None,
        per_kind: int | None = None,
        typing: bool = False,
    ) -> int:
        """Search, dropping whatever was asked before; return the number the answer will bear."""
        self._number += 1
        self._shared.newest = self._number
        self._shared.questions.put(Question(self._number, query, limit, kinds, per_kind, typing))
        return self._number

    def drop(self) -> None:
        """No longer want the answer to what was asked last."""
        self._number += 1
        self._shared.newest = self._number

    def stop(self) -> None:
        """Let the threads come to their end and wait for them."""
        self._shared.stopping.set()
        self._shared.changed.set()
        self._shared.newest = -1
        self._shared.questions.put(None)
        self._keeper.wait()
        self._seeker.wait()
        if self._shared.search is not None:
            self._shared.search.close()


class _Shared:
    """What the two threads and the window have in common."""

    def __init__(self, library: Path, indexes: Path) -> None:
        self.library = library
        self.indexes = indexes
        self.changed = threading.Event()
        self.stopping = threading.Event()
        self.ready = threading.Event()
        self.questions: queue.SimpleQueue[Question | None] = queue.SimpleQueue()
        self.newest = 0
        self.search: LibrarySearch | None = None


class _Keeper(QThread):
    """Keeps the index abreast of the library, and the library's log on the disk."""

    def __init__(self, shared: _Shared, front: Indexer) -> None:
        super().__init__(front)
        self._shared = shared
        self._front = front

    def run(self) -> None:
        """Catch up whenever something changed; merge and write through when idle."""
        shared = self._shared
        search = LibrarySearch(shared.library, shared.indexes)
        shared.search = search
        shared.ready.set()
        idle = True
        while not shared.stopping.is_set():
            if not shared.changed.wait(None if idle else _IDLE_SECONDS):
                idle = not search.tidy()
                continue
            shared.changed.clear()
            if shared.stopping.is_set():
                return
            idle = False
            self._catch_up(search)

    def _catch_up(self, search: LibrarySearch) -> None:
        say = self._front.status.emit
        try:
            if search.must_rebuild():
                say("Building the index …")
            search.catch_up(
                progress=lambda count: say(f"Building the index: {count:,}"),
                cancelled=self._shared.stopping.is_set,
            )
        except SearchCancelled:
            return
        except IndexBusy:
            say("The index is in use elsewhere")
        except Exception:
            _log.exception("The index could not be brought up to date")
            say("The index is behind")
        else:
            say("Index up to date")
            self._front.caught_up.emit()


class _Seeker(QThread):
    """Answers searches, the newest first and only."""

    def __init__(self, shared: _Shared, front: Indexer) -> None:
        super().__init__(front)
        self._shared = shared
        self._front = front

    def run(self) -> None:
        """Take questions until told to stop."""
        shared = self._shared
        shared.ready.wait()
        assert shared.search is not None
        seeker = Seeker(shared.search, shared.library)
        try:
            while True:
                question = shared.questions.get()
                if question is None or shared.stopping.is_set():
                    return
                if question.number == shared.newest:
                    self._answer(question, seeker)
        finally:
            seeker.close()

    def _answer(self, question: Question, seeker: Seeker) -> None:
        def overtaken() -> bool:
            return question.number != self._shared.newest

        try:
            answer = seeker.find(
                question.query,
                limit=question.limit,
                kinds=question.kinds,
                per_kind=question.per_kind,
                typing=question.typing,
                cancelled=overtaken,
            )
        except SearchCancelled:
            return
        except Exception:
            _log.exception("A search failed: %r", question.query)
            assert self._shared.search is not None
            self._shared.search.distrust()
            self._front.wake()
            answer = Answer(question.query, 0, (), {}, "")
        if not overtaken():
            self._front.answered.emit(question.number, answer)
