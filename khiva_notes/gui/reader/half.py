"""One of the texts that are read, alone or beside another: it is loaded, shown, or told of."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.reader.cited_page import CitedPage
from khiva_notes.gui.reader.loading import LoadedText, load
from khiva_notes.gui.reader.pane import ReadingPane
from khiva_notes.gui.tasks import Task
from khiva_notes.model.changes import ChangeSet
from khiva_notes.services.reading import CitedWork


class Half(QWidget):
    """Shows a source at a place; a place with an empty span means: begin the view there.

    ``opened`` bears a place to go to, ``strayed`` tells that the reader has moved on in the text,
    ``turned`` that another source, or none of it any more, is shown.
    """

    opened = Signal(object)
    strayed = Signal()
    turned = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reader-half")
        self._desk = desk
        self._place = Place("source")
        self._shown: LoadedText | CitedWork | None = None
        self._task: Task[LoadedText | CitedWork] | None = None
        self._keyboard: QWidget | None = None
        self.pane = ReadingPane(desk)
        self._cited = CitedPage(desk)
        self._stack = QStackedLayout(self)
        for widget in (self.pane, self._cited):
            self._stack.addWidget(widget)
        self.pane.opened.connect(self.opened)
        self.pane.strayed.connect(self.strayed)
        self._cited.opened.connect(self.opened)

    @property
    def source_id(self) -> int:
        """The source that is shown, or 0 before the first."""
        if isinstance(self._shown, LoadedText):
            return self._shown.text.source.id
        return self._shown.source.id if self._shown else 0

    @property
    def wanted_id(self) -> int:
        """The source that is shown or being loaded."""
        return self._place.item_id

    @property
    def has_text(self) -> bool:
        """Whether what is shown has a text."""
        return isinstance(self._shown, LoadedText)

    @property
    def is_gone(self) -> bool:
        """Whether the source is no longer in the library."""
        return self._desk.session.library.data.items.find(self.source_id) is None

    def open(self, place: Place, *, take_keyboard: bool = True) -> None:
        """Show a source, and in it a span; the keyboard goes there unless somebody else took it."""
        self._place = place
        self._keyboard = QApplication.focusWidget() if take_keyboard else None
        if take_keyboard and self._keyboard is None:
            self.setFocus()  # else the window, once active, gives it to its first button
        if self.source_id == place.item_id and self._task is None:
            self._go(take_keyboard=take_keyboard)
        else:
            self._load(place.item_id, take_keyboard=take_keyboard)

    def take_keyboard(self) -> None:
        """Put the keyboard on the text, or on what is told of the source."""
        (self.pane.text if self.has_text else self._cited).setFocus()

    def follow(self, change: ChangeSet) -> None:
        """Show what a step has changed of what is open."""
        if isinstance(self._shown, CitedWork):
            if self._shown.source.id in change.item_ids and not self.is_gone:
                self._load(self._shown.source.id)
        elif not self.pane.follow(change) and not self.is_gone:
            self._load(self.source_id)

    def actions_for(self, menu: str) -> list[QAction]:
        """Return what can be done with the words of the text."""
        return self.pane.actions_for(menu) if self.has_text else []

    def place(self) -> Place:
        """Return where the reader is now, so that it can be gone back to."""
        if self.has_text and self.source_id == self.wanted_id:
            return self.pane.place()
        return self._place

    def title(self) -> str:
        """Return the source's title."""
        source = self._desk.session.library.data.items.find(self.source_id or None)
        return source.title if source else ""

    def status(self) -> str:
        """Return how many of the text's cards are in view, and how much of it has been read."""
        return self.pane.status() if self.has_text else ""

    def _load(self, source_id: int, *, take_keyboard: bool = True) -> None:
        if self._task is not None:
            self._task.cancel()
        path, home = self._desk.session.path, self.thread()
        self._task = self._desk.session.tasks.start(
            lambda _: load(path, source_id, home),
            lambda loaded: self._loaded(loaded, take_keyboard=take_keyboard),
        )

    def _loaded(self, loaded: LoadedText | CitedWork, *, take_keyboard: bool) -> None:
        self._task = None
        self._shown = loaded
        if isinstance(loaded, CitedWork):
            self._cited.show_work(loaded)
            self._stack.setCurrentWidget(self._cited)
            if take_keyboard and self._may_take_keyboard():
                self._cited.setFocus()
        else:
            self._stack.setCurrentWidget(self.pane)
            self.pane.show_loaded(loaded)
            self._go(take_keyboard=take_keyboard)
        self._keyboard = None
        self.turned.emit()

    def _may_take_keyboard(self) -> bool:
        """Tell whether nobody has gone to type elsewhere while the text was being loaded."""
        now = QApplication.focusWidget()
        return now is None or now in (self, self._keyboard) or self.isAncestorOf(now)

    def _go(self, *, take_keyboard: bool) -> None:
        if self.has_text:
            self.pane.go(self._place, take_keyboard=take_keyboard and self._may_take_keyboard())
