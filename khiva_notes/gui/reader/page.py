"""The page on which a source is read: its text, and beside it the cards of what is in view."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QSplitter, QVBoxLayout, QWidget

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.page import Page
from khiva_notes.gui.reader.beside import Beside
from khiva_notes.gui.reader.column import CardColumn
from khiva_notes.gui.reader.contents import Contents
from khiva_notes.gui.reader.filter_row import FilterRow
from khiva_notes.gui.reader.keys import ReaderActions
from khiva_notes.gui.reader.loading import LoadedText, load
from khiva_notes.gui.reader.maker import Maker
from khiva_notes.gui.reader.selection_bar import SelectionBar
from khiva_notes.gui.reader.text_view import TextView
from khiva_notes.gui.tasks import Task
from khiva_notes.model.changes import ChangeSet
from khiva_notes.services.reading import CitedWork

_STAY_MS = 250


class ReaderPage(Page):
    """Shows a source at a place; a place with an empty span means: begin the view there."""

    views = ("source",)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("reader")
        self._contents: Contents | None = None
        self._task: Task[LoadedText | CitedWork] | None = None
        self._place = Place("source")
        self.text = TextView(desk.theme, desk.preferences)
        self.column = CardColumn(desk.theme)
        self._filter = FilterRow(desk.theme, desk.preferences)
        self._beside = Beside(desk.theme, self.text, self.column, self)
        self._maker = Maker(desk, self.text, self)
        self._counts = (0, 0)
        self._lay_out()
        maker = self._maker
        run = {
            f"make-{k}": (lambda k=k: maker.make(k))
            for k in ("person", "event", "claim", "place", "group")
        }
        self._actions = ReaderActions(
            self.text,
            self,
            {
                **run,
                "make-about": maker.make_about,
                "attach": lambda: None,
                "highlight": maker.highlight,
                "copy-citation": lambda: None,
            },
        )
        self._bar = SelectionBar(desk.theme, self.text, self._actions.on_bar(), self)
        self._stay = QTimer(self)
        self._stay.setSingleShot(True)
        self._stay.setInterval(_STAY_MS)
        self._stay.timeout.connect(self._note_place)
        self.text.verticalScrollBar().valueChanged.connect(self._stay.start)
        self._filter.changed.connect(self._beside.filter)
        self._beside.counted.connect(self._count)
        self.text.clicked.connect(self._click)
        self.column.chosen.connect(self._choose)
        self.column.focused.connect(self._focus_card)
        self.column.keyed.connect(self._keyed)
        self.column.asked.connect(self._go_beyond)
        maker.made.connect(self._edit)

    def open(self, place: Place) -> None:
        """Show a source, and in it a span."""
        self._place = place
        if self._contents is not None and self._contents.source.id == place.item_id:
            self._go(place)
            return
        if self._task is not None:
            self._task.cancel()
        path, home = self.desk.session.path, self.thread()
        self._task = self.desk.session.tasks.start(
            lambda _: load(path, place.item_id, home), self._loaded
        )

    def follow(self, change: ChangeSet) -> None:
        """Show what a step has changed of the text that is open."""
        contents = self._contents
        if contents is None:
            return
        done = contents.refresh(self.desk.session.library.data, change)
        if done.blocks:
            self.text.retint(done.blocks)
        if done.blocks or done.cards:
            if self.column.edited and contents.card(self.column.edited) is None:
                self._close_editor()
            self._beside.refresh()

    def actions_for(self, menu: str) -> list[QAction]:
        """Return what can be done with the words of the text."""
        return self._actions.of_menu(menu)

    def title(self) -> str:
        """Return the source's title."""
        return self._contents.source.title if self._contents else ""

    def status(self) -> str:
        """Return how many of the text's cards are in view."""
        return self.tr("{0} of {1} cards here").format(*self._counts)

    def _lay_out(self) -> None:
        self._bar_right = QScrollBar(Qt.Orientation.Vertical)
        inner = self.text.verticalScrollBar()
        inner.rangeChanged.connect(self._bar_right.setRange)
        inner.valueChanged.connect(self._bar_right.setValue)
        self._bar_right.valueChanged.connect(inner.setValue)
        inner.rangeChanged.connect(lambda *_: self._bar_right.setPageStep(inner.pageStep()))
        right = QWidget()
        side = QVBoxLayout(right)
        side.setContentsMargins(0, 4, 0, 0)
        side.addWidget(self._filter)
        side.addWidget(self.column, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.text)
        splitter.addWidget(right)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([760, 320])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(splitter, 1)
        row.addWidget(self._bar_right)

    def _loaded(self, loaded: LoadedText | CitedWork) -> None:
        self._task = None
        if isinstance(loaded, CitedWork):
            return
        self._contents = self._maker.contents = Contents(loaded)
        self._beside.show(None, self._filter.hidden)
        self.text.show_text(loaded.document, loaded.blocks, loaded.marks, loaded.pages)
        self.text.setAccessibleName(self.tr("Text of {0}").format(self._contents.source.title))
        self._beside.show(self._contents, self._filter.hidden)
        self._go(self._place)

    def _go(self, place: Place) -> None:
        assert self._contents is not None
        offsets = self._contents.offsets
        if place.start < 0:
            return
        start, end = offsets.to_qt(place.start), offsets.to_qt(max(place.start, place.end))
        if start == end:
            self.text.put_caret(start)
            self.text.begin_at(start)
        else:
            self.text.goto(start, end)
            self.text.flash(start, end)
        self.text.setFocus()

    def _note_place(self) -> None:
        if self._contents is None or not self.isVisible():
            return
        current = self.desk.navigator.current
        if current.view == "source" and current.item_id == self._contents.source.id:
            offset = self._contents.offsets.to_code_points(self.text.first_in_view())
            self.desk.navigator.stay(
                Place("source", item_id=current.item_id, start=offset, end=offset)
            )

    def _count(self, here: int, all_cards: int) -> None:
        self._counts = (here, all_cards)

    def _click(self, position: int) -> None:
        spans = self._beside.spans_at(position)
        if spans:
            self._beside.hold(spans[0].card, spans[0].passage)
        else:
            self._beside.hold(0)

    def _choose(self, card: int) -> None:
        self._show_passage(self._beside.passage_in_view(card))
        self._beside.hold(card)

    def _focus_card(self, card: int) -> None:
        self._beside.hold(card, fetch=False)

    def _show_passage(self, passage: int) -> None:
        span = self._contents.spans.get(passage) if self._contents else None
        if span is not None:
            self.text.goto(span.start, span.end)

    def _keyed(self, card: int, wish: str) -> None:
        if wish == "text":
            self.text.setFocus()
        elif wish == "edit":
            self._edit(card, 0)
        elif wish == "open":
            self.desk.navigator.go(Place("card", item_id=card))
        elif wish in ("up", "down"):
            self.column.step(card, -1 if wish == "up" else 1)

    def _go_beyond(self, way: int) -> None:
        span = self._beside.beyond(way)
        if span is not None:
            self.text.reveal(span.start, span.end)
            self._beside.hold(span.card, span.passage)

    def _edit(self, card: int, passage: int) -> None:
        from khiva_notes.gui.cards.editor import CardEditor

        editor = CardEditor(self.desk, card, compact=True)
        editor.done.connect(self._close_editor)
        editor.opened.connect(self.desk.navigator.go)
        self.column.edit(card, editor)
        self._beside.hold(card, passage)
        self._beside.arrange()
        editor.focus_title()

    def _close_editor(self) -> None:
        self.column.close_editor()
        self._beside.arrange()
        self.text.setFocus()
