"""Tells in the notice bar how an import goes, and leads to what came of it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.importing.queue import ImportQueue
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.notices import NoticeBar
from khiva_notes.model.errors import UserError

_PAGE = Place("imports")


class ImportTelling(QObject):
    """One text that comes in is opened; several, and what needs an answer, have a page."""

    def __init__(self, desk: Desk, notices: NoticeBar) -> None:
        super().__init__(desk)
        self._desk = desk
        self._notices = notices
        self._queue = ImportQueue.of(desk)
        self._queue.began.connect(self._begin)
        self._queue.changed.connect(self._change)
        self._queue.ended.connect(self._end)

    @classmethod
    def queue(cls, desk: Desk, notices: NoticeBar) -> ImportQueue:
        """Return the desk's queue, of which ``notices`` tell from the first use on."""
        if desk.findChild(ImportTelling) is None:
            cls(desk, notices)
        return ImportQueue.of(desk)

    def _begin(self) -> None:
        if len(self._queue.entries) != 1 and self._desk.navigator.current != _PAGE:
            self._desk.navigator.go(_PAGE)

    def _change(self, number: int) -> None:
        entry, count = self._queue.entries[number], len(self._queue.entries)
        if entry.state != "reading":
            return
        words = self.tr("Importing {} of {}: {}") if count > 1 else self.tr("Importing {2}")
        self._notices.progress(
            words.format(number + 1, count, entry.path.name),
            self._queue.cancel,
            done=self._queue.place,
            of=count if count > 1 else 0,
        )

    def _is_source(self, items: tuple[int, ...]) -> bool:
        """Tell whether this is one source, to be opened at once."""
        data = self._desk.session.library.data
        return len(items) == 1 and data.items.get(items[0]).kind == "source"

    def _end(self) -> None:
        self._notices.dismiss()
        entries, navigator = self._queue.entries, self._desk.navigator
        only = entries[0] if len(entries) == 1 else None
        if only is not None and only.state == "failed":
            self._notices.complain(UserError(only.words, ""))
        elif only is not None and only.state == "came" and self._is_source(only.items):
            navigator.go(Place("source", only.items[0]))
        elif only is not None and only.state != "left" and navigator.current != _PAGE:
            navigator.go(_PAGE)
        elif navigator.current != _PAGE:
            self._notices.tell(f"{self._queue.summary()}.")
