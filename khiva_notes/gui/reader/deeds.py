"""What keys and clicks bring about: each wish is passed to the part that sees to it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.reader.copying import quotation
from khiva_notes.gui.reader.parts import Parts
from khiva_notes.model.names import Mention
from khiva_notes.model.suggestions import Suggestion

_MADE_OF = ("person", "event", "claim", "place", "group")
_CONSIDER_MS = 300


class Deeds(QObject):
    """Listens to text and column; ``opened`` bears a place to go to.

    ``sides`` tells whether suggestions are to stand beside the text, or the cards.
    """

    opened = Signal(object)
    sides = Signal(bool)

    def __init__(self, desk: Desk, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._parts = parts
        self._consider = QTimer(self)
        self._consider.setSingleShot(True)
        self._consider.setInterval(_CONSIDER_MS)
        self._consider.timeout.connect(self._look_elsewhere)
        parts.text.cursorPositionChanged.connect(self._follow_caret)
        parts.text.clicked.connect(self._click)
        parts.text.described = self._describe
        parts.text.tabbed.connect(self.to_cards)
        parts.beside.held.connect(lambda card, passage: parts.edges.show_for(passage))
        parts.column.chosen.connect(self._choose)
        parts.column.focused.connect(self._focus_card)
        parts.column.keyed.connect(self._keyed)
        parts.column.asked.connect(self._go_beyond)
        parts.maker.made.connect(self._made)
        parts.editing.opened.connect(self.opened)
        parts.citations.opened.connect(self.opened)
        parts.strip.shown.connect(self._show_mention)
        parts.strip.left.connect(parts.text.setFocus)
        parts.suggest_pane.pointed.connect(self._show_suggestion)
        parts.suggest_pane.made.connect(self._edit_suggested)
        parts.suggest_pane.left.connect(parts.text.setFocus)

    def by_name(self) -> dict[str, Callable[[], object]]:
        """Return what each action of the key table does."""
        maker, hand, find = self._parts.maker, self._parts.hand, self._parts.find
        return {
            **{f"make-{kind}": partial(maker.make, kind) for kind in _MADE_OF},
            "make-about": maker.make_about,
            "attach": self._parts.attaching.begin,
            "to-dispute": self._parts.disputing.begin,
            "highlight": maker.highlight,
            "edit-here": self.edit_here,
            "open-here": self.open_here,
            "remove": hand.remove,
            "end-later": lambda: hand.move_edge("end", 1),
            "end-earlier": lambda: hand.move_edge("end", -1),
            "start-later": lambda: hand.move_edge("start", 1),
            "start-earlier": lambda: hand.move_edge("start", -1),
            "copy-citation": self.copy,
            "read-to-here": self._parts.read_marks.mark,
            "unread": self._parts.read_marks.unmark,
            "to-unread": self._parts.read_marks.go_on,
            "find": find.begin,
            "find-next": lambda: find.step(1),
            "find-previous": lambda: find.step(-1),
            "leave": self.leave,
            "to-cards": self.to_cards,
            "next-passage": lambda: hand.step_passage(1),
            "previous-passage": lambda: hand.step_passage(-1),
            "next-sentence": lambda: hand.step_sentence(1),
            "previous-sentence": lambda: hand.step_sentence(-1),
            "select-sentence": lambda: hand.step_sentence(1, select=True),
            "select-back": lambda: hand.step_sentence(-1, select=True),
            "offers": self.offer,
            "accept-offers": self._parts.strip.accept_all,
            "suggestions": self.toggle_suggestions,
        }

    def edit_here(self) -> None:
        """Edit the card at the caret beside the text, or resolve the citation mark there."""
        text = self._parts.text
        mark = self._parts.citations.at(text.textCursor().position())
        span = self._parts.hand.span()
        if mark is not None:
            self._parts.citations.open(mark)
        elif span is not None and span.card:
            self._edit(span.card, span.passage)
        else:
            self._desk.said.emit(self.tr("The caret is on no card's words."))

    def open_here(self) -> None:
        """Open the page of the card at the caret."""
        span = self._parts.hand.span()
        if span is not None and span.card:
            self.opened.emit(Place("card", item_id=span.card))

    def copy(self) -> None:
        """Copy the words in hand with their citation."""
        contents = self._parts.maker.contents
        start, end = self._parts.maker.span("claim")
        if contents is None or start >= end:
            return
        QGuiApplication.clipboard().setMimeData(
            quotation(self._desk.session.library, contents.source.id, contents.body, start, end)
        )
        self._desk.said.emit(self.tr("Copied with its citation"))

    def leave(self) -> None:
        """Close the find bar, or let no words be selected."""
        if self._parts.find.isVisible():
            self._parts.find.close_bar()
        else:
            self._parts.text.put_caret(self._parts.text.textCursor().position())

    def to_cards(self) -> None:
        """Put the keyboard on the slip of the card at the caret, or on the first one."""
        self._parts.column.wanted.emit()
        span = self._parts.hand.span()
        shown = self._parts.column.shown
        card = span.card if span is not None and span.card else 0
        if card:
            self._parts.beside.hold(card, span.passage if span else 0)
        if not self._parts.column.focus(card) and shown:
            self._parts.column.focus(shown[0].card.id)

    def offer(self) -> None:
        """Look at other places of the name in hand, one by one."""
        self._parts.column.wanted.emit()
        span = self._parts.hand.span()
        if self._parts.offers.mentions:
            self._parts.strip.begin()
        elif span is not None and span.card:
            self._parts.offers.consider(span.card)

    def toggle_suggestions(self) -> None:
        """Show suggestions in the place of the cards, or the cards again."""
        self.show_suggestions(not self._parts.suggest_pane.isVisible())

    def show_suggestions(self, on: bool) -> None:
        """Show suggestions beside the text, or the cards."""
        caret, contents = self._parts.text.textCursor(), self._parts.maker.contents
        if on:
            self._parts.column.wanted.emit()
            if contents is not None:
                place = contents.offsets.to_code_points(caret.selectionStart())
                self._parts.suggest_pane.begin_at(place)
        self._parts.suggesting.want(on)
        self.sides.emit(on)
        (self._parts.suggest_pane if on else self._parts.text).setFocus()

    def _edit_suggested(self, card: int) -> None:
        self.show_suggestions(False)
        self._edit(card, self._parts.beside.passage_in_view(card))

    def _show_suggestion(self, suggestion: Suggestion) -> None:
        contents = self._parts.maker.contents
        if contents is not None:
            start, end = suggestion.core
            self._parts.text.goto(contents.offsets.to_qt(start), contents.offsets.to_qt(end))

    def _edit(self, card: int, passage: int) -> None:
        self._parts.maker.last_used = card
        self._parts.editing.begin(card, passage)
        self._parts.offers.consider(card)

    def _made(self, card: int, passage: int) -> None:
        self._parts.editing.begin(card, passage)
        self._parts.offers.consider(card)

    def _follow_caret(self) -> None:
        """Let the card whose words the caret is in answer in the column."""
        if not self._parts.text.hasFocus() or self._parts.strip.walking:
            return
        span = self._parts.hand.span()
        self._parts.beside.hold(*((span.card, span.passage) if span else (0, 0)))

    def _click(self, position: int) -> None:
        mark = self._parts.citations.at(position)
        if mark is not None:
            self._parts.citations.open(mark)

    def _describe(self, position: int) -> str:
        mark = self._parts.citations.at(position)
        return self._parts.citations.words(mark) if mark is not None else ""

    def _choose(self, card: int) -> None:
        self._show_passage(self._parts.beside.passage_in_view(card))

    def _focus_card(self, card: int) -> None:
        self._parts.beside.hold(card, 0, fetch=False)
        self._consider.start()

    def _look_elsewhere(self) -> None:
        card = self._parts.beside.current[0]
        if card and self._parts.column.has_focus_on(card) and not self._parts.strip.walking:
            self._parts.offers.consider(card)

    def _keyed(self, card: int, wish: str) -> None:
        match wish:
            case "text":
                self._show_passage(self._parts.beside.passage_in_view(card), select=False)
                self._parts.text.setFocus()
            case "edit":
                self._edit(card, self._parts.beside.passage_in_view(card))
            case "open":
                self.opened.emit(Place("card", item_id=card))
            case "up" | "down":
                way = -1 if wish == "up" else 1
                if not self._parts.column.step(card, way):
                    self._go_beyond(way)
            case "out":
                self._parts.filter.take_focus()
            case "left" | "right":
                self._step_within(card, -1 if wish == "left" else 1)
            case _:
                self._parts.hand.remove(self._chosen_passage(card))

    def _chosen_passage(self, card: int) -> int:
        held, passage = self._parts.beside.current
        return passage if held == card and passage else self._parts.beside.passage_in_view(card)

    def _step_within(self, card: int, by: int) -> None:
        """Go to the card's next or previous passage, with the keyboard left on its slip."""
        contents = self._parts.maker.contents
        spans = contents.spans.of_card(card) if contents else []
        here = [span.passage for span in spans]
        if not spans:
            return
        now = self._chosen_passage(card)
        place = (here.index(now) + by) % len(here) if now in here else 0
        self._parts.text.goto(spans[place].start, spans[place].end)
        self._parts.beside.hold(card, spans[place].passage)
        self._parts.column.focus(card)

    def _go_beyond(self, way: int) -> None:
        """Bring the nearest folded card into view, and the keyboard onto its slip."""
        span = self._parts.beside.beyond(way)
        if span is not None:
            self._parts.text.reveal(span.start, span.end, share=0.2 if way > 0 else 0.7)
            self._parts.beside.hold(span.card, span.passage)
            self._parts.column.focus(span.card)

    def _show_passage(self, passage: int, *, select: bool = True) -> None:
        contents = self._parts.maker.contents
        span = contents.spans.get(passage) if contents and passage else None
        if span is not None and select:
            self._parts.text.goto(span.start, span.end)
        elif span is not None:
            self._parts.text.put_caret(span.start)

    def _show_mention(self, mention: Mention) -> None:
        contents = self._parts.maker.contents
        if contents is not None:
            start, end = mention.start, mention.end
            self._parts.text.goto(contents.offsets.to_qt(start), contents.offsets.to_qt(end))
