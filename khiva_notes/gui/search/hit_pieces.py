"""What is done to many things a piece at a time: told as it goes on, one step, ended by a key."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.slices import Slices
from khiva_notes.model.errors import UserError
from khiva_notes.services.history import Whole

_PIECE = 25

Act = Callable[[list[int]], object]


class HitPieces(QObject):
    """Does one piece of work at a time, while the window lives on.

    Another step of the library's meanwhile, an edit or an undo, ends it: what is done stays one
    step to undo, and nothing is done in two. The reader is told how far it came.
    """

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._library = desk.session.library
        self._number = 0
        self._stopped = False
        self._running: Slices | None = None

    @property
    def under_way(self) -> bool:
        """Whether pieces are left to be done."""
        return self._running is not None and not self._running.is_done

    def stop(self) -> None:
        """Do no further piece; what is done stays, as one step."""
        self._stopped = True

    def run(self, label: str, ids: Sequence[int], act: Act) -> None:
        """Let ``act`` have the things in pieces, under one ``label``; a few are done at once."""
        if self.under_way:
            self._desk.said.emit(self.tr("The last one is still under way."))
            return
        self._number += 1
        self._stopped = False
        steps = self._steps(label, list(ids), act, Whole((label, self._number)))
        self._running = Slices(steps, self, slice_ms=8.0)
        if len(ids) <= _PIECE:
            self._running.finish()
        else:
            self._running.start()

    def _steps(self, label: str, ids: list[int], act: Act, whole: Whole) -> Iterator[None]:
        revision = -1
        for start in range(0, len(ids), _PIECE):
            piece = ids[start : start + _PIECE]
            last = self._library.data.revisions.last().number
            told = label, f"{start:,}", f"{len(ids):,}"
            if self._stopped:
                self._desk.said.emit(self.tr("{}: stopped after {} of {}").format(*told))
                return
            if start and last != revision:
                words = self.tr("{}: stopped after {} of {}, since something else was changed")
                self._desk.said.emit(words.format(*told))
                return
            try:
                with self._library.change(label, merge=whole):
                    act(piece)
            except UserError as error:
                self._desk.complained.emit(error)
                return
            revision = self._library.data.revisions.last().number
            done = f"{start + len(piece):,}"
            self._desk.said.emit(
                self.tr("{}: {} of {}").format(label, done, told[2])
                if start + len(piece) == len(ids)
                else self.tr("{}: {} of {}; Ctrl+. stops it").format(label, done, told[2])
            )
            yield
