from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.reader.cited_page import CitedPage
from khiva_notes.services import cards, sources
from tests.gui.reader.reading import Opener, Reading
from tests.texts import plain


def test_a_source_without_a_text_says_who_cites_it(reading: Opener) -> None:
    here = reading(plain("He was killed [3,179]. So it is told [3,12]."))
    article, version = here.desk.navigator.current.item_id, here.version
    work = cards.create(here.library, "source", "Memoirs of Yusupov", body="Some *notes*.")
    sources.resolve_citation(here.library, version, "3", work.id)
    here.go(Place("source", item_id=work.id))
    assert here.seen("cited-notes")
    citing = here.widget(f"citing-{article}", QPushButton)
    assert isinstance(citing, QPushButton)
    assert citing.text() == "A text, 2 times"
    here.qtbot.mouseClick(citing, Qt.MouseButton.LeftButton)
    here.qtbot.waitUntil(lambda: here.page.title() == "A text")
    assert here.text.textCursor().selectedText() == "[3,179]"


def test_its_text_is_imported_and_can_then_be_read(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    work = cards.create(desk.session.library, "source", "Memoirs of Yusupov")
    here = Reading(desk, qtbot)
    here.go(Place("source", item_id=work.id))
    file = tmp_path / "memoirs.txt"
    file.write_text("By their custom, the Yavmuts met with the khan [1,2].", encoding="utf-8")
    page = here.page.findChild(CitedPage)
    assert page is not None
    page.import_file(file)
    qtbot.waitUntil(lambda: here.text.toPlainText().startswith("By their custom"))
    assert desk.session.library.data.items.get(work.id).title == "Memoirs of Yusupov"
    assert len(desk.session.library.data.citations.in_version(here.version)) == 1


def test_a_file_that_is_no_text_is_refused_in_words(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    work = cards.create(desk.session.library, "source", "Memoirs of Yusupov")
    here = Reading(desk, qtbot)
    here.go(Place("source", item_id=work.id))
    file = tmp_path / "picture.txt"
    file.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0" * 40)
    page = here.page.findChild(CitedPage)
    assert page is not None
    with qtbot.waitSignal(desk.complained):
        page.import_file(file)
