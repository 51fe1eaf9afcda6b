from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from khiva_notes.gui.conflicts.page import ConflictsPage
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.ledger.view import LedgerView
from khiva_notes.gui.navigation import Place
from khiva_notes.model.dates import from_edtf
from khiva_notes.services import cards

Key = Qt.Key


class Conflicts:
    """The page over a library with one conflict: two claims on when a battle was."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self.qtbot, self.library = desk, qtbot, desk.session.library
        event = cards.create(self.library, "event", "The battle")
        for name, day in (("Ahmad", "1918-03-01"), ("Boris", "1918-05-09")):
            who = cards.create(self.library, "person", name)
            claim = cards.create(self.library, "claim", f"It was on {day}")
            cards.set_field(self.library, claim.id, "aspect", "when")
            cards.set_date(self.library, claim.id, "value-date", from_edtf(day))
            cards.set_links(self.library, claim.id, "about", [(event.id, "")])
            cards.set_links(self.library, claim.id, "speaker", [(who.id, "")])
        self.page = ConflictsPage(desk)
        self.went: list[Place] = []
        qtbot.addWidget(self.page, before_close_func=lambda page: page.hide())
        desk.session.changed.connect(self.page.follow)
        desk.navigator.moved.connect(self.went.append)
        self.page.resize(1000, 700)
        with qtbot.waitExposed(self.page):
            self.page.show()
        self.page.activateWindow()
        self.page.open(Place("conflicts"))
        self.wait_for(1)

    @property
    def listed(self) -> list[str]:
        """The titles of what is listed, headings left out."""
        found = self.page.findChild(LedgerView, "conflicts-list")
        assert found is not None
        return [row.title for row in found.rows if not row.heading]

    def wait_for(self, count: int) -> None:
        """Wait until so many are listed."""
        self.qtbot.waitUntil(lambda: len(self.listed) == count, timeout=6000)

    def press(self, key: Qt.Key) -> None:
        """Press a key where the keyboard is."""
        focus = QApplication.focusWidget()
        assert focus is not None
        self.qtbot.keyClick(focus, key)

    def text(self, name: str) -> str:
        """The words of a label."""
        label = self.page.findChild(QLabel, name)
        assert label is not None
        return label.text()


@pytest.fixture
def shown(desk: Desk, qtbot: QtBot) -> Conflicts:
    """The page with one conflict in it."""
    return Conflicts(desk, qtbot)


def test_a_conflict_shows_both_voices_and_why(shown: Conflicts) -> None:
    assert shown.listed == ["The battle · when"]
    assert "Ahmad" in shown.text("conflict-detail-why")
    for number in (1, 2):
        assert shown.page.findChild(QWidget, f"voice-{number}") is not None


def test_a_conflict_is_settled_with_a_reason_and_taken_up_again_by_keys(shown: Conflicts) -> None:
    shown.press(Key.Key_N)
    focus = QApplication.focusWidget()
    assert focus is not None and focus.objectName() == "conflict-reason"
    shown.qtbot.keyClicks(focus, "two battles")
    shown.press(Key.Key_Return)
    assert shown.listed == []
    assert [each.reason for each in shown.library.data.settled.all()] == ["two battles"]
    shown.press(Key.Key_S)
    assert len(shown.listed) == 1
    shown.press(Key.Key_R)
    assert shown.library.data.settled.all() == []
    shown.press(Key.Key_S)
    shown.wait_for(1)


def test_a_reason_can_be_left_unsaid(shown: Conflicts) -> None:
    shown.press(Key.Key_N)
    shown.press(Key.Key_Escape)
    assert shown.listed == ["The battle · when"]
    assert shown.library.data.settled.all() == []


def test_one_key_makes_a_dispute_and_then_opens_it(shown: Conflicts) -> None:
    shown.press(Key.Key_D)
    made = shown.library.data.items.all("dispute")
    assert [item.kind for item in made] == ["dispute"]
    assert shown.went[-1] == Place("dispute", item_id=made[0].id)
    shown.press(Key.Key_D)
    assert len(shown.library.data.items.all("dispute")) == 1


def test_a_conflict_that_is_a_dispute_already_is_not_settled_by_a_key(shown: Conflicts) -> None:
    shown.press(Key.Key_D)
    found = shown.page.findChild(LedgerView, "conflicts-list")
    assert found is not None
    shown.qtbot.keyClick(found, Key.Key_N)
    reason = shown.page.findChild(QWidget, "conflict-reason")
    assert reason is not None and not reason.isVisible()
    action = next(a for a in shown.page.actions_for("Compare") if "not-a" in a.objectName())
    assert not action.isEnabled()
    assert shown.library.data.settled.all() == []


def test_undo_of_a_settled_conflict_brings_it_back(shown: Conflicts) -> None:
    shown.press(Key.Key_N)
    focus = QApplication.focusWidget()
    assert focus is not None
    shown.qtbot.keyClicks(focus, "slip")
    shown.press(Key.Key_Return)
    assert shown.listed == []
    shown.library.undo()
    shown.wait_for(1)


def test_a_voice_is_opened_by_its_number(shown: Conflicts) -> None:
    claims = {item.title: item.id for item in shown.library.data.items.all("claim")}
    shown.press(Key.Key_2)
    assert shown.went[-1].view == "card"
    assert shown.went[-1].item_id in claims.values()
