"""A form in which one says that by an account one event came before another."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QToolButton, QWidget

from khiva_notes.gui.cards.chooser import CardChooser
from khiva_notes.gui.cards.inputs import Choice, LineInput
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.order.wording import tr
from khiva_notes.gui.own_keys import claims
from khiva_notes.gui.tasks import Task
from khiva_notes.model.comparison import Quote
from khiva_notes.model.disputes import Account
from khiva_notes.services.event_order import state_order
from khiva_notes.services.offers import read_offers

_LONGEST = 90


class Stating(QFrame):
    """Account, two events, words and passage; ``done`` is sent when it was said or given up."""

    done = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("stating-order")
        self.setProperty("role", "bar")
        self._desk = desk
        self._accounts: tuple[Account, ...] = ()
        self._task: Task[tuple[Quote, ...]] | None = None
        self._events = [0, 0]
        self.account = Choice()
        self.account.currentIndexChanged.connect(self._load_passages)
        self._choosers: list[CardChooser] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(24, 12, 24, 12)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._add(0, tr("Account"), self.account, "order-account")
        for row, (words, name) in enumerate(
            ((tr("Earlier event"), "order-earlier"), (tr("Later event"), "order-later")), start=1
        ):
            chooser = CardChooser(desk, ("event",), self)
            chooser.fold()
            chooser.chosen.connect(lambda item_id, at=row - 1: self._choose(at, item_id))
            chooser.cancelled.connect(self.give_up)
            self._choosers.append(chooser)
            self._add(row, words, chooser, name)
        self.same = QCheckBox(tr("or at one time: only “not later than”"))
        self._add(3, "", self.same, "order-not-later")
        self.words = LineInput()
        self.words.setPlaceholderText(tr("“the next day”, “after that”, or why you think so"))
        self._add(4, tr("In the words"), self.words, "order-words")
        self.passage = Choice()
        self.passage.setSizeAdjustPolicy(
            Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._add(5, tr("Passage"), self.passage, "order-passage")
        self._say = QToolButton()
        self._say.setProperty("role", "act")
        self._say.setText(tr("State it  Ctrl+Enter"))
        self._say.clicked.connect(self.state)
        self._add(6, "", self._say, "order-state")
        self._grid.setColumnStretch(1, 1)
        self.hide()

    def begin(self, accounts: tuple[Account, ...], current: str = "") -> None:
        """Show the form for a dispute's accounts, with the keyboard in it."""
        self._accounts = accounts
        self._events = [0, 0]
        self.account.clear()
        for account in accounts:
            self.account.addItem(account.label, account.id)
        found = self.account.findText(current)
        self.account.setCurrentIndex(max(0, found))
        for chooser in self._choosers:
            chooser.set_text("")
            chooser.leave_out(frozenset())
        self.words.clear()
        self.same.setChecked(False)
        self.show()
        start: QWidget = self._choosers[0] if len(accounts) == 1 or found >= 0 else self.account
        start.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Claim Esc and Ctrl+Enter before the window takes them."""
        return claims(event, lambda key: _ends(key) or _states(key)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """State it with Ctrl+Enter, give up with Esc."""
        if _states(event):
            self.state()
        elif _ends(event):
            self.give_up()
        else:
            super().keyPressEvent(event)

    def give_up(self) -> None:
        """Go away without a word."""
        self.hide()
        self.done.emit()

    def state(self) -> None:
        """Say it, if both events were chosen."""
        if not all(self._events):
            self._desk.said.emit(tr("Choose two events first."))
            missing = self._choosers[self._events.index(0)]
            missing.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        account_id = self.account.currentData()
        number = self.passage.currentData()
        library = self._desk.session.library
        said = self._desk.attempt(
            lambda: state_order(
                library,
                account_id,
                self._events[0],
                self._events[1],
                self.words.text(),
                number or None,
                strict=not self.same.isChecked(),
            )
        )
        if said is not None:
            self.give_up()

    def _add(self, row: int, words: str, widget: QWidget, name: str) -> None:
        widget.setObjectName(name)
        if words:
            label = QLabel(words)
            label.setProperty("role", "label")
            label.setBuddy(widget)
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            widget.setAccessibleName(words)
        self._grid.addWidget(widget, row, 1)

    def _choose(self, at: int, item_id: int) -> None:
        self._events[at] = item_id
        item = self._desk.session.library.data.items.get(item_id)
        self._choosers[at].set_text(item.title)
        if at == 0:
            self._choosers[1].leave_out(frozenset((item_id,)))
            self._choosers[1].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _load_passages(self) -> None:
        """Offer the account's passages as soon as they are read, elsewhere than on this thread."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self.passage.clear()
        self.passage.addItem(tr("no passage"), 0)
        index = self.account.currentIndex()
        if not 0 <= index < len(self._accounts):
            return
        session, account = self._desk.session, self._accounts[index]
        path = session.path
        self._task = session.tasks.start(
            lambda task: read_offers(path, account, task.cancelled), self._offer
        )

    def _offer(self, quotes: tuple[Quote, ...]) -> None:
        self._task = None
        for quote in quotes:
            exact = " ".join(quote.passage.exact.split())
            short = exact if len(exact) <= _LONGEST else f"{exact[:_LONGEST]}…"
            self.passage.addItem(f"“{short}”", quote.passage.id)


def _ends(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape


def _states(event: QKeyEvent) -> bool:
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and bool(control)
