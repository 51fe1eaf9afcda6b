"""The page on which a source is read, or two sources side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.item_actions.history import history_action
from khiva_notes.gui.item_actions.references import references_action
from khiva_notes.gui.item_actions.versions import version_actions
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.page import Page
from khiva_notes.gui.reader.abreast import Abreast
from khiva_notes.gui.reader.abreast_keys import AbreastActions
from khiva_notes.gui.reader.abreast_memory import AbreastMemory, Remembered
from khiva_notes.gui.reader.half import Half
from khiva_notes.gui.reader.second_source import SecondSource
from khiva_notes.model.changes import ChangeSet
from khiva_notes.services.reading import are_related

_WIDE = 1500
"""Pixels from which two texts have room for their cards beside them."""
_LEAST = 240


class ReaderPage(Page):
    """Shows a source at a place, in the half that has it, else in the one with the keyboard."""

    views = ("source",)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("reader")
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setObjectName("reader-halves")
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._halves: list[Half] = []
        self._memory = AbreastMemory(desk)
        self._chooser = SecondSource(desk, self)
        self._chooser.chosen.connect(self.read_beside)
        self._actions = AbreastActions(
            self,
            {
                "beside": self._ask_second,
                "other-half": self._cycle,
                "together": lambda: self._scroll_together(not self._abreast.together),
                "only-this": self.read_one,
                "fold-cards": self._fold_cards,
            },
        )
        self._active = self._make_half()
        self._abreast = Abreast(self)
        self._history = history_action(desk, self, self._source_id)
        self._versions = version_actions(desk, self, self._source_id)
        self._references = references_action(desk, self, self._source_id)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._splitter)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_keyboard)
        self._show_halves()

    @property
    def is_split(self) -> bool:
        """Whether two sources stand side by side."""
        return len(self._halves) == 2

    def open(self, place: Place) -> None:
        """Show a source, and in it a span."""
        remembered = self._memory.take(place.item_id)
        if remembered is not None and not self.is_split:
            self._restore(place, remembered)
            return
        showing = [half for half in self._halves if half.wanted_id == place.item_id]
        if showing and self._active not in showing:
            self._activate(showing[0], stay=False)
        self._active.open(place)

    def read_beside(self, source_id: int) -> None:
        """Show a second source beside the one that has the keyboard, and give it the keyboard."""
        if self.is_split:
            self._activate(self._other(), stay=False)
        else:
            self._make_half()
            self._even_out()
            self._activate(self._halves[1], stay=False)
        self.desk.navigator.go(Place("source", item_id=source_id))
        self._show_halves()

    def read_one(self) -> None:
        """Go back to reading just the text that has the keyboard."""
        if self.is_split:
            self._drop(self._other())
            self._active.take_keyboard()

    def follow(self, change: ChangeSet) -> None:
        """Show what a step has changed of what is open."""
        for half in list(self._halves):
            half.follow(change)
        if self.is_split:
            gone = [half for half in self._halves if half.source_id and half.is_gone]
            if gone:
                self._drop(gone[0])

    def actions_for(self, menu: str) -> list[QAction]:
        """Return what can be done with the words of the text, and with the text as a whole."""
        if not self._active.has_text:
            return self._actions.of_menu(menu) if self.is_split else []
        own = [*self._active.actions_for(menu), *self._actions.of_menu(menu)]
        mine = {"File": self._versions, "Card": [self._history, self._references]}
        return [*own, *mine.get(menu, [])]

    def title(self) -> str:
        """Return the title of the source that has the keyboard."""
        return self._active.title()

    def status(self) -> str:
        """Return how many of the text's cards are in view, and how much of it has been read."""
        return self._active.status()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the cards beside two texts where there is no room for them."""
        super().resizeEvent(event)
        self._fold_halves()

    # Two halves.

    def _make_half(self) -> Half:
        half = Half(self.desk)
        half.opened.connect(lambda place: self._go_from(half, place))
        half.strayed.connect(lambda: self._stray(half))
        half.turned.connect(lambda: self._turn(half))
        half.pane.folding.needed.connect(lambda on: self._give_room(half, on))
        half.pane.header.set_tools(self._actions.on_header())
        self._halves.append(half)
        self._splitter.addWidget(half)
        return half

    def _other(self) -> Half:
        return next(half for half in self._halves if half is not self._active)

    def _drop(self, half: Half) -> None:
        self._halves.remove(half)
        if self._active is half:
            self._active = self._halves[0]
        half.hide()
        half.setParent(None)
        half.deleteLater()
        self._show_halves()
        self._stray(self._active)
        self.turned.emit()

    def _activate(self, half: Half, *, stay: bool = True) -> None:
        """Let a half be the one that keys and menus are about."""
        if half is self._active or half not in self._halves:
            return
        half.pane.last_used = self._active.pane.last_used
        self._active = half
        self._show_halves()
        if stay:
            self._stray(half)
        self.turned.emit()

    def _show_halves(self) -> None:
        """Tell each half whether it is alone, and which one has the keyboard."""
        split = self.is_split
        self._actions.show(split=split, together=self._abreast.together)
        for half in self._halves:
            half.pane.header.show_active(half is self._active if split else None)
            half.pane.alone = not split
        self._fold_halves()
        first, second = self._halves[0], self._halves[-1]
        if split and first.has_text and second.has_text:
            related = are_related(self.desk.session.library.data, first.source_id, second.source_id)
            self._abreast.pair(first.pane.text, second.pane.text, by_paragraph=related)
            self._abreast.lead(self._active.pane.text)
        else:
            self._abreast.part()

    def _fold_halves(self) -> None:
        folded = self._memory.folded(self.is_split, self.width() < _WIDE)
        for half in self._halves:
            half.pane.folding.fold(folded)

    def _follow_keyboard(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.is_split:
            for half in self._halves:
                if half.isAncestorOf(now):
                    self._activate(half)

    def _ask_second(self) -> None:
        used = self._active.pane
        self._chooser.ask(used.text, self._active.source_id)

    def _cycle(self) -> None:
        if self.is_split:
            self._other().take_keyboard()

    def _scroll_together(self, on: bool) -> None:
        if self.is_split:
            self._abreast.set_together(on)
            self._actions.show(split=True, together=on)
            self._remember()
            said = (
                self.tr("The two texts scroll together.")
                if on
                else self.tr("Each text scrolls by itself.")
            )
            self.desk.said.emit(said)

    def _fold_cards(self) -> None:
        self._memory.fold(self.is_split, not self._active.pane.folding.folded)
        self._fold_halves()
        self._even_out()

    def _give_room(self, half: Half, on: bool) -> None:
        """Let the half whose cards unfold take their width from the other one, and give it back."""
        if not self.is_split or half not in self._halves:
            return
        if not on:
            self._even_out()
            return
        sizes = self._splitter.sizes()
        at = self._halves.index(half)
        extra = max(0, min(half.pane.folding.width, sizes[1 - at] - _LEAST))
        sizes[at] += extra
        sizes[1 - at] -= extra
        self._splitter.setSizes(sizes)

    def _even_out(self) -> None:
        self._splitter.setSizes([10_000, 10_000])

    # Where the reader is.

    def _source_id(self) -> int:
        return self._active.source_id

    def _go_from(self, half: Half, place: Place) -> None:
        self._activate(half)
        self.desk.navigator.go(place)

    def _turn(self, half: Half) -> None:
        self._show_halves()
        self._remember()
        if half is self._active:
            self.turned.emit()

    def _stray(self, half: Half) -> None:
        current = self.desk.navigator.current
        shown = {one.source_id for one in self._halves}
        ours = current.view == "source" and (
            current.item_id == half.source_id or (self.is_split and current.item_id in shown)
        )
        if self.isVisible() and half is self._active and ours and half.source_id:
            self.desk.navigator.stay(half.place())
        self._remember()

    def _remember(self) -> None:
        if not self.isVisible():
            return
        if self.is_split and all(half.source_id for half in self._halves):
            other = self._other()
            self._memory.keep(
                Remembered(
                    self._active.wanted_id,
                    other.wanted_id,
                    max(0, other.place().start),
                    self._abreast.together,
                    self._halves.index(self._active),
                )
            )
        elif not self.is_split:
            self._memory.keep(None)

    def _restore(self, place: Place, remembered: Remembered) -> None:
        """Put the second source of last time beside the one that is opened."""
        self._make_half()
        self._active = self._halves[min(1, remembered.side)]
        other = self._other()
        self._even_out()
        start = remembered.start
        self._active.open(place)
        other.open(
            Place("source", item_id=remembered.other, start=start, end=start), take_keyboard=False
        )
        self._abreast.set_together(remembered.together)
        self._show_halves()
