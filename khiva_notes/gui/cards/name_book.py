"""The desk's list of all names, made in the background and kept up to date."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from khiva_notes.gui.desk import Desk
from khiva_notes.model.changes import ChangeSet
from khiva_notes.services.roster import Match, Roster


class NameBook(QObject):
    """Answers who is meant by some letters; one for each desk, shared by all that ask.

    ``changed`` is sent when answers may have become others, first of all when they become
    complete: until then nothing is found.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._roster: Roster | None = None
        self._missed: set[int] = set()
        desk.session.changed.connect(self._follow)
        path = desk.session.path
        desk.session.tasks.start(lambda task: Roster.read(path, task.cancelled), self._take)

    @classmethod
    def of(cls, desk: Desk) -> NameBook:
        """Return the desk's own, made at first need."""
        return desk.findChild(NameBook) or cls(desk)

    @property
    def complete(self) -> bool:
        """Whether the names have been read."""
        return self._roster is not None

    def find(self, words: str, kinds: tuple[str, ...] = (), limit: int = 12) -> list[Match]:
        """Return the cards that ``words`` may mean, the likeliest first."""
        return self._roster.find(words, kinds, limit) if self._roster else []

    def titled(self, title: str, kinds: tuple[str, ...] = ()) -> list[Match]:
        """Return the cards of which this is exactly a name."""
        return self._roster.titled(title, kinds) if self._roster else []

    def _take(self, roster: Roster) -> None:
        roster.refresh(self._desk.session.library.data, self._missed)
        self._missed.clear()
        self._roster = roster
        self.changed.emit()

    def _follow(self, change: ChangeSet) -> None:
        renamed = {touch.item_id for touch in change.touched if touch.retitled}
        if not renamed:
            return
        if self._roster is None:
            self._missed |= renamed
            return
        self._roster.refresh(self._desk.session.library.data, renamed)
        self.changed.emit()
