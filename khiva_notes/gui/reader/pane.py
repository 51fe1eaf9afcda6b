"""One source being read: its text, the cards beside it, and all that one can do with the words."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollBar,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from khiva_notes.gui.cards.add_to_dispute import dispute_action
from khiva_notes.gui.cards.add_to_essay import Meant, essay_action
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.dragging import begin_drag
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.reader.contents import Contents
from khiva_notes.gui.reader.deeds import Deeds
from khiva_notes.gui.reader.folding import Folding
from khiva_notes.gui.reader.header import Header
from khiva_notes.gui.reader.keys import ReaderActions
from khiva_notes.gui.reader.loading import LoadedText
from khiva_notes.gui.reader.parts import Parts
from khiva_notes.gui.reader.selection_bar import SelectionBar
from khiva_notes.gui.reader.text_view import TextView
from khiva_notes.model.changes import ChangeSet

_STAY_MS = 250
_CARDS_WIDTH = 320
_SPLIT = "reader-splitter"


class ReadingPane(QWidget):
    """Shows a text that has been loaded; ``opened`` bears a place to go to.

    ``strayed`` tells that the reader has moved on in the text, ``counted`` that ``counts`` are
    others: the cards in view, and all that the text has.
    """

    opened = Signal(object)
    strayed = Signal()
    counted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reading-pane")
        self._desk = desk
        self._parts = Parts.make(desk, self)
        self._deeds = Deeds(desk, self._parts, self)
        text = self._parts.text
        self._actions = ReaderActions(text, self, self._deeds.by_name())
        text.own_keys = self._actions.own()
        text.menu_wanted.connect(self._actions.pop_up)
        text.cursorPositionChanged.connect(self._follow_direction)
        self._dispute = dispute_action(desk, self, self._meant)
        self._essay = essay_action(desk, self, self._meant_for_essay)
        self.alone = True
        self._bar = SelectionBar(desk.theme, text, self._actions.on_bar(), self)
        self.contents: Contents | None = None
        self.counts = (0, 0)
        self._stay = QTimer(self)
        self._stay.setSingleShot(True)
        self._stay.setInterval(_STAY_MS)
        self._stay.timeout.connect(self.strayed)
        text.verticalScrollBar().valueChanged.connect(lambda _: self._stay.start())
        self._parts.filter.changed.connect(self._parts.beside.filter)
        self._parts.beside.counted.connect(self._count)
        self._parts.header.asked.connect(self._go_about)
        column = self._parts.column
        column.carried.connect(lambda card: begin_drag(column, desk, [card]))
        self._deeds.opened.connect(self.opened)
        self.folding = self._lay_out()
        self._parts.column.wanted.connect(self.folding.need)

    @property
    def text(self) -> TextView:
        """The text itself."""
        return self._parts.text

    @property
    def header(self) -> Header:
        """The line above the text."""
        return self._parts.header

    @property
    def last_used(self) -> int:
        """The card that was made, attached or edited last."""
        return self._parts.maker.last_used

    @last_used.setter
    def last_used(self, card: int) -> None:
        self._parts.maker.last_used = card

    def status(self) -> str:
        """Return how many of the text's cards are in view, and how much of it has been read."""
        cards = self.tr("{0} of {1} cards here").format(*self.counts)
        share = self._parts.read_marks.share
        return self.tr("{0} · {1} % read").format(cards, round(100 * share)) if share else cards

    def show_loaded(self, loaded: LoadedText) -> None:
        """Show another text."""
        contents = Contents(loaded)
        self._parts.beside.show(None, frozenset())
        self.contents = contents
        text = self._parts.text
        text.show_text(
            loaded.document, loaded.text.body.text, loaded.blocks, loaded.marks, loaded.pages
        )
        text.setAccessibleName(self.tr("Text of {0}").format(contents.source.title))
        self._parts.show(contents)
        self._name()

    def go(self, place: Place, *, take_keyboard: bool = True) -> None:
        """Show a span, selected; an empty one means: begin the view there."""
        contents, text = self.contents, self._parts.text
        if take_keyboard:
            text.setFocus()
        if contents is None:
            return
        if place.query:
            self._parts.find.look_for(place.query, max(0, place.start), place.end)
        if place.start < 0:
            return
        start = contents.offsets.to_qt(place.start)
        end = contents.offsets.to_qt(max(place.start, place.end))
        if start == end:
            text.put_caret(start)
            text.begin_at(start)
        else:
            text.goto(start, end)
            text.flash(start, end)

    def place(self) -> Place:
        """Return where the reader is now, so that it can be gone back to."""
        assert self.contents is not None
        offset = self.contents.offsets.to_code_points(self._parts.text.first_in_view())
        return Place("source", item_id=self.contents.source.id, start=offset, end=offset)

    def follow(self, change: ChangeSet) -> bool:
        """Show what a step has changed; False if the text itself is another one now."""
        contents, parts = self.contents, self._parts
        if contents is None:
            return True
        done = contents.refresh(self._desk.session.library, change)
        if done.text:
            return False
        if done.blocks:
            parts.text.retint(done.blocks)
        if done.marks:
            parts.citations.refresh()
        if done.read:
            parts.read_marks.refresh()
        if done.blocks or done.cards:
            parts.editing.drop_if_gone(contents.card(parts.column.edited) is not None)
            parts.beside.refresh()
            parts.edges.show_for(parts.beside.current[1])
        parts.suggesting.refresh()
        if change.touched:
            parts.offers.refresh(change.item_ids)
        self._name()
        return True

    def actions_for(self, menu: str) -> list[QAction]:
        """Return what can be done here, for a menu."""
        own = self._actions.of_menu(menu)
        further = {"Compare": [self._dispute], "Card": [self._essay]}
        return [*own, *further.get(menu, ())]

    def _meant(self) -> list[int]:
        """Return the card that the keyboard is on, beside the text or in it."""
        card = self._parts.beside.current[0]
        span = self._parts.hand.span()
        return [number for number in (card or (span.card if span else 0),) if number]

    def _follow_direction(self) -> None:
        direction = self._parts.text.textCursor().block().textDirection()
        self._actions.follow_direction(rtl=direction == Qt.LayoutDirection.RightToLeft)

    def _meant_for_essay(self) -> Meant:
        """Return the selected words, else the passage that the caret is in, else the card."""
        parts, contents = self._parts, self.contents
        if contents is not None and parts.text.textCursor().hasSelection():
            return Meant(words=(contents.version_id, *parts.maker.span("highlight")))
        span = parts.hand.span()
        if span is not None and parts.text.hasFocus():
            return Meant(passage_id=span.passage)
        return Meant(tuple(self._meant()))

    def _name(self) -> None:
        if self.contents is not None:
            source = self.contents.source
            self._parts.header.show_title(source.title, str(source.fields.get("role", "")))

    def _count(self, here: int, in_text: int) -> None:
        if self.counts != (here, in_text):
            self.counts = (here, in_text)
            self.counted.emit()

    def _go_about(self) -> None:
        if self.contents is not None:
            self.opened.emit(Place("card", item_id=self.contents.source.id))

    def _is_busy(self) -> bool:
        """Tell whether there is something to do in what stands beside the text."""
        parts = self._parts
        beside = parts.strip.isVisible() or parts.suggest_pane.isVisible()
        return beside or bool(parts.column.edited)

    def _lay_out(self) -> Folding:
        parts = self._parts
        bar = QScrollBar(Qt.Orientation.Vertical)
        bar.setObjectName("reader-scroll")
        parts.text.share_scroll_bar(bar)
        left = _stack(parts.header, parts.text, parts.find)
        sides = QStackedWidget()
        sides.addWidget(parts.column)
        sides.addWidget(parts.suggest_pane)
        self._deeds.sides.connect(lambda on: sides.setCurrentIndex(int(on)))
        right = _stack(parts.filter, sides, parts.strip)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setObjectName(_SPLIT)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([3 * _CARDS_WIDTH, _CARDS_WIDTH])
        splitter.restoreState(self._desk.preferences.bytes(_SPLIT))
        splitter.splitterMoved.connect(lambda *_: self._save(splitter))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(splitter, 1)
        row.addWidget(bar)
        return Folding(right, parts.text, self._is_busy)

    def _save(self, splitter: QSplitter) -> None:
        if self.alone:
            self._desk.preferences.save_bytes(_SPLIT, splitter.saveState())


def _stack(above: QWidget, middle: QWidget, below: QWidget) -> QWidget:
    """Return a column in which the middle one takes the room."""
    ground = QWidget()
    column = QVBoxLayout(ground)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(above)
    column.addWidget(middle, 1)
    column.addWidget(below)
    return ground
