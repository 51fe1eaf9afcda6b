"""A library that another program has open: it is read, followed and searched, never written."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path

from khiva_notes.model.changes import ChangeSet, Touch
from khiva_notes.model.errors import UserError
from khiva_notes.services.library import Library, Subscriber
from khiva_notes.store.ownership import EVERY_PART
from khiva_notes.store.repositories import Repositories
from khiva_notes.store.store import Reader


class ReadingLibrary(Library):
    """Has the reading surface of ``Library``; whatever would write raises UserError.

    Nobody tells it what the other program does: ``look`` finds out, and tells the subscribers.
    """

    reads_only = True

    def __init__(self, path: Path) -> None:
        """Open the library at ``path``; UserError if it cannot be read."""
        self.path = path
        self._reader = Reader(path)
        self._subscribers: list[Subscriber] = []
        self._version = self._reader.version()
        self._revision = self.data.revisions.last().number
        self._newest = self._reader.newest_item()

    def close(self) -> None:
        """Let go of the file."""
        self._subscribers.clear()
        self._reader.close()

    @property
    def data(self) -> Repositories:
        """The repositories, for reading."""
        return self._reader.data

    def look(self) -> ChangeSet | None:
        """Publish what the other program has changed since the last look; None for nothing.

        It takes microseconds where nothing was changed. What of an item was changed is not known,
        so that a touch names every part there is.
        """
        version = self._reader.version()
        if version == self._version:
            return None
        self._version = version
        since, newest = self._revision, self._newest
        self._revision = self.data.revisions.last().number
        self._newest = self._reader.newest_item()
        if self._revision == since:
            return None
        numbers = self.data.revisions.touched_since(since, "item")
        there = self.data.items.many(numbers)
        touched = tuple(
            Touch(
                number,
                "removed" if number not in there else "added" if number > newest else "edited",
                EVERY_PART,
            )
            for number in numbers
        )
        notice = ChangeSet("", "", "do", self._revision, touched)
        self._publish(notice)
        return notice

    @contextmanager
    def change(
        self, label: str, *, merge: Hashable = None, origin: str = ""
    ) -> Iterator[Repositories]:
        """Refuse."""
        self._refuse()
        yield self.data

    @property
    def undo_label(self) -> str:
        """Nothing can be undone."""
        return ""

    @property
    def redo_label(self) -> str:
        """Nothing can be done again."""
        return ""

    def undo(self) -> ChangeSet | None:
        """Refuse."""
        self._refuse()
        return None

    def redo(self) -> ChangeSet | None:
        """Refuse."""
        self._refuse()
        return None

    def back_up(self, target: Path) -> None:
        """Copy the library as it now stands into a new file; UserError if one stands there."""
        if target.exists():
            raise UserError(f"{target} exists already.", "Choose another name.")
        self._reader.back_up(target)

    def become_another(self) -> None:
        """Refuse."""
        self._refuse()

    def compact(self) -> None:
        """Refuse."""
        self._refuse()

    def _refuse(self) -> None:
        raise UserError(
            f"{self.path.name} is opened for reading only.",
            "Change it in the window that has it open, or close that one and open it here anew.",
        )
