"""A reader with a text in it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.model.texts import ImportedText
from khiva_notes.services import sources
from tests.gui.reader.reading import Opener, Reading


@pytest.fixture
def reading(desk: Desk, qtbot: QtBot) -> Opener:
    """Import a text and show it in a reader."""

    def open_text(imported: ImportedText) -> Reading:
        source = sources.import_text(desk.session.library, imported, "text.txt").source
        shown = Reading(desk, qtbot)
        shown.go(Place("source", item_id=source.id))
        return shown

    return open_text


@pytest.fixture
def reading_sample(sample_desk: Desk, qtbot: QtBot) -> Reading:
    """The sample's article in a reader."""
    article = sample_desk.session.library.data.items.by_key("khiva-article")
    assert article is not None
    shown = Reading(sample_desk, qtbot)
    shown.go(Place("source", item_id=article.id))
    return shown
