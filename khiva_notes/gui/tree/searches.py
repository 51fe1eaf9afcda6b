"""The saved searches among the tree's rows: read, named, put in order and deleted there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.search.memory import SearchMemory
from khiva_notes.gui.tree.model import SEARCHES, Node, TreeModel
from khiva_notes.model.saved_searches import SavedSearch
from khiva_notes.services.saved_searches import (
    delete_search,
    move_search,
    rename_search,
    take_over,
)


class TreeSearches(QObject):
    """Keeps the rows of saved searches as the library has them, after each step and undo."""

    def __init__(self, desk: Desk, model: TreeModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._model = model
        self._shown: list[SavedSearch] | None = None
        self._bring_home()
        self.refresh()

    def refresh(self) -> None:
        """Show the searches as they are now; a matter of some microseconds if nothing changed."""
        searches = self._desk.session.library.data.saved_searches.all()
        if searches != self._shown:
            self._shown = searches
            self._model.show_searches([_node(search) for search in searches])

    def rename(self, node: Node, name: str) -> None:
        """Call a search otherwise."""
        self._attempt(lambda: rename_search(self._desk.session.library, node.number, name))

    def delete(self, node: Node) -> None:
        """Keep a search no longer."""
        self._attempt(lambda: delete_search(self._desk.session.library, node.number))
        self._desk.said.emit(self.tr("“{}” is no longer saved.").format(node.title))

    def move(self, node: Node, step: int) -> None:
        """Move a search up (-1) or down (1)."""
        self._attempt(lambda: move_search(self._desk.session.library, node.number, step))

    def _attempt(self, command: Callable[[], object]) -> None:
        self._desk.attempt(command)

    def _bring_home(self) -> None:
        """Move searches that were kept with the settings, before libraries held them, once."""
        memory = SearchMemory(self._desk)
        old = memory.kept()
        if old and not self._desk.session.reads_only:
            take_over(self._desk.session.library, [(one.query, one.kinds) for one in old])
            memory.forget_kept()


def _node(search: SavedSearch) -> Node:
    place = Place("search", query=search.query, kind=",".join(search.kinds))
    return Node(SEARCHES, search.name, "", place, number=search.id)
