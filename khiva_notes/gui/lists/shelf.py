"""The lists that were shown lately, kept up to date so that going back to one costs nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.lists.arrangement import Arrangement
from khiva_notes.gui.lists.columns import Column, columns_for, first_order
from khiva_notes.gui.lists.memory import Layout, ListMemory
from khiva_notes.gui.tasks import Task
from khiva_notes.model.changes import ChangeSet
from khiva_notes.services.listing import ListRow, list_heads, list_rows, rows_of

_KEPT = 6
_AT_ONCE = 2000
"""Rows that are sorted in less than a frame."""
_MANY = 400
"""Touched rows beyond which a list is read anew in the background."""


@dataclass(slots=True)
class Shown:
    """One list: its columns and rows, the order that is wanted, and what is no longer right.

    ``stale`` items have to be read again; ``meanwhile`` are those that changed while the list was
    being read or sorted in the background.
    """

    what: str
    columns: list[Column]
    rows: Arrangement
    column: Column
    descending: bool = False
    loaded: bool = False
    stale: set[int] = field(default_factory=set)
    meanwhile: set[int] = field(default_factory=set)
    selected: set[int] = field(default_factory=set)
    current: int = 0


class ListShelf(QObject):
    """Hands out lists; what takes long is done in the background.

    ``arrived`` bears a list and the arrangement that is to take the place of its present one.
    ``touched`` bears a list with its new rows by number and the numbers that were touched.
    """

    arrived = Signal(object, object)
    touched = Signal(object, object, object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lists: dict[str, Shown] = {}
        self._working: dict[str, Task[Arrangement]] = {}

    def get(self, what: str) -> Shown:
        """Return a list, being read if it was not at hand; the newest asked for is kept longest."""
        shown = self._lists.pop(what, None)
        if shown is None:
            shown = _new(what, ListMemory(self._desk.preferences).get(what))
        self._lists[what] = shown
        while len(self._lists) > _KEPT:
            self._lists.pop(next(iter(self._lists)))
        if (not shown.loaded and what not in self._working) or len(shown.stale) > _MANY:
            self._read(shown)
        elif shown.loaded and shown.stale:
            self._touch(shown)
        return shown

    def follow(self, change: ChangeSet, in_sight: Shown) -> None:
        """Note what a step touched; what is in sight is brought up to date at once."""
        numbers = self._concerned(change)
        for shown in self._lists.values():
            shown.stale |= numbers
            shown.meanwhile |= numbers
        if in_sight.loaded and in_sight.stale:
            if len(in_sight.stale) > _MANY:
                self._read(in_sight)
            else:
                self._touch(in_sight)

    def _concerned(self, change: ChangeSet) -> set[int]:
        """Return the touched items and those whose rows name a retitled one."""
        links = self._desk.session.library.data.links
        numbers = set(change.item_ids)
        retitled = [t.item_id for t in change.touched if t.retitled and t.verb != "added"]
        if len(retitled) <= _MANY:
            for item_id in retitled:
                numbers |= {link.from_id for link in links.to(item_id)}
        return numbers

    def _touch(self, shown: Shown) -> None:
        numbers, shown.stale = shown.stale, set[int]()
        rows = rows_of(self._desk.session.library.data, shown.what, numbers)
        self.touched.emit(shown, rows, numbers)

    def sort(self, shown: Shown, column: Column, *, descending: bool) -> None:
        """Put a list into another order, at once where it is short."""
        shown.column, shown.descending = column, descending
        if shown.what in self._working:
            return
        rows = shown.rows
        if rows.total <= _AT_ONCE:
            self.arrived.emit(shown, rows.sorted_by(column, descending=descending))
        else:
            self._start(shown, lambda _: rows.sorted_by(column, descending=descending))

    def _read(self, shown: Shown) -> None:
        """Read a list; of a long one that is not in sight yet, first what can be had at once."""
        path, what = self._desk.session.path, shown.what
        column, descending = shown.column, shown.descending
        first = not shown.loaded
        shown.stale = set()

        def arranged(rows: list[ListRow]) -> Arrangement:
            arrangement = Arrangement(column)
            arrangement.descending = descending
            arrangement.fill(rows)
            return arrangement

        def read(task: Task[Arrangement]) -> Arrangement:
            by = column.name if column.field is not None and column.field.is_date else ""
            heads = list_heads(path, what, by) if first else None
            if heads is None:
                return arranged(list_rows(path, what, task.cancelled))
            arrangement = arranged(heads)
            arrangement.complete = False
            return arrangement

        self._start(shown, read)

    def _start(self, shown: Shown, work: Callable[[Task[Arrangement]], Arrangement]) -> None:
        """Have work done on a list; what it overtakes is dropped."""
        before = self._working.get(shown.what)
        if before is not None:
            before.cancel()
        shown.meanwhile = set()
        self._working[shown.what] = self._desk.session.tasks.start(
            work, lambda arrangement: self._take(shown, arrangement)
        )

    def _take(self, shown: Shown, arrangement: Arrangement) -> None:
        self._working.pop(shown.what, None)
        shown.loaded = True
        shown.stale |= shown.meanwhile
        self.arrived.emit(shown, arrangement)
        if not arrangement.complete:
            self._read(shown)
            return
        if shown.stale:
            self._touch(shown)
        if (arrangement.column, arrangement.descending) != (shown.column, shown.descending):
            self.sort(shown, shown.column, descending=shown.descending)


def _new(what: str, layout: Layout | None) -> Shown:
    columns = columns_for(what)
    name, descending = first_order(what)
    if layout is not None and any(column.name == layout.sort for column in columns):
        name, descending = layout.sort, layout.descending
    column = next(column for column in columns if column.name == name)
    return Shown(what, columns, Arrangement(column), column, descending)
