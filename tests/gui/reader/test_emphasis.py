"""What a file sets in italics or bold is so in the reader."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from khiva_notes import importers
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.reader.loading import LoadedText, load
from khiva_notes.services.sources import import_text

HTML = "<h1>𐤀 On Khiva</h1><p>The khan was <em>killed</em> by <b>Eshim</b>.</p>"


def test_emphasis_and_strong_words(desk: Desk, qtbot: QtBot) -> None:
    imported = importers.read_bytes(HTML.encode(), "page.html")
    source = import_text(desk.session.library, imported, "page.html").source
    loaded = load(desk.session.path, source.id, QApplication.instance().thread())  # type: ignore[union-attr]
    assert isinstance(loaded, LoadedText)
    block = loaded.document.findBlockByNumber(1)
    looks = {
        block.text()[r.start : r.start + r.length]: (r.format.fontItalic(), r.format.fontWeight())
        for r in block.textFormats()
    }
    assert looks["killed"][0]
    assert looks["Eshim"][1] == 700
    assert not looks["The khan was "][0]
