"""The library as a tree: sources, cards by kind, disputes, tags, trash."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.model.changes import ChangeSet
from khiva_notes.model.kinds import KINDS


class LibraryTree(QWidget):
    """Shows what the library holds and opens it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._tree = QTreeWidget()
        self._tree.setObjectName("library-tree")
        self._tree.setHeaderHidden(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._tree)
        self._tree.itemActivated.connect(self._open)
        self._tree.itemClicked.connect(self._open)
        desk.session.changed.connect(self._follow)
        self._fill()

    def _fill(self) -> None:
        self._tree.clear()
        data = self.desk.session.library.data
        for kind in KINDS.values():
            section = QTreeWidgetItem([kind.plural])
            section.setData(0, Qt.ItemDataRole.UserRole, Place("list", kind=kind.name))
            self._tree.addTopLevelItem(section)
            if kind.name in ("source", "dispute"):
                for item in data.items.all(kind.name):
                    row = QTreeWidgetItem([item.title])
                    row.setData(0, Qt.ItemDataRole.UserRole, Place(kind.name, item_id=item.id))
                    section.addChild(row)
        trash = QTreeWidgetItem([self.tr("Trash")])
        trash.setData(0, Qt.ItemDataRole.UserRole, Place("trash"))
        self._tree.addTopLevelItem(trash)

    def _follow(self, change: ChangeSet) -> None:
        self._fill()

    def _open(self, row: QTreeWidgetItem) -> None:
        self.desk.navigator.go(row.data(0, Qt.ItemDataRole.UserRole))
