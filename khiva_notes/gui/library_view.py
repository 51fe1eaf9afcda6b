"""The inside of the window while a library is open: the tree, and the page in sight."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.notices import NoticeBar
from khiva_notes.gui.page import Page
from khiva_notes.gui.pages import PAGES
from khiva_notes.gui.tree.panel import LibraryTree
from khiva_notes.model.changes import ChangeSet

_TREE_WIDTH = 232


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
        self._pages = [page(desk) for page in PAGES]
        for page in self._pages:
            self._stack.addWidget(page)
            page.turned.connect(self._tell)
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

    @property
    def page(self) -> Page:
        """The page in sight."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)
        return page

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

    def _show(self, place: Place) -> None:
        if place.item_id and self.desk.session.library.data.items.find(place.item_id) is None:
            self.desk.said.emit(self.tr("That is no longer in the library."))
            return
        for page in self._pages:
            if place.view in page.views:
                self._stack.setCurrentWidget(page)
                page.open(place)
                self.turned.emit()
                return
        raise LookupError(f"no page shows {place.view!r}")

    def _tell(self) -> None:
        """Pass on what a page tells of itself, if it is the one in sight."""
        if self.sender() is self._stack.currentWidget():
            self.turned.emit()

    def _follow(self, change: ChangeSet) -> None:
        for page in self._pages:
            page.follow(change)
        place = self.desk.navigator.current
        gone = {touch.item_id for touch in change.touched if touch.verb == "removed"}
        if place.item_id in gone:
            self.desk.navigator.go(Place("welcome"))
