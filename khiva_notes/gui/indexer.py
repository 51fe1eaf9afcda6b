"""The threads that own the index: one brings it up to date, the other answers questions."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal, SignalInstance

from khiva_notes.model.errors import UserError
from khiva_notes.services.query_language import spans
from khiva_notes.services.searching import (
    Answer,
    Cancelled,
    Facet,
    IndexBusy,
    LibrarySearch,
    SearchCancelled,
    Seeker,
)

_log = logging.getLogger(__name__)

_IDLE_SECONDS = 0.5
_LOOK_SECONDS = 1.0
"""How often an index that another program writes is looked at while it is behind."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How the index is, in ``words``; ``whole`` unless it does not find everything yet."""

    words: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Question:
    """Something that a view wants to know; a newer one of the same asker makes it moot.

    ``signal`` bears the answer; ``failed`` is the answer where finding the true one has raised.
    """

    asker: str
    number: int
    work: Callable[[Seeker, Cancelled], object]
    signal: SignalInstance
    failed: object


class Indexer(QObject):
    """Front of the index on the window's thread; all work is done on threads of its own.

    ``status`` bears words for the status bar: "Index up to date", "Building the index: 1,200".
    ``answered`` bears the number of a question and its Answer, ``faceted`` a number and a tuple
    of Facet, ``completed`` a number and a list of Completion. Questions that were overtaken by a
    newer one of the same asker, or dropped, are never answered. ``caught_up`` is sent whenever
    the index finds what the last step has changed.
    """

    status = Signal(str)
    answered = Signal(int, object)
    faceted = Signal(int, object)
    completed = Signal(int, object)
    caught_up = Signal()
    stands = Signal(object)

    def __init__(
        self,
        library: Path,
        indexes: Path,
        parent: QObject | None = None,
        *,
        reads_only: bool = False,
    ) -> None:
        """Watch over the index of a library; one that ``reads_only`` is written by another."""
        super().__init__(parent)
        self._shared = _Shared(library, indexes)
        self._keeper = _Keeper(self._shared, self, reads_only)
        self._seeker = _Seeker(self._shared, self)
        self._number = 0
        self.standing = Standing(_tr("Opening the index …"), whole=False)
        self.stands.connect(self._take_standing)

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
        asker: str = "",
        limit: int = 20,
        kinds: tuple[str, ...] | None = None,
        per_kind: int | None = None,
        typing: bool = False,
    ) -> int:
        """Search, dropping what the same asker asked before; return the answer's number."""

        def work(seeker: Seeker, cancelled: Cancelled) -> Answer:
            return seeker.find(
                query,
                limit=limit,
                kinds=kinds,
                per_kind=per_kind,
                typing=typing,
                cancelled=cancelled,
            )

        return self._put(asker, self.answered, work, Answer(query, 0, (), {}, ""))

    def ask_facets(
        self,
        query: str,
        *,
        asker: str = "",
        kinds: tuple[str, ...] | None = None,
        typing: bool = False,
    ) -> int:
        """Count by what a query's hits can be narrowed down; return the answer's number."""

        def work(seeker: Seeker, cancelled: Cancelled) -> tuple[Facet, ...]:
            return seeker.facets(query, kinds=kinds, typing=typing, cancelled=cancelled)

        return self._put(f"{asker} facets", self.faceted, work, ())

    def ask_completions(self, query: str, cursor: int, *, asker: str = "") -> int:
        """Complete the clause before ``cursor``, in code points; return the answer's number."""
        return self._put(
            f"{asker} completions",
            self.completed,
            lambda seeker, _: seeker.completions(query, cursor),
            [],
        )

    def drop(self, asker: str = "") -> None:
        """No longer want the answer to what an asker asked last."""
        for name in (asker, f"{asker} facets", f"{asker} completions"):
            self._shared.newest.pop(name, None)

    def seeker(self) -> Seeker:
        """Return a seeker for the thread that calls, which has to close it; for long work.

        UserError while the index is still being opened.
        """
        search = self._shared.search
        if search is None:
            raise UserError(_tr("The search is not ready yet."), _tr("Try again in a moment."))
        return Seeker(search, self._shared.library)

    def stop(self) -> None:
        """Let the threads come to their end and wait for them."""
        self._shared.stopping.set()
        self._shared.changed.set()
        self._shared.questions.put(None)
        self._keeper.wait()
        self._seeker.wait()
        if self._shared.search is not None:
            self._shared.search.close()

    def _put(
        self,
        asker: str,
        signal: SignalInstance,
        work: Callable[[Seeker, Cancelled], object],
        failed: object,
    ) -> int:
        self._number += 1
        self._shared.newest[asker] = self._number
        self._shared.questions.put(Question(asker, self._number, work, signal, failed))
        return self._number

    def _take_standing(self, standing: Standing) -> None:
        self.standing = standing
        self.status.emit(standing.words)


