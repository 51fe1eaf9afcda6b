"""The strip of notices: calm, never in the way of the keyboard, and gone with Esc."""

from __future__ import annotations

import logging

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from khiva_notes.gui.notices import NoticeBar
from khiva_notes.gui.theme import Theme
from khiva_notes.model.errors import UserError

Key = Qt.Key


class Host(QWidget):
    """A window with a notice bar over a field that has the keyboard."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.bar = NoticeBar(Theme(app, "light", self))
        self.field = QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.bar)
        column.addWidget(self.field)


@pytest.fixture
def host(qtbot: QtBot, qapp: QApplication) -> Host:
    host = Host(qapp)
    qtbot.addWidget(host)
    host.resize(600, 200)
    with qtbot.waitExposed(host):
        host.show()
    host.activateWindow()
    host.field.setFocus()
    return host


def words(host: Host) -> str:
    label = host.findChild(QLabel, "notice-words")
    assert label is not None
    return label.text()


def part(host: Host, kind: type, name: str):
    found = host.findChild(kind, name)
    assert found is not None, name
    return found


def test_a_complaint_says_what_to_do_and_leaves_the_keyboard(host: Host, qtbot: QtBot) -> None:
    assert not host.bar.isVisible()
    host.bar.complain(UserError("The file is gone.", "Choose another."))
    assert host.bar.isVisible() and words(host) == "The file is gone. Choose another."
    assert host.field.hasFocus()
    qtbot.keyClicks(host.field, "typed on")
    assert host.field.text() == "typed on"


def test_escape_from_anywhere_dismisses_it(host: Host, qtbot: QtBot) -> None:
    host.bar.tell("Done.")
    qtbot.keyClick(host.field, Key.Key_Escape)
    assert not host.bar.isVisible()
    host.bar.tell("Done again.")
    qtbot.mouseClick(part(host, QToolButton, "notice-close"), Qt.MouseButton.LeftButton)
    assert not host.bar.isVisible()


def test_long_work_shows_how_far_it_is_and_can_be_cancelled(host: Host, qtbot: QtBot) -> None:
    stopped: list[bool] = []
    host.bar.progress("Importing 3 of 12", lambda: stopped.append(True), done=3, of=12)
    bar = part(host, QProgressBar, "notice-progress")
    assert (bar.isVisible(), bar.value(), bar.maximum()) == (True, 3, 12)
    assert not part(host, QToolButton, "notice-close").isVisible()
    qtbot.keyClick(part(host, QPushButton, "notice-cancel"), Key.Key_Space)
    assert stopped == [True] and host.bar.isVisible()
    assert not part(host, QPushButton, "notice-cancel").isVisible()
    host.bar.progress("Again", lambda: stopped.append(True))
    qtbot.keyClick(host.field, Key.Key_Escape)
    assert stopped == [True, True]
    host.bar.tell("Done.")
    assert not bar.isVisible() and not host.bar.is_busy


def test_work_that_cannot_be_cancelled_stays_through_escape(host: Host, qtbot: QtBot) -> None:
    host.bar.progress("Exporting …", None)
    qtbot.keyClick(host.field, Key.Key_Escape)
    assert host.bar.isVisible()


def test_many_lines_are_cut_short_with_their_number(host: Host) -> None:
    host.bar.tell("\n".join(f"line {number}" for number in range(20)))
    shown = words(host).splitlines()
    assert len(shown) == 8 and shown[0] == "line 0" and shown[-1] == "… and 13 more"


def test_an_error_of_ours_is_logged_a_mistake_of_the_user_is_not(
    host: Host, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        host.bar.complain_of(UserError("No.", ""))
        assert not caplog.records
        host.bar.complain_of(ValueError("odd"))
    assert [record.exc_info is not None for record in caplog.records] == [True]
    assert "odd" in words(host)
