"""The page without a library: what was open last can be opened, and taken off the list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from khiva_notes.gui.preferences import Preferences
from khiva_notes.gui.theme import Theme
from khiva_notes.gui.welcome.start import StartPage
from khiva_notes.services.folders import Folders

Key = Qt.Key


@pytest.fixture
def preferences(qapp: QApplication, folders: Folders) -> Preferences:
    preferences = Preferences(folders.config)
    for name in ("oldest", "Дневник", "a very long name " * 12):
        path = folders.documents / f"{name.strip()}.khiva"
        path.touch()
        preferences.add_recent(path)
    return preferences


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, preferences: Preferences) -> StartPage:
    page = StartPage(Theme(qapp, "light", preferences), preferences)
    qtbot.addWidget(page)
    page.resize(900, 600)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


def choice(page: StartPage, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert found is not None, name
    return found


def test_the_arrows_walk_from_the_sample_to_the_oldest_library(
    page: StartPage, qtbot: QtBot, preferences: Preferences
) -> None:
    choice(page, "start-sample").setFocus()
    names = ["start-sample"]
    for _ in range(9):
        qtbot.keyClick(page.focusWidget(), Key.Key_Down)
        names.append(page.focusWidget().objectName())
    assert list(dict.fromkeys(names)) == [
        "start-sample",
        "start-new",
        "start-open",
        "recent-0",
        "recent-1",
        "recent-2",
    ]
    with qtbot.waitSignal(page.library_chosen) as told:
        qtbot.keyClick(page.focusWidget(), Key.Key_Return)
    assert told.args == [preferences.recent[2]]


def test_delete_takes_a_library_off_the_list_and_leaves_its_file(
    page: StartPage, qtbot: QtBot, preferences: Preferences
) -> None:
    gone, kept = preferences.recent[1], preferences.recent[2]
    choice(page, "recent-1").setFocus()
    qtbot.keyClick(page.focusWidget(), Key.Key_Delete)
    assert gone not in preferences.recent and gone.exists()
    assert page.focusWidget().objectName() == "recent-1"
    assert kept.stem in choice(page, "recent-1").accessibleName()
    cross = page.findChild(QToolButton, "forget-0")
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert preferences.recent == [kept]


def test_long_names_never_widen_the_page_and_are_told_in_full(page: StartPage) -> None:
    page.resize(420, 400)
    long = choice(page, "recent-0")
    assert long.width() <= 420
    long.grab()
    assert long.toolTip().startswith("a very long name a very long")


@pytest.mark.parametrize("name", ["sample", "new", "open"])
def test_each_way_to_begin_is_a_button(page: StartPage, qtbot: QtBot, name: str) -> None:
    with qtbot.waitSignal(getattr(page, f"{name}_wanted")):
        qtbot.keyClick(choice(page, f"start-{name}"), Key.Key_Space)
