from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from khiva_notes.gui.reader.copying import quotation
from khiva_notes.model.texts import PageBreak, TextBody
from khiva_notes.services import cards, sources
from khiva_notes.services.library import Library
from khiva_notes.services.works import set_citekey
from tests.gui.reader.reading import Opener
from tests.texts import plain

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_words_are_copied_with_their_citation(reading: Opener) -> None:
    here = reading(plain("In 1918 Junaid Khan came.", "He left <at once> & for good."))
    here.select("<at once>")
    here.press(Qt.Key.Key_C, CONTROL, SHIFT)
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == "“<at once>” (A text (n.d.), para. 2)"
    assert "&lt;at once&gt;" in copied.html()
    assert not here.library.data.items.all("claim")


def test_a_quotation_names_the_printed_page_and_keeps_paragraphs_apart(library: Library) -> None:
    source = sources.import_text(library, plain("One.", "Two."), "a.txt").source
    cards.rename(library, source.id, "A book")
    set_citekey(library, source.id, "book36")
    imported = plain("One.", "Two.")
    body = TextBody(imported.body.text, imported.body.blocks, (PageBreak(0, "12"),))
    copied = quotation(library, source.id, body, 0, 9)
    assert copied.text() == "“One.\nTwo.” (A book (n.d.), 12)"
    markdown = bytes(copied.data("text/markdown").data()).decode()
    assert markdown == "> One.\n>\n> Two. [@book36, p. 12]\n"
