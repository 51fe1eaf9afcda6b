"""The library as a tree: sources, cards by kind, disputes, tags and the trash."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QTimer
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from khiva_notes.gui.cards.name_book import NameBook
from khiva_notes.gui.conflicts.watch import ConflictWatch
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.item_actions.throwing import throw_away
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.tree.drops import TreeDrops
from khiva_notes.gui.tree.model import SEARCHES, TAGS, Node, TreeModel
from khiva_notes.gui.tree.painter import TreePainter
from khiva_notes.gui.tree.searches import TreeSearches
from khiva_notes.gui.tree.view import TreeView
from khiva_notes.model.changes import ChangeSet
from khiva_notes.services import cards, links
from khiva_notes.services.outline import LISTED, Outline, read_counts, read_outline

_OPEN = "tree-open"
_OPEN_AT_FIRST = "source,dispute"


class LibraryTree(QWidget):
    """Shows what the library holds and opens it, by mouse and by keyboard."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName("library-tree-panel")
        self._model = TreeModel(self._rename, TreeDrops(desk, self), self)
        self.view = TreeView(self)
        self.view.setModel(self._model)
        self._painter = TreePainter(desk.theme, self.view)
        self.view.setItemDelegate(self._painter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.view)
        self.setFocusProxy(self.view)
        self._stale_tags = QTimer(self)
        self._stale_tags.setSingleShot(True)
        self._stale_tags.setInterval(0)
        self._stale_tags.timeout.connect(self._read)
        self.view.clicked.connect(self._open)
        self.view.opened.connect(self._open)
        self.view.thrown.connect(self._throw)
        self.view.expanded.connect(self._keep_open)
        self.view.collapsed.connect(self._keep_open)
        self.view.customContextMenuRequested.connect(self._offer)
        self._searches = TreeSearches(desk, self._model, self)
        self.view.shifted.connect(self._shift)
        self._watch = ConflictWatch.of(desk)
        self._watch.changed.connect(self._count_conflicts)
        desk.session.changed.connect(self._follow)
        desk.navigator.moved.connect(self._show_here)
        desk.theme.changed.connect(self._restyle)
        self._restyle()
        self._reopen()
        self._read()

    def _read(self) -> None:
        path = self.desk.session.path
        self.desk.session.tasks.start(lambda _: read_outline(path), self._take)

    def _take(self, outline: Outline) -> None:
        self._model.show_outline(outline)
        self._reopen()
        self._show_here(self.desk.navigator.current)
        NameBook.of(self.desk)

    def _follow(self, change: ChangeSet) -> None:
        data = self.desk.session.library.data
        self._searches.refresh()
        if any(t.verb != "edited" or "items.trashed" in t.parts for t in change.touched):
            self._model.show_counts(read_counts(data))
        shown = [t for t in change.touched if t.retitled or "items.starred" in t.parts]
        items = data.items.many([touch.item_id for touch in shown])
        for touch in shown:
            item = items.get(touch.item_id)
            if item is None:
                self._model.take(touch.item_id)
            elif item.kind in LISTED:
                self._model.put(item)
        if any(t.parts & {"item_tags", "tags", "items.trashed"} for t in change.touched):
            self._stale_tags.start()
        self._show_here(self.desk.navigator.current)

    def _count_conflicts(self) -> None:
        found = self._watch.survey
        self._model.show_conflicts(found.open if found is not None else -1)

    def _show_here(self, place: Place) -> None:
        item = self.desk.session.library.data.items.find(place.item_id or None)
        if place.view == "card" and item is not None:
            place = Place(item.kind, item_id=item.id) if item.kind in LISTED else place
        here = self._model.where(place, item.kind if item else "")
        self._painter.here = QPersistentModelIndex(here)
        if here.isValid() and here != self.view.currentIndex():
            self.view.setCurrentIndex(here)
        elif not here.isValid():
            self.view.clearSelection()
        self.view.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        node = self._model.node(index)
        if node.place is not None:
            self.desk.navigator.go(node.place)
        else:
            self.view.setExpanded(index, not self.view.isExpanded(index))

    def _throw(self, index: QModelIndex) -> None:
        node = self._model.node(index)
        if node.kind == SEARCHES and not node.section:
            self._searches.delete(node)
            return
        if node.section or node.place is None or not node.place.item_id:
            return
        item_id = node.place.item_id
        said = self.tr("“{}” is in the trash.").format(node.title)
        throw_away(self.desk, [item_id], lambda: self.desk.said.emit(said))

    def _shift(self, index: QModelIndex, step: int) -> None:
        """Move a saved search among the others; what else the tree shows is in its own order."""
        node = self._model.node(index)
        if node.kind == SEARCHES and not node.section:
            self._searches.move(node, step)
            self.view.setCurrentIndex(self._model.where_number(SEARCHES, node.number))

    def _rename(self, node: Node, title: str) -> None:
        library = self.desk.session.library
        if node.kind == SEARCHES:
            self._searches.rename(node, title)
        elif node.kind == TAGS:
            self.desk.attempt(lambda: links.rename_tag(library, node.title, title))
        elif node.place is not None:
            item_id = node.place.item_id
            self.desk.attempt(lambda: cards.rename(library, item_id, title))

    def _offer(self, point: QPoint) -> None:
        index = self.view.indexAt(point)
        if not index.isValid():
            return
        node = self._model.node(index)
        menu = QMenu(self)
        menu.setObjectName("tree-menu")
        menu.addAction(self.tr("Open\tEnter"), lambda: self._open(index))
        if not node.section:
            menu.addAction(self.tr("Rename\tF2"), lambda: self.view.edit(index))
        if node.kind == "source" and node.place is not None and not node.section:
            details = Place("card", item_id=node.place.item_id)
            menu.addAction(self.tr("Details"), lambda: self.desk.navigator.go(details))
        if not node.section and node.kind in LISTED:
            menu.addAction(self.tr("Move to the Trash\tDelete"), lambda: self._throw(index))
        if not node.section and node.kind == SEARCHES:
            menu.addAction(self.tr("Move Up\tAlt+Up"), lambda: self._shift(index, -1))
            menu.addAction(self.tr("Move Down\tAlt+Down"), lambda: self._shift(index, 1))
            menu.addAction(self.tr("Delete This Search\tDelete"), lambda: self._throw(index))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.view.viewport().mapToGlobal(point))

    def _keep_open(self) -> None:
        names = [
            self._model.node(index).kind
            for index in (self._model.index(row, 0) for row in range(self._model.rowCount()))
            if self.view.isExpanded(index)
        ]
        self.desk.preferences.set(_OPEN, ",".join(names))

    def _reopen(self) -> None:
        names = str(self.desk.preferences.get(_OPEN, _OPEN_AT_FIRST)).split(",")
        blocked = self.view.blockSignals(True)
        for row in range(self._model.rowCount()):
            index = self._model.index(row, 0)
            self.view.setExpanded(index, self._model.node(index).kind in names)
        self.view.blockSignals(blocked)

    def _restyle(self) -> None:
        tones = self.desk.theme.tones
        self.setStyleSheet(
            f"QWidget#library-tree-panel {{ background: {tones.chrome}; }}"
            f"QTreeView {{ background: {tones.chrome}; color: {tones.ink}; border: none; "
            f"outline: none; }}"
            f"QTreeView QLineEdit {{ background: {tones.surface}; color: {tones.ink}; "
            f"border: 1px solid {tones.focus}; padding: 0 3px; }}"
        )
