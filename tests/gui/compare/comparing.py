"""A comparison in a page of its own, worked as a user works it: by keys and clicks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLabel, QListView, QWidget
from pytestqt.qtbot import QtBot

from khiva_notes.gui.compare.page import ComparePage
from khiva_notes.gui.compare.table import ComparisonTable
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.model.comparison import Comparison
from khiva_notes.services.comparison import compare
from khiva_notes.services.library import Library

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


class Comparing:
    """The page of a dispute with the desk under it; ``went`` are the places it asked to go to."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk = desk
        self.qtbot = qtbot
        self.page = ComparePage(desk)
        self.went: list[Place] = []
        self.said: list[str] = []
        qtbot.addWidget(self.page, before_close_func=lambda page: page.hide())
        desk.session.changed.connect(self.page.follow)
        desk.navigator.moved.connect(self._go)
        desk.said.connect(self.said.append)
        self.page.resize(1100, 760)
        with qtbot.waitExposed(self.page):
            self.page.show()
        self.page.activateWindow()

    @property
    def library(self) -> Library:
        """The open library."""
        return self.desk.session.library

    @property
    def table(self) -> ComparisonTable:
        """The item view."""
        found = self.page.findChild(ComparisonTable, "comparison-table")
        assert isinstance(found, ComparisonTable)
        return found

    def open(self, key: str, **where: object) -> None:
        """Show a dispute of the library, and wait until it is read."""
        item = self.library.data.items.by_key(key)
        assert item is not None
        self.desk.navigator.go(Place("dispute", item.id, **where))  # type: ignore[arg-type]
        self.wait(lambda: self.page.status() != "")

    def comparison(self, key: str) -> Comparison:
        """A dispute as the services see it."""
        item = self.library.data.items.by_key(key)
        assert item is not None
        return compare(self.library.data, item.id)

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait for what happens in the background."""
        self.qtbot.waitUntil(until, timeout=3000)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key where the focus is."""
        focus = QApplication.focusWidget()
        assert focus is not None
        self.qtbot.keyClick(focus, key, modifier)

    def type(self, words: str) -> None:
        """Type where the focus is."""
        focus = QApplication.focusWidget()
        assert focus is not None
        self.qtbot.keyClicks(focus, words)

    def focused(self) -> str:
        """The name of what has the focus."""
        focus = QApplication.focusWidget()
        return focus.objectName() if focus is not None else ""

    def part(self, name: str) -> QWidget:
        """A widget of the page by its name."""
        found = self.page.findChild(QWidget, name)
        assert isinstance(found, QWidget), name
        return found

    def text(self, name: str) -> str:
        """The words of a label."""
        label = self.part(name)
        assert isinstance(label, QLabel)
        return label.text()

    def first_offer(self, chooser: str) -> str:
        """What a chooser of cards offers first."""
        rows = self.part(chooser).findChild(QListView, "chooser-rows")
        assert rows is not None
        model = rows.model()
        return str(model.index(0, 0).data()) if model.rowCount() else ""

    def heads(self, orientation: Qt.Orientation) -> list[str]:
        """What the heads say, first lines only."""
        model = self.table.model()
        across = orientation == Qt.Orientation.Horizontal
        count = model.columnCount() if across else model.rowCount()
        return [str(model.headerData(i, orientation)).split(", ")[0] for i in range(count)]

    def cell(self, row: int, column: int) -> str:
        """What a cell says, as a screen reader has it."""
        return str(self.index(row, column).data())

    def index(self, row: int, column: int) -> QModelIndex:
        """A cell's index."""
        return self.table.model().index(row, column)

    def current(self) -> tuple[int, int]:
        """Row and column of the current cell."""
        return self.table.currentIndex().row(), self.table.currentIndex().column()

    def _go(self, place: Place) -> None:
        if place.view in self.page.views:
            self.page.open(place)
        else:
            self.went.append(place)
