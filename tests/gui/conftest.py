"""What tests of the window need: a desk over an empty library, and one over the sample."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from khiva_notes.gui.application import make_window
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.fonts import load_fonts
from khiva_notes.gui.main_window import MainWindow
from khiva_notes.gui.navigation import Navigator
from khiva_notes.gui.preferences import Preferences
from khiva_notes.gui.session import Session
from khiva_notes.gui.theme import Theme
from khiva_notes.services.folders import Folders, shipped


@pytest.fixture(scope="session", autouse=True)
def fonts(qapp: QApplication) -> None:
    """The program's own fonts, so that widths are those the user sees."""
    load_fonts(shipped("resources") / "fonts")


def make_desk(session: Session, folders: Folders, qapp: QApplication) -> Desk:
    """A desk over an open library, in the light theme."""
    theme = Theme(qapp, "light", session)
    return Desk(session, theme, Preferences(folders.config, session), Navigator(session), session)


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, folders: Folders) -> Iterator[Desk]:
    """A desk over an empty library."""
    session = Session.create(folders.documents / "notes.khiva", folders)
    yield make_desk(session, folders, qapp)
    session.close()


@pytest.fixture
def sample_desk(qtbot: QtBot, qapp: QApplication, folders: Folders) -> Iterator[Desk]:
    """A desk over a copy of the sample library."""
    target = folders.documents / "sample.khiva"
    shutil.copyfile(shipped("sample_db") / "khiva.khiva", target)
    session = Session.open(target, folders)
    yield make_desk(session, folders, qapp)
    session.close()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, folders: Folders) -> Iterator[MainWindow]:
    """The window on a copy of the sample, its index built."""
    path = folders.documents / "sample.khiva"
    shutil.copy(shipped("sample_db") / "khiva.khiva", path)
    window = make_window(qapp, folders)
    window.resize(1280, 800)
    window.show()
    window.begin(path)
    assert window.desk is not None
    indexer = window.desk.session.indexer
    qtbot.waitUntil(lambda: indexer.standing.whole, timeout=20_000)
    with qtbot.waitActive(window):
        window.activateWindow()
    yield window
    window.close()
    window.deleteLater()
