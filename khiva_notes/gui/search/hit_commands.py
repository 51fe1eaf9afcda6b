"""What can be done with hits: to those that are chosen, and to all of a search."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog, QWidget

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.lists.commands import ListCommands
from khiva_notes.gui.lists.strip import Strip
from khiva_notes.gui.search.asking import is_unfinished
from khiva_notes.gui.search.hit_deeds import HitDeeds
from khiva_notes.gui.search.rows import TEXT
from khiva_notes.gui.tasks import Task
from khiva_notes.model.errors import UserError
from khiva_notes.services.finding import Found
from khiva_notes.services.found_files import found_markdown, write_found
from khiva_notes.services.listing import EVERYTHING, ListRow, rows_of

_ALL = 1_000_000
_MENUS = {
    "open": "Card",
    "own-page": "Card",
    "tag": "Card",
    "link": "Card",
    "star": "Card",
    "compare": "Compare",
    "dispute": "Compare",
    "essay": "Card",
    "all": "Edit",
    "stop": "Edit",
    "keep": "Edit",
    "export": "File",
    "copy": "Edit",
}


class HitCommands(QObject):
    """The actions of the search page; ``chosen`` gives the hits that they are about."""

    def __init__(
        self, desk: Desk, page: QWidget, strip: Strip, chosen: Callable[[], list[Found]]
    ) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._chosen = chosen
        self._lists = ListCommands(desk, strip)
        self._deeds = HitDeeds(desk, strip)
        self._whole: tuple[str, tuple[str, ...]] | None = None
        self.actions: dict[str, QAction] = {}
        for name, text, key in (
            ("open", self.tr("Go to the Words\tEnter"), ""),
            ("own-page", self.tr("Open Its Own Page\tCtrl+Enter"), ""),
            ("tag", self.tr("Tag …"), "Ctrl+T"),
            ("link", self.tr("Link …"), "Ctrl+Shift+L"),
            ("star", self.tr("Star or Unstar"), "Ctrl+D"),
            ("compare", self.tr("Compare Claims"), "Ctrl+Shift+D"),
            ("dispute", self.tr("Add to Dispute …"), "Ctrl+Shift+A"),
            ("essay", self.tr("Add to Essay …"), "Ctrl+Alt+A"),
            ("all", self.tr("Select All Hits"), "Ctrl+A"),
            ("stop", self.tr("Stop What Is Done to Hits"), "Ctrl+."),
            ("keep", self.tr("Save This Search …"), "Ctrl+S"),
            ("export", self.tr("Export Hits …"), "Ctrl+Shift+X"),
            ("copy", self.tr("Copy Hits as Markdown"), "Ctrl+Shift+C"),
        ):
            action = QAction(text, page)
            action.setObjectName(f"hits-{name}")
            if key:
                action.setShortcut(QKeySequence(key))
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            page.addAction(action)
            self.actions[name] = action
        self.actions["compare"].triggered.connect(
            lambda: self._with_items(lambda ids: self._run(self._lists.compare, ids))
        )
        self.actions["stop"].triggered.connect(lambda: self._deeds.pieces.stop())
        for name, deed in (
            ("tag", self._deeds.tag),
            ("link", self._deeds.link),
            ("star", self._deeds.star),
            ("dispute", self._deeds.to_dispute),
            ("essay", self._deeds.to_essay),
        ):
            self.actions[name].triggered.connect(lambda _=False, deed=deed: self._with_items(deed))

    def for_menu(self, menu: str) -> list[QAction]:
        """Return the actions of a menu of the window."""
        return [action for name, action in self.actions.items() if _MENUS[name] == menu]

    def for_strip(self) -> list[QAction]:
        """Return what makes sense for several hits and can be done with these."""
        names = ("compare", "tag", "link", "dispute", "essay", "star", "export")
        return [self.actions[name] for name in names if self.actions[name].isEnabled()]

    def update(
        self,
        total: int,
        whole: tuple[str, tuple[str, ...]] | None = None,
        kinds: frozenset[str] = frozenset(),
    ) -> None:
        """Grey out what cannot be done with what is chosen; ``total`` hits were found.

        With ``whole``, a query and kinds, all that is found is meant, in sight or not; ``kinds``
        are those of all that is found.
        """
        self._whole = whole
        hits = self._chosen()
        cards = {hit.item.id for hit in hits if hit.kind != TEXT}
        claims = {hit.item.id for hit in hits if hit.kind == "claim"}
        for name, able in (
            ("open", bool(hits)),
            ("own-page", bool(hits)),
            ("tag", bool(hits)),
            ("link", bool(hits)),
            ("dispute", bool(hits)),
            ("essay", bool(hits)),
            ("star", bool(hits)),
            ("all", total > 0),
            ("compare", len(claims) >= 2 and claims == cards and (not whole or kinds == {"claim"})),
            ("export", total > 0),
            ("copy", total > 0),
        ):
            self.actions[name].setEnabled(able)

    def export(self, query: str, kinds: tuple[str, ...]) -> None:
        """Ask where, and write the chosen hits, or all where fewer than two are chosen."""
        some = self._some()
        start = self._desk.session.folders.documents / self.tr("hits.md")
        name, _ = QFileDialog.getSaveFileName(
            self._page,
            self.tr("Export the chosen hits") if some else self.tr("Export all hits"),
            str(start),
            self.tr("Markdown (*.md);;Table for a spreadsheet (*.csv)"),
        )
        if not name:
            return
        target = Path(name)
        read = self._reading(query, kinds)

        def write(task: Task[int]) -> int:
            found = read(task.cancelled)
            write_found(target, query, found)
            return len(found)

        self._desk.said.emit(self.tr("Writing {} …").format(target.name))
        self._desk.session.tasks.start(
            write, lambda count: self._wrote(count, target), self._failed
        )

    def copy(self, query: str, kinds: tuple[str, ...]) -> None:
        """Put the chosen hits, or all where fewer than two are chosen, onto the clipboard."""
        read = self._reading(query, kinds)

        def write(task: Task[tuple[int, str]]) -> tuple[int, str]:
            found = read(task.cancelled)
            return len(found), found_markdown(query, found)

        def put(written: tuple[int, str]) -> None:
            QGuiApplication.clipboard().setText(written[1])
            self._desk.said.emit(self.tr("{} hits are copied.").format(f"{written[0]:,}"))

        self._desk.session.tasks.start(write, put, self._failed)

    def _some(self) -> bool:
        return len(self._chosen()) > 1 and self._whole is None

    def _reading(
        self, query: str, kinds: tuple[str, ...]
    ) -> Callable[[Callable[[], bool]], Sequence[Found]]:
        """Return what reads the hits that are meant, on any thread, in the order shown."""
        hits, some = self._chosen(), self._some()
        indexer = self._desk.session.indexer

        def read(cancelled: Callable[[], bool]) -> Sequence[Found]:
            if some:
                return hits
            with closing(indexer.seeker()) as seeker:
                return seeker.find(
                    query,
                    limit=_ALL,
                    kinds=kinds or None,
                    typing=is_unfinished(query),
                    cancelled=cancelled,
                ).found

        return read

    def _wrote(self, count: int, target: Path) -> None:
        self._desk.said.emit(self.tr("{} hits are in {}.").format(f"{count:,}", target.name))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._desk.complained.emit(error)

    def _with_items(self, do: Callable[[list[int]], None]) -> None:
        """Hand the items that are chosen to ``do``, at once or when all hits have been read."""
        whole = self._whole
        if whole is None:
            do(_items([(hit.item.id, hit.kind) for hit in self._chosen()]))
            return
        query, kinds = whole
        indexer = self._desk.session.indexer

        def read(task: Task[list[int]]) -> list[int]:
            with closing(indexer.seeker()) as seeker:
                found = seeker.items(
                    query,
                    kinds=kinds or None,
                    typing=is_unfinished(query),
                    cancelled=task.cancelled,
                )
            return _items(found)

        self._desk.session.tasks.start(read, do, self._failed)

    def _run(self, command: Callable[[list[ListRow]], None], ids: list[int]) -> None:
        """Hand items to a command of the lists."""
        rows = rows_of(self._desk.session.library.data, EVERYTHING, ids)
        if rows:
            command([rows[number] for number in ids if number in rows])


def _items(found: Sequence[tuple[int, str]]) -> list[int]:
    """Return the things among hits; paragraphs stand for their source where there are no others."""
    things = [number for number, kind in found if kind != TEXT]
    return list(dict.fromkeys(things or [number for number, _ in found]))
