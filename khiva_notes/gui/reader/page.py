"""The page on which a source is read, or told of if it has no text."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.page import Page
from khiva_notes.gui.reader.cited_page import CitedPage
from khiva_notes.gui.reader.loading import LoadedText, load
from khiva_notes.gui.reader.pane import ReadingPane
from khiva_notes.gui.tasks import Task
from khiva_notes.gui.versions.actions import version_actions
from khiva_notes.model.changes import ChangeSet
from khiva_notes.services.reading import CitedWork


class ReaderPage(Page):
    """Shows a source at a place; a place with an empty span means: begin the view there."""

    views = ("source",)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("reader")
        self._place = Place("source")
        self._shown: LoadedText | CitedWork | None = None
        self._task: Task[LoadedText | CitedWork] | None = None
        self._keyboard: QWidget | None = None
        self._pane = ReadingPane(desk)
        self._cited = CitedPage(desk)
        self._versions = version_actions(desk, self, self._source_id)
        self._stack = QStackedLayout(self)
        for widget in (self._pane, self._cited):
            self._stack.addWidget(widget)
        self._pane.opened.connect(desk.navigator.go)
        self._cited.opened.connect(desk.navigator.go)
        self._pane.strayed.connect(self._stay)

    def open(self, place: Place) -> None:
        """Show a source, and in it a span."""
        self._place = place
        self._keyboard = QApplication.focusWidget()
        if self._source_id() == place.item_id and self._task is None:
            self._go()
        else:
            self._load(place.item_id)

    def follow(self, change: ChangeSet) -> None:
        """Show what a step has changed of what is open."""
        if isinstance(self._shown, CitedWork):
            if self._shown.source.id in change.item_ids and not self._is_gone():
                self._load(self._shown.source.id)
        elif not self._pane.follow(change) and not self._is_gone():
            self._load(self._source_id())

    def actions_for(self, menu: str) -> list[QAction]:
        """Return what can be done with the words of the text, and with the text as a whole."""
        if not isinstance(self._shown, LoadedText):
            return []
        return [*self._pane.actions_for(menu), *(self._versions if menu == "File" else [])]

    def title(self) -> str:
        """Return the source's title."""
        source = self.desk.session.library.data.items.find(self._source_id() or None)
        return source.title if source else ""

    def status(self) -> str:
        """Return how many of the text's cards are in view."""
        if not isinstance(self._shown, LoadedText):
            return ""
        return self.tr("{0} of {1} cards here").format(*self._pane.counts)

    def _load(self, source_id: int) -> None:
        if self._task is not None:
            self._task.cancel()
        path, home = self.desk.session.path, self.thread()
        self._task = self.desk.session.tasks.start(
            lambda _: load(path, source_id, home), self._loaded
        )

    def _loaded(self, loaded: LoadedText | CitedWork) -> None:
        self._task = None
        self._shown = loaded
        if isinstance(loaded, CitedWork):
            self._cited.show_work(loaded)
            self._stack.setCurrentWidget(self._cited)
            if self._may_take_keyboard():
                self._cited.setFocus()
        else:
            self._stack.setCurrentWidget(self._pane)
            self._pane.show_loaded(loaded)
            self._go()
        self._keyboard = None
        self.turned.emit()

    def _may_take_keyboard(self) -> bool:
        """Tell whether nobody has gone to type elsewhere while the text was being loaded."""
        now = QApplication.focusWidget()
        return now is None or now in (self, self._keyboard) or self.isAncestorOf(now)

    def _go(self) -> None:
        if isinstance(self._shown, LoadedText):
            self._pane.go(self._place, take_keyboard=self._may_take_keyboard())

    def _stay(self) -> None:
        current = self.desk.navigator.current
        if self.isVisible() and current.view == "source" and current.item_id == self._source_id():
            self.desk.navigator.stay(self._pane.place())

    def _source_id(self) -> int:
        if isinstance(self._shown, LoadedText):
            return self._shown.text.source.id
        return self._shown.source.id if self._shown else 0

    def _is_gone(self) -> bool:
        return self.desk.session.library.data.items.find(self._source_id()) is None
