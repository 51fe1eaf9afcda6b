"""The inside of the window while a library is open: the tree, and the page in sight."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from khiva_notes.gui.desk import Asked, Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.notices import NoticeBar
from khiva_notes.gui.page import Page
from khiva_notes.gui.pages import PAGES
from khiva_notes.gui.slices import Slices
from khiva_notes.gui.tree.panel import LibraryTree
from khiva_notes.model.changes import ChangeSet

_TREE_WIDTH = 232
_BETWEEN_PAGES_MS = 150
"""Pause between pages that are made before anybody asks for them."""


class LibraryView(QWidget):
    """Routes places to pages and changes to all of them.

    ``turned`` tells that another page, or another place of it, is in sight.
    """

    turned = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.tree = LibraryTree(desk)
        self.notices = NoticeBar(desk.theme)
        self._stack = QStackedWidget()
        self._pages: dict[type[Page], Page] = {}
        self._page_of(PAGES[0])
        self._others = Slices(self._make_others(), self, pause=_BETWEEN_PAGES_MS)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self._stack, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName("library-splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(self.tree)
        self.splitter.addWidget(right)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([_TREE_WIDTH, 1000])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        desk.navigator.moved.connect(self._show)
        desk.session.changed.connect(self._follow)
        desk.complained.connect(self.notices.complain)
        desk.asked.connect(self._ask)

    @property
    def pages(self) -> list[Page]:
        """All pages, those made now that nobody has looked at yet."""
        return [self._page_of(kind) for kind in PAGES]

    @property
    def page(self) -> Page:
        """The page in sight."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to make the pages that will be wanted later."""
        super().showEvent(event)
        self._others.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Make no page that nobody can open, as when the library is being closed."""
        self._others.rest()
        super().hideEvent(event)

    def toggle_tree(self) -> None:
        """Show or hide the tree at the left."""
        self.tree.setVisible(not self.tree.isVisible())

    def focus_tree(self) -> None:
        """Bring the keyboard to the tree, shown if it was hidden."""
        self.tree.setVisible(True)
        self.tree.setFocus()

    def actions_for(self, menu: str) -> list[QAction]:
        """Return what the page in sight adds to a menu."""
        return self.page.actions_for(menu)

    def _ask(self, asked: Asked) -> None:
        self.notices.offer(asked.about, asked.words, asked.key, asked.act)

    def _show(self, place: Place) -> None:
        if place.item_id and self.desk.session.library.data.items.find(place.item_id) is None:
            self.desk.said.emit(self.tr("That is no longer in the library."))
            return
        for kind in PAGES:
            if place.view in kind.views:
                page = self._page_of(kind)
                self._stack.setCurrentWidget(page)
                page.open(place)
                self.turned.emit()
                return
        raise LookupError(f"no page shows {place.view!r}")

    def _page_of(self, kind: type[Page]) -> Page:
        """Return a page, made at its first use: all at once would hold the opening up."""
        page = self._pages.get(kind)
        if page is None:
            page = self._pages[kind] = kind(self.desk)
            self._stack.addWidget(page)
            page.turned.connect(self._tell)
        return page

    def _make_others(self) -> Iterator[None]:
        for kind in PAGES:
            self._page_of(kind)
            yield

    def _tell(self) -> None:
        """Pass on what a page tells of itself, if it is the one in sight."""
        if self.sender() is self._stack.currentWidget():
            self.turned.emit()

    def _follow(self, change: ChangeSet) -> None:
        for page in list(self._pages.values()):
            page.follow(change)
        place = self.desk.navigator.current
        gone = {touch.item_id for touch in change.touched if touch.verb == "removed"}
        if place.item_id in gone:
            self.desk.navigator.go(Place("welcome"))
