"""The library as one object: the only door through which it is changed, undone and watched."""

from __future__ import annotations

import logging
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from khiva_notes.model.changes import ChangeSet, Touch
from khiva_notes.model.errors import UserError
from khiva_notes.services.history import History
from khiva_notes.services.item_recording import Recorder
from khiva_notes.services.lock import LibraryLock
from khiva_notes.store.journal import Span
from khiva_notes.store.repositories import Repositories
from khiva_notes.store.revisions import Part
from khiva_notes.store.store import Store

Subscriber = Callable[[ChangeSet], None]

_log = logging.getLogger(__name__)


class Library:
    """A library opened for writing by this program alone.

    ``data`` reads; ``with library.change("Rename person") as data`` writes. A change that is
    begun inside another becomes part of it. All calls come from the thread that opened it.
    """

    reads_only = False
    """Whether changes are refused, because another program has the library open."""

    def __init__(self, path: Path, store: Store, lock: LibraryLock) -> None:
        self.path = path
        self._store = store
        self._lock = lock
        self._history = History()
        self._recorder = Recorder(path)
        self._subscribers: list[Subscriber] = []
        self._changing = False

    @classmethod
    def create(cls, path: Path, locks: Path, title: str = "") -> Library:
        """Make an empty library and open it; UserError if ``path`` is taken or cannot be written.

        ``locks`` is the folder in which open libraries are marked as such.
        """
        lock = LibraryLock(path, locks)
        lock.take()
        try:
            return cls(path, Store.create(path, title or path.stem), lock)
        except BaseException:
            lock.free()
            raise

    @classmethod
    def open(cls, path: Path, locks: Path) -> Library:
        """Open a library; UserError if it is not one, is newer than us, or is open elsewhere."""
        lock = LibraryLock(path, locks)
        lock.take()
        try:
            return cls(path, Store.open(path), lock)
        except BaseException:
            lock.free()
            raise

    def close(self) -> None:
        """Let go of the file; nothing is pending, since every change is saved as it is made."""
        self._subscribers.clear()
        self._store.close()
        self._lock.free()

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def data(self) -> Repositories:
        """The repositories, for reading."""
        return self._store.data

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        """Have ``subscriber`` told of every step from now on; call what is returned to stop."""
        self._subscribers.append(subscriber)

        def stop() -> None:
            if subscriber in self._subscribers:
                self._subscribers.remove(subscriber)

        return stop

    @contextmanager
    def change(
        self, label: str, *, merge: Hashable = None, origin: str = ""
    ) -> Iterator[Repositories]:
        """Let the block write; commit it as one step called ``label``, or nothing of it.

        Steps with the same ``merge`` that follow one another within a minute are undone as one
        (with a :class:`~khiva_notes.services.history.Whole` however long it takes).
        ``origin`` names the asker, who may then pass over the notice of its own edit.
        """
        if self._changing:
            yield self.data
            return
        self._changing = True
        try:
            with self._store.transaction():
                first = self._store.position() + 1
                yield self.data
                span = Span(first, self._store.position())
                goes_on = self._history.goes_on(label, merge)
                notice = self._note(label, origin, "do", span, goes_on=goes_on)
                if notice is not None:
                    for stale in self._history.stale():
                        self._store.forget(stale)
        finally:
            self._changing = False
        if notice is not None:
            self._history.push(label, span, merge)
            self._publish(notice)

    @property
    def undo_label(self) -> str:
        """The name of what undo would take back, or empty."""
        return self._history.undo_label

    @property
    def redo_label(self) -> str:
        """The name of what redo would do again, or empty."""
        return self._history.redo_label

    def undo(self) -> ChangeSet | None:
        """Take the newest step back; None if there is none."""
        step = self._history.take_undo()
        if step is None:
            return None
        spans, notice = self._go(step.label, step.spans, "undo")
        self._history.undone(spans)
        self._publish(notice)
        return notice

    def redo(self) -> ChangeSet | None:
        """Take the step that was undone last again; None if there is none."""
        step = self._history.take_redo()
        if step is None:
            return None
        spans, notice = self._go(step.label, step.spans, "redo")
        self._history.redone(spans)
        self._publish(notice)
        return notice

    def back_up(self, target: Path) -> None:
        """Copy the library as it now stands into a new file; UserError if one stands there."""
        if target.exists():
            raise UserError(f"{target} exists already.", "Choose another name.")
        self._store.back_up(target)

    def become_another(self) -> None:
        """Take a new identity, as a copy that goes its own way must; this is no step to undo."""
        with self._store.transaction():
            first = self._store.position() + 1
            self.data.library.become_another()
            self._store.forget(Span(first, self._store.position()))

    def compact(self) -> None:
        """Rewrite the file as small as it can be."""
        self._store.compact()

    def _go(
        self, label: str, spans: tuple[Span, ...], way: Literal["undo", "redo"]
    ) -> tuple[tuple[Span, ...], ChangeSet]:
        if self._changing:
            raise RuntimeError(f"{way} inside a change")
        self._changing = True
        try:
            with self._store.transaction():
                back = tuple(self._store.revert(span) for span in reversed(spans))
                notice = self._note(label, "", way, Span(back[0].first, back[-1].last))
                for span in spans:
                    self._store.forget(span)
        finally:
            self._changing = False
        if notice is None:
            notice = ChangeSet(label, "", way, self.data.revisions.last().number, ())
        return back, notice

    def _note(
        self,
        label: str,
        origin: str,
        way: Literal["do", "undo", "redo"],
        span: Span,
        *,
        goes_on: bool = False,
    ) -> ChangeSet | None:
        if span.empty:
            return None
        touched = self._store.touched(span)
        revision = self.data.revisions.record(label, origin, way, _parts(touched))
        told = label if way == "do" else f"{way.capitalize()}: {label}"
        self._recorder.record(self.data, touched, revision.number, told, goes_on=goes_on)
        return ChangeSet(label, origin, way, revision.number, touched)

    def _publish(self, notice: ChangeSet) -> None:
        for subscriber in list(self._subscribers):
            try:
                subscriber(notice)
            except Exception:
                _log.exception("A view failed to follow the change %r", notice.label)


def _parts(touched: tuple[Touch, ...]) -> Iterator[tuple[int, Part]]:
    for touch in touched:
        yield touch.item_id, "item"
        if touch.retitled:
            yield touch.item_id, "title"
        if touch.retexted:
            yield touch.item_id, "text"