class _Shared:
    """What the two threads and the window have in common.

    ``newest`` holds, by asker, the number of the question whose answer is still wanted.
    """

    def __init__(self, library: Path, indexes: Path) -> None:
        self.library = library
        self.indexes = indexes
        self.changed = threading.Event()
        self.stopping = threading.Event()
        self.ready = threading.Event()
        self.questions: queue.SimpleQueue[Question | None] = queue.SimpleQueue()
        self.newest: dict[str, int] = {}
        self.search: LibrarySearch | None = None

    def overtaken(self, question: Question) -> bool:
        """Tell whether nobody wants the answer any more."""
        return self.stopping.is_set() or self.newest.get(question.asker) != question.number


class _Keeper(QThread):
    """Keeps the index abreast of the library, and the library's log on the disk."""

    def __init__(self, shared: _Shared, front: Indexer, reads_only: bool) -> None:
        super().__init__(front)
        self._shared = shared
        self._front = front
        self._reads_only = reads_only

    def run(self) -> None:
        """Catch up whenever something changed; merge and write through when idle."""
        shared = self._shared
        try:
            search = shared.search = LibrarySearch(
                shared.library, shared.indexes, reads_only=self._reads_only
            )
        except Exception:
            _log.exception("The index could not be opened")
            self._say(_tr("There is no index"), whole=False)
            return
        finally:
            shared.ready.set()
        if self._reads_only:
            self._watch(search)
            return
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

    def _watch(self, search: LibrarySearch) -> None:
        """Take over what the program that has the library open writes."""
        shared, whole = self._shared, False
        while not shared.stopping.is_set():
            shared.changed.wait(None if whole else _LOOK_SECONDS)
            shared.changed.clear()
            try:
                whole = search.look()
            except Exception:
                _log.exception("The index that another program writes could not be read")
                whole = False
            self._say(_tr("Index up to date") if whole else _tr("The index is behind"), whole=whole)
            if whole:
                self._front.caught_up.emit()

    def _catch_up(self, search: LibrarySearch) -> None:
        try:
            if search.must_rebuild():
                self._say(_tr("Building the index …"), whole=False)
            search.catch_up(
                progress=lambda count: self._say(
                    _tr("Building the index: {}").format(f"{count:,}"), whole=False
                ),
                cancelled=self._shared.stopping.is_set,
            )
        except SearchCancelled:
            return
        except IndexBusy:
            self._say(_tr("The index is in use elsewhere"), whole=False)
        except Exception:
            _log.exception("The index could not be brought up to date")
            self._say(_tr("The index is behind"), whole=False)
        else:
            self._say(_tr("Index up to date"), whole=True)
            self._front.caught_up.emit()

    def _say(self, words: str, *, whole: bool) -> None:
        self._front.stands.emit(Standing(words, whole))


class _Seeker(QThread):
    """Answers questions one after the other, passing over those that were overtaken."""

    def __init__(self, shared: _Shared, front: Indexer) -> None:
        super().__init__(front)
        self._shared = shared
        self._front = front

    def run(self) -> None:
        """Take questions until told to stop."""
        shared = self._shared
        shared.ready.wait()
        if shared.search is None:
            return
        seeker = Seeker(shared.search, shared.library)
        spans("May 1918")  # reads the tables of dates, so that no key press has to wait for them
        try:
            while True:
                question = shared.questions.get()
                if question is None or shared.stopping.is_set():
                    return
                if not shared.overtaken(question):
                    self._answer(question, seeker)
        finally:
            seeker.close()

    def _answer(self, question: Question, seeker: Seeker) -> None:
        shared = self._shared
        try:
            answer = question.work(seeker, lambda: shared.overtaken(question))
        except SearchCancelled:
            return
        except Exception:
            _log.exception("A question to the index failed")
            assert shared.search is not None
            shared.search.distrust()
            self._front.wake()
            answer = question.failed
        if not shared.overtaken(question):
            question.signal.emit(question.number, answer)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Indexer", words)
