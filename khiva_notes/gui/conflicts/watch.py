"""The search for conflicts, in the background: once for the whole window, and again when needed."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.tasks import Task
from khiva_notes.model.changes import ChangeSet
from khiva_notes.services.conflict_survey import Survey, Surveyed, claims_in, survey

_REST_MS = 2000
"""How long nothing may have been changed before the library is searched again."""
_SMALL = 5_000
"""Claims up to which a library is searched unasked: that takes less than a second."""
_PARTS = frozenset(
    {
        "accounts",
        "account_claims",
        "dates",
        "items.fields",
        "items.title",
        "items.trashed",
        "links",
        "names",
        "passages",
        "settled_conflicts",
    }
)


class ConflictWatch(QObject):
    """One for each desk: ``changed`` tells that its standing, or what it found, is another.

    A small library is searched unasked, a large one when the page of conflicts is looked at;
    ``survey`` is what was found last, None before the first search.
    """

    changed = Signal()
    progressed = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._task: Task[Survey | None] | None = None
        self._stop = Event()
        self._watched = False
        self.survey: Survey | None = None
        self.stale = False
        """Whether the library has been changed since the search."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REST_MS)
        self._soon.timeout.connect(self._search_if_wanted)
        desk.session.changed.connect(self._follow)
        self._soon.start()

    @classmethod
    def of(cls, desk: Desk) -> ConflictWatch:
        """Return the desk's own, made at first need."""
        return desk.findChild(ConflictWatch) or cls(desk)

    @property
    def running(self) -> bool:
        """Whether a search is under way."""
        return self._task is not None

    def watch(self, on: bool) -> None:
        """Say that somebody looks at the conflicts, or no longer: then even large ones follow."""
        self._watched = on
        if on and (self.survey is None or self.stale) and not self.running:
            self.search()

    def search(self) -> None:
        """Search the library now."""
        self._begin(None)

    def cancel(self) -> None:
        """Stop searching; what was found so far is kept."""
        self._stop.set()

    def take_away(self, one: Surveyed) -> None:
        """Show a conflict no more that has just been settled, before the next search."""
        if self.survey is not None:
            left = tuple(each for each in self.survey.found if each.key != one.key)
            self.survey = Survey(left, self.survey.subjects, self.survey.whole)
            self.changed.emit()

    def put(self, one: Surveyed) -> None:
        """Show what has become of a conflict, before the next search."""
        if self.survey is not None:
            found = tuple(one if each.key == one.key else each for each in self.survey.found)
            self.survey = Survey(found, self.survey.subjects, self.survey.whole)
            self.changed.emit()

    def _begin(self, most_claims: int | None) -> None:
        """Start a search, of a library with so many claims at most."""
        if self._task is not None:
            self._stop.set()
            self._task.cancel()
        self._soon.stop()
        path, stop = self._desk.session.path, Event()

        def work(task: Task[Survey | None]) -> Survey | None:
            def tell(done: int, total: int) -> None:
                task.progressed.emit(100 * done // total if total else 100)

            if most_claims is not None and claims_in(path) > most_claims:
                return None
            return survey(path, tell, lambda: stop.is_set() or task.cancelled())

        task = self._desk.session.tasks.start(work, self._take)
        if task.cancelled():
            return
        self._stop, self._task, self.stale = stop, task, False
        task.progressed.connect(self.progressed)
        self.changed.emit()

    def _take(self, found: Survey | None) -> None:
        self._task = None
        if found is not None:
            self.survey = found
        else:
            self.stale = self.survey is not None
        self.changed.emit()

    def _follow(self, change: ChangeSet) -> None:
        if any(t.verb != "edited" or t.parts & _PARTS for t in change.touched):
            was, self.stale = self.stale, self.survey is not None or self.running
            self._soon.start()
            if not was and self.stale:
                self.changed.emit()

    def _search_if_wanted(self) -> None:
        if self.running:
            self._soon.start()
            return
        if self.survey is not None and not self.stale:
            return
        self._begin(None if self._watched else _SMALL)
