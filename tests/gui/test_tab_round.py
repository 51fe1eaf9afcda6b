"""Real Tab keys on every page of the window: all of it is reached, and left again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from khiva_notes.gui.main_window import MainWindow
from khiva_notes.gui.tab_round import next_stop, stops_at
from tests.gui.windowing import PLACES, go, title_of

_MOST = 400
_NO_KEY = Qt.KeyboardModifier.NoModifier


def round_trip(key: Qt.Key) -> list[QWidget]:
    """Press a key until the focus is where it began; a text's links may each have a turn."""
    begin = QApplication.focusWidget()
    assert begin is not None
    seen = [begin]
    for _ in range(_MOST):
        focus = QApplication.focusWidget()
        assert focus is not None
        modifier = Qt.KeyboardModifier.ShiftModifier if key == Qt.Key.Key_Backtab else _NO_KEY
        QTest.keyClick(focus, key, modifier)
        now = QApplication.focusWidget()
        assert now is not None
        if now is begin:
            return seen
        if now is not seen[-1]:
            seen.append(now)
    pytest.fail(f"the focus is caught at {title_of(seen[-1])}")


@pytest.mark.parametrize("where", [place for place in PLACES if place != "essay"])
def test_tab_goes_round_and_leaves_nothing_out(
    window: MainWindow, qtbot: QtBot, where: str
) -> None:
    go(window, where, qtbot)
    box = window.findChild(QLineEdit, "search-box")
    assert box is not None and window.view is not None
    box.setFocus(Qt.FocusReason.OtherFocusReason)
    forward = round_trip(Qt.Key.Key_Tab)
    wanted = {w for w in window.view.page.findChildren(QWidget) if w.isVisible() and stops_at(w)}
    assert wanted
    assert [title_of(w) for w in wanted - set(forward)] == []
    assert window.view.tree.view in forward
    assert len(forward) == len(set(forward)), "some have two turns"
    back = round_trip(Qt.Key.Key_Backtab)
    if not where.startswith("source"):  # Tab leads from words to the card beside them
        assert back == [box, *reversed(forward[1:])]


def test_an_essay_is_entered_by_tab_and_walked_and_left_by_its_own_keys(
    window: MainWindow, qtbot: QtBot
) -> None:
    go(window, "essay", qtbot)
    assert window.view is not None
    page, tree = window.view.page, window.view.tree.view
    window.view.focus_tree()
    QTest.keyClick(tree, Qt.Key.Key_Tab)
    seen: list[QWidget] = []
    while (focus := QApplication.focusWidget()) not in seen:
        assert focus is not None and page.isAncestorOf(focus)
        seen.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_F6)
    assert {"essay-outline", "essay-writing"} <= {w.objectName() for w in seen}
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is tree


def test_what_is_made_later_has_its_turn_where_it_stands(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    box = QWidget()
    inner = QHBoxLayout(box)
    first, last, text = QLineEdit(), QLineEdit(), QTextEdit()
    box.setFocusProxy(last)
    inner.addWidget(last)
    row.addWidget(box)
    row.addWidget(text)
    inner.insertWidget(0, first)
    window.show()
    stops: list[QWidget | None] = [None]
    for _ in range(4):
        stops.append(next_stop(window, stops[-1], forward=True))
    assert stops[1:] == [first, last, text, first]
    assert next_stop(window, first, forward=False) is text
    last.hide()
    assert next_stop(window, first, forward=True) is text
    text.setEnabled(False)
    assert next_stop(window, first, forward=True) is None
