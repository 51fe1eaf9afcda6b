from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QListView, QWidget
from pytestqt.qtbot import QtBot

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.ledger.view import LedgerView
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.order.page import OrderEventsPage
from khiva_notes.services.event_order import state_order

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
KHAN = "who-killed-the-khan"


class Ordering:
    """The order of events in the sample's first dispute."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self.qtbot, self.library = desk, qtbot, desk.session.library
        item = self.library.data.items.by_key(KHAN)
        assert item is not None
        self.dispute = self.library.data.disputes.get(item.id)
        self.page = OrderEventsPage(desk)
        qtbot.addWidget(self.page, before_close_func=lambda page: page.hide())
        desk.session.changed.connect(self.page.follow)
        self.page.resize(1000, 700)
        with qtbot.waitExposed(self.page):
            self.page.show()
        self.page.activateWindow()
        self.page.open(Place("order", item_id=item.id))
        self.wait(lambda: "Two courtiers are shot  →  The khan's jewels are taken" in self.listed)

    @property
    def listed(self) -> list[str]:
        """What is listed, headings included."""
        found = self.page.findChild(LedgerView, "order-list")
        assert found is not None
        return [row.title for row in found.rows]

    def wait(self, until: object) -> None:
        """Wait for what is read in the background."""
        self.qtbot.waitUntil(until, timeout=4000)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key where the keyboard is."""
        focus = QApplication.focusWidget()
        assert focus is not None
        self.qtbot.keyClick(focus, key, modifier)

    def event(self, key: str) -> int:
        """The number of an event."""
        item = self.library.data.items.by_key(key)
        assert item is not None
        return item.id

    def orders(self) -> int:
        """How many orders are stated."""
        accounts = [account.id for account in self.dispute.accounts]
        return sum(map(len, self.library.data.orders.of_many(accounts).values()))


@pytest.fixture
def ordering(sample_desk: Desk, qtbot: QtBot) -> Ordering:
    """The page over the sample."""
    return Ordering(sample_desk, qtbot)


def test_a_proposed_order_is_taken_and_withdrawn_by_keys(ordering: Ordering) -> None:
    ordering.press(Key.Key_Y)
    assert ordering.orders() == 1
    ordering.wait(lambda: "The order by Yusupov" in ordering.listed)
    assert "All together, earliest first" in ordering.listed
    found = ordering.page.findChild(LedgerView, "order-list")
    assert found is not None
    assert found.go_to(next(r.key for r in found.rows if r.beside == "stated"))
    ordering.press(Key.Key_Delete)
    assert ordering.orders() == 0


def test_a_refused_order_is_not_proposed_again(ordering: Ordering) -> None:
    title = "Two courtiers are shot  →  The khan's jewels are taken"
    ordering.press(Key.Key_X)
    ordering.wait(lambda: title not in ordering.listed)
    ordering.library.undo()
    ordering.wait(lambda: title in ordering.listed)


def test_statements_that_cannot_all_hold_are_shown_side_by_side(ordering: Ordering) -> None:
    one, other = ordering.event("murder-of-the-khan"), ordering.event("abdication")
    first, second = (account.id for account in ordering.dispute.accounts[:2])
    state_order(ordering.library, first, one, other, "he says so")
    state_order(ordering.library, second, other, one, "no, the other way")
    ordering.wait(lambda: "Cannot all hold" in ordering.listed)
    ordering.press(Key.Key_N)
    why = ordering.page.findChild(QLabel, "order-detail-why")
    assert why is not None and "cannot all hold" in why.text()
    assert ordering.page.findChild(QWidget, "voice-2") is not None


def test_the_words_of_the_account_that_is_chosen_are_offered(ordering: Ordering) -> None:
    ordering.press(Key.Key_Insert)
    account = ordering.page.findChild(QComboBox, "order-account")
    passage = ordering.page.findChild(QComboBox, "order-passage")
    assert account is not None and passage is not None
    ordering.wait(lambda: passage.count() > 1)
    first = [passage.itemText(n) for n in range(1, passage.count())]
    account.setCurrentIndex(1)
    assert passage.count() == 1, "the words of the account before must be gone at once"
    ordering.wait(lambda: passage.count() > 1)
    assert [passage.itemText(n) for n in range(1, passage.count())] != first
    assert passage.currentText() == "no passage"


def test_an_order_is_stated_by_keys(ordering: Ordering) -> None:
    ordering.press(Key.Key_Insert)
    focus = QApplication.focusWidget()
    assert focus is not None and focus.objectName() == "order-account"
    focus.nextInFocusChain()
    for name, title in (("order-earlier", "Asfandierkhan is killed"), ("order-later", "Abdicat")):
        chooser = ordering.page.findChild(QWidget, name)
        assert chooser is not None
        chooser.setFocus()
        field = QApplication.focusWidget()
        assert field is not None
        ordering.qtbot.keyClicks(field, title)
        rows = chooser.findChild(QListView, "chooser-rows")
        assert rows is not None
        ordering.wait(lambda rows=rows: rows.model().rowCount() > 0)
        ordering.press(Key.Key_Return)
    words = QApplication.focusWidget()
    assert words is not None and words.objectName() == "order-words"
    ordering.qtbot.keyClicks(words, "long after")
    ordering.press(Key.Key_Return, CONTROL)
    assert ordering.orders() == 1
