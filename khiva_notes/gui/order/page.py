"""The page of the order of events: of one dispute's accounts, or of the whole library."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.fonts import reading_font
from khiva_notes.gui.ledger.detail import Detail, Said
from khiva_notes.gui.ledger.style import ledger_style
from khiva_notes.gui.ledger.view import LedgerView
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.order.keys import OrderActions
from khiva_notes.gui.order.stating import Stating
from khiva_notes.gui.order.wording import (
    before_words,
    contradiction_said,
    order_rows,
    proposal_words,
    statement_said,
    step_said,
    tr,
)
from khiva_notes.gui.own_keys import claims
from khiva_notes.gui.page import Page
from khiva_notes.gui.tasks import Task
from khiva_notes.model.changes import ChangeSet
from khiva_notes.services.event_order import Contradiction, withdraw_order
from khiva_notes.services.order_page import OrderPage, read_order
from khiva_notes.services.order_proposals import OrderProposal, accept_order, refuse_order
from khiva_notes.services.order_reading import EventStatement

_TITLE_POINTS = 17.0
_REST_MS = 300
_VOICES = 9


class OrderEventsPage(Page):
    """Reads in the background; a change of anything dated or stated is followed while in sight."""

    views = ("order",)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("order-page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._dispute_id = -1
        self._stale = True
        self._page: OrderPage | None = None
        self._task: Task[OrderPage | None] | None = None
        self._title = QLabel()
        self._title.setObjectName("order-title")
        self._title.setFont(reading_font(_TITLE_POINTS))
        self._title.setWordWrap(True)
        self._words = QLabel()
        self._words.setObjectName("order-words-line")
        self._words.setProperty("role", "muted")
        self._words.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setObjectName("order-progress")
        self._bar.setAccessibleName(tr("How far the search is"))
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(120, 6)
        self._list = LedgerView(desk.theme, "order-list", self.tr("Order of events"))
        self._detail = Detail(desk, "order-detail")
        self._stating = Stating(desk)
        self._actions = OrderActions(self, self._commands())
        numbers = {str(n + 1): partial(self._detail.open_voice, n) for n in range(_VOICES)}
        self._list.take_keys({**numbers, **self._actions.keys})
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_REST_MS)
        self._later.timeout.connect(self._read)
        self._lay_out()
        self._connect()
        self._restyle()

    def open(self, place: Place) -> None:
        """Show the order of events in a dispute, or with no item in the library."""
        if place.item_id != self._dispute_id:
            self._dispute_id = place.item_id
            self._page = None
            self._stating.hide()
            self._list.show_rows([])
            self._stale = True
        if self._stale:
            self._read()
        self._show_head()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, change: ChangeSet) -> None:
        """Read anew when dates, accounts or what they state were changed."""
        if any(touch.verb != "edited" or touch.parts - {"items.body"} for touch in change.touched):
            self._stale = True
            if self.isVisible():
                self._later.start()

    def actions_for(self, menu: str) -> list[QAction]:
        """Return what can be done with the order of events."""
        return list(self._actions.by_name.values()) if menu == "Compare" else []

    def title(self) -> str:
        """Return whose order it is."""
        item = self.desk.session.library.data.items.find(self._dispute_id or None)
        return self.tr("Order of events: {}").format(item.title) if item else tr("Order of events")

    def status(self) -> str:
        """Return how much is stated."""
        if self._page is None:
            return ""
        return self.tr("{:,} statements").format(len(self._page.order.statements))

    def showEvent(self, event: QShowEvent) -> None:
        """Take up what was put off while out of sight."""
        super().showEvent(event)
        if self._stale and self._page is not None:
            self._later.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Put off reading while out of sight: the library may be closed before it is due."""
        super().hideEvent(event)
        self._later.stop()

    def event(self, event: QEvent) -> bool:
        """Claim Esc before the window takes it."""
        return claims(event, lambda key: key.key() == Qt.Key.Key_Escape) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """With Esc go from the words to the list, or back."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._task is not None and self._page is None:
            self._task.cancel()
            self._task = None
            self._show_head()
        elif not self._list.hasFocus():
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.desk.navigator.back()

    def _commands(self) -> dict[str, Callable[[], object]]:
        return {
            "state-order": self._state,
            "accept-order": lambda: self._answer(accept_order),
            "refuse-order": lambda: self._answer(refuse_order),
            "withdraw-order": self._withdraw,
            "open-words": self._open,
            "next-circle": self._next_circle,
            "to-dispute": self._to_dispute,
        }

    def _lay_out(self) -> None:
        state = QToolButton()
        state.setObjectName("state-order-button")
        state.setProperty("role", "act")
        state.setText(tr("State an order …  Ins"))
        state.setToolTip(tr("Say that by an account one event came before another (Ins)"))
        state.clicked.connect(self._state)
        self._state_button = state
        head = QHBoxLayout()
        head.setContentsMargins(24, 16, 24, 4)
        head.setSpacing(12)
        head.addWidget(self._title, 1)
        head.addWidget(self._bar)
        head.addWidget(state)
        words = QHBoxLayout()
        words.setContentsMargins(24, 0, 24, 12)
        words.addWidget(self._words)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._detail, 1)
        column.addWidget(self._stating)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setObjectName("order-splitter")
        across.setChildrenCollapsible(False)
        across.setHandleWidth(1)
        across.addWidget(self._list)
        across.addWidget(right)
        across.setStretchFactor(0, 1)
        across.setStretchFactor(1, 1)
        across.setSizes([540, 520])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addLayout(words)
        whole.addWidget(across, 1)
        self.setFocusProxy(self._list)

    def _connect(self) -> None:
        self._list.turned.connect(self._turn)
        self._list.doubleClicked.connect(lambda _: self._open())
        self._detail.opened.connect(self.desk.navigator.go)
        self._stating.done.connect(self._list.setFocus)
        self.desk.theme.changed.connect(self._restyle)

    def _read(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._stale = False
        path, dispute_id = self.desk.session.path, self._dispute_id

        def work(task: Task[OrderPage | None]) -> OrderPage | None:
            def tell(done: int, total: int) -> None:
                task.progressed.emit(100 * done // total if total else 100)

            return read_order(path, dispute_id, tell, task.cancelled)

        self._task = self.desk.session.tasks.start(work, self._take)
        self._task.progressed.connect(self._bar.setValue)
        self._show_head()

    def _take(self, page: OrderPage | None) -> None:
        self._task = None
        self._page = page
        self._list.show_rows(order_rows(page) if page is not None else [])
        self._show_head()
        self.turned.emit()

    def _show_head(self) -> None:
        self._title.setText(self.title())
        self._bar.setVisible(self._task is not None and not self._dispute_id)
        self._state_button.setVisible(bool(self._dispute_id))
        self._words.setText(self._standing())

    def _standing(self) -> str:
        if self._page is None:
            return tr("Reading what is put before what …") if self._task else tr("Not read.")
        order = self._page.order
        if not order.statements:
            return tr("Nobody puts these events in an order yet.")
        if not order.contradictions:
            return tr("All that is stated, and all that dates imply, can hold together.")
        words = tr("{:,} sets of statements cannot all hold; each is as small as can be.")
        return words.format(len(order.contradictions))

    def _turn(self, _row: object) -> None:
        value, page = self._value(), self._page
        actions = self._actions.by_name
        proposed = isinstance(value, OrderProposal)
        actions["accept-order"].setEnabled(proposed)
        actions["refuse-order"].setEnabled(proposed)
        stated = isinstance(value, EventStatement) and value.origin == "stated"
        actions["withdraw-order"].setEnabled(stated)
        actions["state-order"].setEnabled(bool(self._dispute_id))
        actions["to-dispute"].setEnabled(bool(self._dispute_id))
        if page is None:
            self._detail.show_finding("")
            return
        titles = page.order.titles
        if isinstance(value, Contradiction):
            said = contradiction_said(value, titles)
            self._detail.show_finding(tr("Cannot all hold"), value.why, "", said)
        elif isinstance(value, EventStatement):
            said = [statement_said(value, titles)]
            self._detail.show_finding(before_words(value, titles), "", "", said)
        elif isinstance(value, OrderProposal):
            self._detail.show_finding(
                proposal_words(value),
                tr("The words of {} seem to say so: “{}”.").format(
                    value.account.label, value.words
                ),
                tr("Y takes it as what the account says, X refuses it for good."),
                [self._proposed(value)],
            )
        elif isinstance(value, tuple):
            self._detail.show_finding(tr("At this place"), "", "", self._step(value))
        else:
            self._detail.show_finding(self._why_empty())

    def _why_empty(self) -> str:
        if not self._dispute_id:
            return tr("No event has a date yet, and no account states an order.")
        return tr("Nothing is put in an order here. Ins states that one event came before another.")

    def _proposed(self, value: OrderProposal) -> Said:
        return Said(
            value.account.label,
            f"“{value.words}”",
            plain=True,
            words=" ".join(value.exact.split()),
        )

    def _step(self, step: tuple[str, ...]) -> list[Said]:
        assert self._page is not None
        data = self.desk.session.library.data
        found = {key: data.items.by_key(key) for key in step}
        ids = {key: item.id for key, item in found.items() if item is not None}
        return step_said(step, self._page.order.titles, ids)

    def _value(self) -> object:
        row = self._list.current
        return row.value if row is not None else None

    def _state(self) -> None:
        if self._dispute_id <= 0:
            self.desk.said.emit(self.tr("An order is stated by an account: open a dispute first."))
            return
        accounts = self.desk.session.library.data.disputes.get(self._dispute_id).accounts
        if not accounts:
            self.desk.said.emit(self.tr("The dispute has no account yet."))
            return
        self._stating.begin(tuple(accounts))

    def _answer(self, act: Callable[..., object]) -> None:
        value = self._value()
        if isinstance(value, OrderProposal):
            self.desk.attempt(lambda: act(self.desk.session.library, value))

    def _withdraw(self) -> None:
        value = self._value()
        if isinstance(value, EventStatement) and value.order_id is not None:
            order_id = value.order_id
            self.desk.attempt(lambda: withdraw_order(self.desk.session.library, order_id))

    def _open(self) -> None:
        value = self._value()
        if not isinstance(value, OrderProposal):
            self._detail.open_voice(0)
            return
        info = self.desk.session.library.data.texts.info(value.version_id)
        place = Place("source", item_id=info.item_id, start=value.start, end=value.end)
        self.desk.navigator.go(place)

    def _next_circle(self) -> None:
        keys = [row.key for row in self._list.rows if isinstance(row.value, Contradiction)]
        row = self._list.current
        if not keys:
            self.desk.said.emit(self.tr("Nothing here contradicts anything."))
            return
        here = keys.index(row.key) if row is not None and row.key in keys else -1
        self._list.go_to(keys[(here + 1) % len(keys)])

    def _to_dispute(self) -> None:
        if self._dispute_id > 0:
            self.desk.navigator.go(Place("dispute", item_id=self._dispute_id))

    def _restyle(self) -> None:
        self.setStyleSheet(ledger_style(self.desk.theme.tones, "order-page"))
