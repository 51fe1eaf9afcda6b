"""A table of the cards of one kind."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.page import Page
from khiva_notes.model.changes import ChangeSet
from khiva_notes.model.kinds import KINDS


class ListPage(Page):
    """Lists what a place asks for."""

    views = ("list", "trash")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._place = Place("list", kind="person")
        self._rows = QListWidget()
        self._rows.setObjectName("list-table")
        column = QVBoxLayout(self)
        column.addWidget(self._rows)
        self._rows.itemActivated.connect(self._open_row)

    def open(self, place: Place) -> None:
        """List the things of a place."""
        self._place = place
        self._rows.clear()
        data = self.desk.session.library.data
        if place.view == "trash":
            items = data.items.all(trashed=True)
        elif place.kind.startswith("tag:"):
            items = list(data.items.many(data.tags.items_with(place.kind[4:])).values())
        else:
            items = data.items.all(*([place.kind] if place.kind in KINDS else []))
        for item in items:
            row = QListWidgetItem(item.title)
            row.setData(Qt.ItemDataRole.UserRole, item.id)
            self._rows.addItem(row)

    def follow(self, change: ChangeSet) -> None:
        """List anew."""
        self.open(self._place)

    def title(self) -> str:
        """Return the kind's name."""
        kind = KINDS.get(self._place.kind)
        return kind.plural if kind else self._place.kind

    def _open_row(self, row: QListWidgetItem) -> None:
        self.desk.navigator.go(Place("card", item_id=row.data(Qt.ItemDataRole.UserRole)))
