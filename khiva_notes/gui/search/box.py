"""The search box of the top bar: results under it as one types, grouped by kind."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.focus_return import FocusReturn
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.own_keys import claims
from khiva_notes.gui.search.listings import rows_before_typing, rows_by_kind
from khiva_notes.gui.search.memory import SearchMemory
from khiva_notes.gui.search.popup import ResultsPopup
from khiva_notes.gui.search.query_line import QueryLine
from khiva_notes.gui.search.recall import Recall
from khiva_notes.gui.search.rows import EVERYTHING, Row, in_text
from khiva_notes.gui.window_actions import trigger
from khiva_notes.services.finding import Answer

_ASKER = "box"
_PER_KIND = 5
_LIMIT = 40
_PAGE = 6
_PATIENCE_MS = 250
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
}
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class SearchBox(QueryLine):
    """Asks at every keystroke, dropping the question before; Enter opens the chosen hit.

    Enter before the answer has come opens the best hit of the answer, never one of an older one.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _ASKER, parent)
        self.setObjectName("search-box")
        self.setPlaceholderText(self.tr("Search or jump to …    Ctrl+K"))
        self.setAccessibleName(self.tr("Search the library"))
        self.setToolTip(self.tr("Search the library, or jump to anything in it (Ctrl+K)"))
        self._memory = SearchMemory(desk)
        self._recall = Recall(self._memory)
        self._number = -1
        self._answer: Answer | None = None
        self._hasty: Qt.KeyboardModifier | None = None
        self._return = FocusReturn()
        self._popup: ResultsPopup | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._wait)
        self.textEdited.connect(self._ask)
        self.offered.connect(lambda _: self._say())
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)
        desk.session.indexer.answered.connect(self._take)
        desk.session.indexer.caught_up.connect(self._ask_again)
        desk.session.indexer.status.connect(self._say)
        desk.theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def popup(self) -> ResultsPopup:
        """The list under the box, made when it is first needed."""
        if self._popup is None:
            self._popup = ResultsPopup(self.desk, self)
            self._popup.taken.connect(lambda: self._open(Qt.KeyboardModifier.NoModifier))
            self._popup.abandoned.connect(self._fold)
        return self._popup

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Offer what was found before, or where one may want to go back to."""
        super().focusInEvent(event)
        reason = event.reason()
        if reason == Qt.FocusReason.ShortcutFocusReason:
            self.selectAll()
        if reason in (
            Qt.FocusReason.ShortcutFocusReason,
            Qt.FocusReason.MouseFocusReason,
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        ):
            self._ask(self.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the list away."""
        super().focusOutEvent(event)
        self.forget_offers()
        self._fold()

    def event(self, event: QEvent) -> bool:
        """Keep the keys that the box acts on from the window's own shortcuts."""
        return claims(event, _is_own) or bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, open, or leave."""
        key = Qt.Key(event.key())
        earlier = self._recall.query_for(event, self.text())
        if earlier is not None:
            self.put(earlier)
            self._ask(earlier)
        elif key in _STEPS and not event.modifiers() & (_CONTROL | Qt.KeyboardModifier.AltModifier):
            if self._unfolded():
                self.popup.move_by(_STEPS[key])
            else:
                self._ask(self.text())
        elif key in _ENTER:
            self._open(event.modifiers())
        elif _is_everywhere(event):
            self._go(Place("search", query=self.text().strip()))
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _ask(self, words: str) -> None:
        self._hasty = None
        if not words.strip():
            self.desk.session.indexer.drop(_ASKER)
            self._number, self._answer = -1, None
            self._patience.stop()
            self._show(rows_before_typing(self.desk, self._memory), choose=False)
            return
        self._number = self.desk.session.indexer.ask(
            words,
            asker=_ASKER,
            limit=_LIMIT,
            per_kind=_PER_KIND,
            typing=not words.endswith(" "),
        )
        self._patience.start()

    def _ask_again(self) -> None:
        """Look whether what was found is still so, after the index has caught up with a step."""
        if self._unfolded() and self.text().strip():
            hasty = self._hasty
            self._ask(self.text())
            self._hasty = hasty

    def _take(self, number: int, answer: Answer) -> None:
        if number != self._number:
            return
        self._number = -1
        self._patience.stop()
        same = self._answer is not None and self._answer.query == answer.query
        self._answer = answer
        if not self.hasFocus():
            return
        hasty, self._hasty = self._hasty, None
        self._show(rows_by_kind(answer, self.text()), choose=bool(answer.total), keep=same)
        if hasty is not None and answer.found:
            self._open(hasty)

    def _wait(self) -> None:
        """Say that an answer is being looked for, once that takes longer than a moment."""
        if self.hasFocus():
            if not self._unfolded():
                self.popup.show_rows([], choose=False)
            self.popup.say(self._standing() or self.tr("Searching …"), "")
            self.popup.unfold()

    def _show(self, rows: list[Row], *, choose: bool, keep: bool = False) -> None:
        if not rows and self._answer is None:
            self._fold()
            return
        self.popup.show_rows(rows, choose=choose, keep=keep)
        self._say()
        self.popup.unfold()

    def _say(self) -> None:
        """Tell below the list what was found and how the index stands."""
        if self._popup is None or (self._number >= 0 and self._patience.isActive()):
            return
        if self.offers:
            likely = "   ".join(offer.text for offer in self.offers[:4])
            keys = self.tr("Tab: {}").format(likely)
        else:
            own_page = self.tr("Enter: to the words    Ctrl+Enter: its own page    Esc: back")
            keys = own_page if self._answer is not None else self.tr("Enter: open    Esc: back")
        state = ""
        if self._answer is not None:
            found = self.tr("{} found").format(f"{self._answer.total:,}")
            nothing = self.tr("Nothing found. Fewer letters or another word may help.")
            state = found if self._answer.total else nothing
            keys = keys if self._answer.total or self.offers else ""
        self.popup.say("    ".join(part for part in (state, self._standing()) if part), keys)

    def _standing(self) -> str:
        standing = self.desk.session.indexer.standing
        return (
            ""
            if standing.whole
            else self.tr("Not everything is found yet: {}").format(standing.words)
        )

    def _open(self, modifiers: Qt.KeyboardModifier) -> None:
        if self._number >= 0:
            self._hasty = modifiers
            return
        row = self.popup.chosen if self._popup is not None else None
        if row is None:
            if self.text().strip():
                self._go(Place("search", query=self.text().strip()))
            return
        if row.query:
            self.put(row.query)
            self._ask(row.query)
            return
        place = row.card if modifiers & _CONTROL and row.card is not None else row.place
        if place is not None:
            if row.kind != EVERYTHING:
                self._memory.note(self.text())
                place = in_text(place, self.text())
            self._go(place)

    def _go(self, place: Place) -> None:
        self._fold()
        self.desk.navigator.go(place)
        if self.hasFocus():
            trigger(self, "focus-page")

    def _leave(self) -> None:
        """Close the list, and when there is none, go back to where the keyboard was."""
        self.desk.session.indexer.drop(_ASKER)
        self._number, self._hasty = -1, None
        self._patience.stop()
        if self._unfolded():
            self._fold()
            return
        self.put("")
        self._answer = None
        self._return.go_back(self)

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is self and before is not None and before.window() is self.window():
            self._return.remember(before)

    def _unfolded(self) -> bool:
        return self._popup is not None and self._popup.isVisible()

    def _fold(self) -> None:
        if self._popup is not None:
            self._popup.fold()

    def deleteLater(self) -> None:
        """Take the list away with the box."""
        if self._popup is not None:
            self._popup.fold()
            self._popup.deleteLater()
            self._popup = None
        super().deleteLater()

    def _restyle(self) -> None:
        tones = self.desk.theme.tones
        self.setStyleSheet(
            f"QLineEdit#search-box {{ background: {tones.surface}; color: {tones.ink}; "
            f"border: 1px solid {tones.line}; border-radius: 6px; padding: 5px 10px; }}"
            f"QLineEdit#search-box:focus {{ border-color: {tones.focus}; }}"
        )


def _is_everywhere(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_F and event.modifiers() == _CONTROL | _SHIFT


def _is_own(event: QKeyEvent) -> bool:
    steps = event.key() in _STEPS and not event.modifiers()
    return steps or event.key() in (*_ENTER, Qt.Key.Key_Escape) or _is_everywhere(event)
