"""The page of conflicts: the list at the left, the chosen one's words side by side at the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QToolButton, QVBoxLayout, QWidget

from khiva_notes.gui.conflicts.head import ConflictsHead
from khiva_notes.gui.conflicts.keys import ConflictActions
from khiva_notes.gui.conflicts.reason_bar import ReasonBar
from khiva_notes.gui.conflicts.watch import ConflictWatch
from khiva_notes.gui.conflicts.wording import (
    found_rows,
    heading,
    settled_rows,
    settled_voices,
    tr,
    voices,
)
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.ledger.detail import Detail
from khiva_notes.gui.ledger.style import ledger_style
from khiva_notes.gui.ledger.view import LedgerView
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.own_keys import claims
from khiva_notes.gui.page import Page
from khiva_notes.model.changes import ChangeSet
from khiva_notes.services import settling
from khiva_notes.services.conflict_survey import Surveyed
from khiva_notes.services.quoting import Quoting
from khiva_notes.services.settling import Settled

_VOICES = 9


class ConflictsPage(Page):
    """Shows what the watch has found, and does with it what the reader decides."""

    views = ("conflicts",)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("conflicts-page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._watch = ConflictWatch.of(desk)
        self.head = ConflictsHead(self._watch)
        self._list = LedgerView(desk.theme, "conflicts-list", self.tr("Conflicts"))
        self._detail = Detail(desk, "conflict-detail")
        self._reason = ReasonBar()
        self._actions = ConflictActions(
            self,
            {
                "make-dispute": self._make_dispute,
                "not-a-conflict": self._ask_reason,
                "open-first": partial(self._detail.open_voice, 0),
                "open-second": partial(self._detail.open_voice, 1),
                "open-subject": self._open_subject,
                "reopen": self._reopen,
                "toggle-settled": self.head.settled.toggle,
                "search-conflicts": self._watch.search,
            },
        )
        numbers = {str(n + 1): partial(self._detail.open_voice, n) for n in range(_VOICES)}
        self._list.take_keys({**numbers, **self._actions.keys, "Del": self._reopen})
        self._buttons = QHBoxLayout()
        self._lay_out()
        self._connect()
        self._restyle()

    def open(self, place: Place) -> None:
        """Show the conflicts, searched for anew if anything has changed."""
        self._watch.watch(True)
        self._show()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, change: ChangeSet) -> None:
        """Show settled conflicts as they now are; the watch looks after the others."""
        settled = any("settled_conflicts" in touch.parts for touch in change.touched)
        if settled and self.isVisible():
            self._show()

    def actions_for(self, menu: str) -> list[QAction]:
        """Return what can be done with a conflict."""
        return list(self._actions.by_name.values()) if menu == "Compare" else []

    def title(self) -> str:
        """Return what is shown."""
        return self.tr("Conflicts")

    def status(self) -> str:
        """Return how many there are."""
        found = self._watch.survey
        return self.tr("{:,} open conflicts").format(found.open) if found is not None else ""

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the library while in sight."""
        super().showEvent(event)
        self._watch.watch(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave large libraries alone while nobody looks."""
        super().hideEvent(event)
        self._watch.watch(False)

    def event(self, event: QEvent) -> bool:
        """Claim Esc before the window takes it."""
        return claims(event, lambda key: key.key() == Qt.Key.Key_Escape) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """With Esc stop the search, go from the words to the list, or back."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._watch.running and self._watch.survey is None:
            self._watch.cancel()
        elif not self._list.hasFocus() and self._list.rows:
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.head.settled.isChecked():
            self.head.settled.setChecked(False)
        else:
            self.desk.navigator.back()

    def _lay_out(self) -> None:
        self._buttons.setContentsMargins(24, 8, 24, 12)
        self._buttons.setSpacing(8)
        for name in ("make-dispute", "not-a-conflict", "reopen"):
            action = self._actions.by_name[name]
            button = QToolButton(self)
            button.setObjectName(f"{name}-button")
            button.setProperty("role", "act")
            button.setText(action.text().replace("\t", "  "))
            button.setToolTip(action.toolTip())
            button.clicked.connect(action.trigger)
            action.enabledChanged.connect(button.setVisible)
            button.setVisible(action.isEnabled())
            action.changed.connect(partial(_follow_words, button, action))
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._detail, 1)
        column.addLayout(self._buttons)
        column.addWidget(self._reason)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setObjectName("conflicts-splitter")
        across.setChildrenCollapsible(False)
        across.setHandleWidth(1)
        across.addWidget(self._list)
        across.addWidget(right)
        across.setStretchFactor(1, 1)
        across.setSizes([400, 660])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(across, 1)
        self.setFocusProxy(self._list)

    def _connect(self) -> None:
        self._watch.changed.connect(self._follow_watch)
        self._list.turned.connect(self._turn)
        self._detail.opened.connect(self.desk.navigator.go)
        self._reason.given.connect(self._settle)
        self._reason.left.connect(self._list.setFocus)
        self.head.settled_wanted.connect(self._show)
        self.desk.theme.changed.connect(self._restyle)

    def _follow_watch(self) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        """Show what was found, or what was settled."""
        settled = settling.settled_conflicts(self.desk.session.library.data)
        found = self._watch.survey
        if self.head.settled.isChecked():
            self._list.show_rows(settled_rows(settled))
        else:
            self._list.show_rows(found_rows(found.found if found else ()))
        self.head.tell(len(settled))
        self.turned.emit()

    def _turn(self, _row: object) -> None:
        self._reason.hide()
        value = self._value()
        self._actions.update(
            chosen=value is not None,
            settled=self.head.settled.isChecked(),
            disputed=isinstance(value, Surveyed) and value.dispute is not None,
        )
        if isinstance(value, Surveyed):
            note = "" if value.dispute is None else tr("In the dispute “{}”")
            note = note.format(value.dispute.title) if value.dispute else note
            self._detail.show_finding(heading(value), value.conflict.why, note, voices(value))
        elif isinstance(value, Settled):
            data = self.desk.session.library.data
            quoting = Quoting(data)
            sides = (value.first, value.second)
            quotes = [quoting.quotes(data.passages.of(item.id)) for item in sides]
            reason = value.conflict.reason
            why = tr("Both can be true: {}").format(reason)
            self._detail.show_finding(
                value.conflict.aspect or tr("what"), why, "", settled_voices(value, quotes)
            )
        else:
            self._detail.show_finding(self._why_empty())

    def _why_empty(self) -> str:
        if self.head.settled.isChecked():
            return tr("Nothing has been called no conflict yet.")
        if self._watch.survey is None:
            return ""
        return tr(
            "No two claims in this library contradict each other. Claims are compared that are "
            "about the same event or person and the same aspect: a claim's card names both."
        )

    def _value(self) -> object:
        row = self._list.current
        return row.value if row is not None else None

    def _make_dispute(self) -> None:
        one = self._value()
        if not isinstance(one, Surveyed):
            return
        dispute = one.dispute
        if dispute is None:
            library = self.desk.session.library
            dispute = self.desk.attempt(
                lambda: settling.dispute_from_conflict(library, one.conflict)
            )
            if dispute is not None:
                self._watch.put(Surveyed(one.conflict, dispute))
        if dispute is not None:
            self.desk.navigator.go(Place("dispute", item_id=dispute.id))

    def _ask_reason(self) -> None:
        one = self._value()
        if not isinstance(one, Surveyed):
            return
        if one.dispute is not None:
            self.desk.said.emit(
                tr("This is a dispute already: D opens it, and its verdict can say that both hold.")
            )
            return
        self._reason.ask()

    def _settle(self, reason: str) -> None:
        one = self._value()
        self._reason.hide()
        if isinstance(one, Surveyed):
            library = self.desk.session.library
            self.desk.attempt(lambda: settling.settle(library, one.conflict, reason))
            self._watch.take_away(one)
            self.desk.said.emit(self.tr("Settled; undo, or R among the settled, takes it back"))
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reopen(self) -> None:
        one = self._value()
        if isinstance(one, Settled):
            library = self.desk.session.library
            self.desk.attempt(lambda: settling.unsettle(library, one.conflict.id))

    def _open_subject(self) -> None:
        one = self._value()
        if isinstance(one, Surveyed):
            self.desk.navigator.go(Place("card", item_id=one.conflict.subject.id))

    def _restyle(self) -> None:
        self.setStyleSheet(ledger_style(self.desk.theme.tones, "conflicts-page"))


def _follow_words(button: QToolButton, action: QAction) -> None:
    button.setText(action.text().replace("\t", "  "))
