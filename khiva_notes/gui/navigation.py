"""Where in the library the window is, and the way back and forth through where it has been."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from khiva_notes.model.passages import Passage


@dataclass(frozen=True, slots=True)
class Place:
    """Something the window can show.

    ``view`` is one of those that a page in ``gui/pages.py`` names: ``source``, ``card``,
    ``dispute``, ``list``, ``doubles``, ``search``, ``trash``, ``versions`` or ``welcome``;
    ``item_id`` the thing shown there, ``kind`` the kind that a list lists (or a tag, as
    ``tag:name``). ``query`` is what a search looks for, and of a source, the search that led
    there: its matches are marked in the text. ``start`` and ``end`` are a span of a source's text
    in code points, end exclusive, to be shown; ``-1`` for none. ``aspect_id`` and ``account_id``
    are a cell of a dispute. ``edit`` asks to begin editing at once.
    """

    view: str
    item_id: int = 0
    kind: str = ""
    query: str = ""
    start: int = -1
    end: int = -1
    aspect_id: int = 0
    account_id: int = 0
    edit: bool = False


WELCOME = Place("welcome")


def place_of_passage(source_id: int, passage: Passage) -> Place:
    """Return where a passage of a source can be seen.

    That is its words in the text; an orphan, whose words the current text has lost, is among the
    passages to be looked through, since its old span would show other words.
    """
    if passage.status == "orphan":
        return Place("versions", item_id=source_id)
    return Place("source", item_id=source_id, start=passage.start, end=passage.end)


class Navigator(QObject):
    """One history of places; the window shows ``current`` whenever ``moved`` is sent."""

    moved = Signal(object)
    history_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._past: list[Place] = []
        self._future: list[Place] = []
        self.current = WELCOME

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place to go back to."""
        return bool(self._past)

    @property
    def can_go_forward(self) -> bool:
        """Whether a place was left by going back."""
        return bool(self._future)

    @property
    def visited(self) -> list[Place]:
        """Where one has been, the latest first and each only once; not where one is."""
        found: dict[tuple[str, int, str, str], Place] = {}
        for place in (*reversed(self._past), *reversed(self._future)):
            found.setdefault(_what(place), place)
        found.pop(_what(self.current), None)
        return list(found.values())

    def go(self, place: Place) -> None:
        """Show a place, and remember the one before for going back."""
        if replace(place, edit=False) != self.current and self.current != WELCOME:
            self._past.append(self.current)
            self._future.clear()
        self._show(place)

    def stay(self, place: Place) -> None:
        """Note where in the current view the reader now is, without showing or remembering it."""
        self.current = replace(place, edit=False)

    def back(self) -> None:
        """Show the place before this one."""
        if self._past:
            self._future.append(self.current)
            self._show(self._past.pop())

    def forward(self) -> None:
        """Show the place that was left by going back."""
        if self._future:
            self._past.append(self.current)
            self._show(self._future.pop())

    def forget(self) -> None:
        """Begin anew, as with another library."""
        self._past.clear()
        self._future.clear()
        self._show(WELCOME)

    def _show(self, place: Place) -> None:
        self.current = replace(place, edit=False)
        self.moved.emit(place)
        self.history_changed.emit()


def _what(place: Place) -> tuple[str, int, str, str]:
    """Return what a place shows, whichever part of it is in sight."""
    query = "" if place.view == "source" else place.query
    return place.view, place.item_id, place.kind, query
