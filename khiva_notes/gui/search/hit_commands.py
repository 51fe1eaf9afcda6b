"""What can be done with hits: to those that are chosen, and to all of a search."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog, QWidget

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.lists.commands import ListCommands
from khiva_notes.gui.lists.strip import Strip
from khiva_notes.gui.search.asking import is_unfinished
from khiva_notes.gui.search.rows import TEXT
from khiva_notes.gui.tasks import Task
from khiva_notes.model.errors import UserError
from khiva_notes.services.finding import Found
from khiva_notes.services.found_files import write_found
from khiva_notes.services.listing import EVERYTHING, ListRow, rows_of

_ALL = 1_000_000
_MENUS = {
    "open": "Card",
    "own-page": "Card",
    "tag": "Card",
    "link": "Card",
    "star": "Card",
    "compare": "Compare",
    "keep": "Edit",
    "export": "File",
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
        self.actions: dict[str, QAction] = {}
        for name, text, key in (
            ("open", self.tr("Go to the Words\tEnter"), ""),
            ("own-page", self.tr("Open Its Own Page\tCtrl+Enter"), ""),
            ("tag", self.tr("Tag …"), "Ctrl+T"),
            ("link", self.tr("Link …"), "Ctrl+Shift+L"),
            ("star", self.tr("Star or Unstar"), "Ctrl+D"),
            ("compare", self.tr("Compare Claims"), "Ctrl+Shift+D"),
            ("keep", self.tr("Save This Search …"), "Ctrl+S"),
            ("export", self.tr("Export Hits …"), "Ctrl+Shift+X"),
        ):
            action = QAction(text, page)
            action.setObjectName(f"hits-{name}")
            if key:
                action.setShortcut(QKeySequence(key))
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            page.addAction(action)
            self.actions[name] = action
        for name, command in (
            ("tag", self._lists.tag),
            ("link", self._lists.link),
            ("star", self._lists.star),
            ("compare", self._lists.compare),
        ):
            self.actions[name].triggered.connect(
                lambda _=False, command=command: self._run(command)
            )

    def for_menu(self, menu: str) -> list[QAction]:
        """Return the actions of a menu of the window."""
        return [action for name, action in self.actions.items() if _MENUS[name] == menu]

    def for_strip(self) -> list[QAction]:
        """Return what makes sense for several hits and can be done with these."""
        names = ("compare", "tag", "link", "star", "export")
        return [self.actions[name] for name in names if self.actions[name].isEnabled()]

    def update(self, total: int) -> None:
        """Grey out what cannot be done with what is chosen; ``total`` hits were found."""
        hits = self._chosen()
        cards = {hit.item.id for hit in hits if hit.kind != TEXT}
        claims = {hit.item.id for hit in hits if hit.kind == "claim"}
        for name, able in (
            ("open", bool(hits)),
            ("own-page", bool(hits)),
            ("tag", bool(cards)),
            ("link", bool(cards)),
            ("star", bool(cards)),
            ("compare", len(claims) >= 2 and claims == cards),
            ("export", total > 0),
        ):
            self.actions[name].setEnabled(able)

    def export(self, query: str, kinds: tuple[str, ...]) -> None:
        """Ask where, and write the chosen hits, or all where fewer than two are chosen."""
        hits = self._chosen()
        some = len(hits) > 1
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
        indexer = self._desk.session.indexer

        def write(task: Task[int]) -> int:
            found: Sequence[Found] = hits
            if not some:
                with closing(indexer.seeker()) as seeker:
                    found = seeker.find(
                        query,
                        limit=_ALL,
                        kinds=kinds or None,
                        typing=is_unfinished(query),
                        cancelled=task.cancelled,
                    ).found
            write_found(target, query, found)
            return len(found)

        self._desk.said.emit(self.tr("Writing {} …").format(target.name))
        self._desk.session.tasks.start(
            write, lambda count: self._wrote(count, target), self._failed
        )

    def _wrote(self, count: int, target: Path) -> None:
        self._desk.said.emit(self.tr("{} hits are in {}.").format(f"{count:,}", target.name))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._desk.complained.emit(error)

    def _run(self, command: Callable[[list[ListRow]], None]) -> None:
        """Hand the chosen cards to a command of the lists."""
        ids = list(dict.fromkeys(hit.item.id for hit in self._chosen() if hit.kind != TEXT))
        rows = rows_of(self._desk.session.library.data, EVERYTHING, ids)
        if rows:
            command([rows[number] for number in ids if number in rows])
