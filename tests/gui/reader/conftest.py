"""A reader with a text in it, and a card editor to go with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.reader.page import ReaderPage
from khiva_notes.model.texts import ImportedText
from khiva_notes.services import sources

Opener = Callable[[ImportedText], ReaderPage]


@pytest.fixture
def opened(desk: Desk, qtbot: QtBot) -> Opener:
    """Import a text and show it in a reader."""

    def open_text(imported: ImportedText) -> ReaderPage:
        source = sources.import_text(desk.session.library, imported, "text.txt").source
        return show(desk, qtbot, Place("source", item_id=source.id))

    return open_text


def show(desk: Desk, qtbot: QtBot, place: Place) -> ReaderPage:
    """Show a place in a reader that follows the library, as the window makes it do."""
    page = ReaderPage(desk)
    qtbot.addWidget(page)
    page.resize(1200, 760)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    desk.session.changed.connect(page.follow)
    desk.navigator.moved.connect(lambda at: at.view == "source" and page.open(at))
    desk.navigator.go(place)
    qtbot.waitUntil(lambda: page.title() != "")
    return page
