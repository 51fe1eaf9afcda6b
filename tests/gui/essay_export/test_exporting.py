"""An essay leaves through the window, what was changed in its file is asked about, PDF is drawn."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from khiva_notes.exporters.documents.page import page_html
from khiva_notes.exporters.documents.plain import plain_notes
from khiva_notes.gui.essay_export.differences import DifferencesDialog
from khiva_notes.gui.essay_export.exporting import EssayHandout
from khiva_notes.gui.essay_export.findings import FindingsDialog
from khiva_notes.gui.essay_export.pdf import printed_html, write_pdf
from khiva_notes.gui.page import Page
from khiva_notes.model.errors import UserError
from khiva_notes.services import essays


@pytest.fixture
def made(desk, qtbot: QtBot):  # type: ignore[no-untyped-def]
    library = desk.session.library
    essay = essays.create_essay(library, "An essay")
    essays.add_part(library, essay.id, "prose", text="One.", key="one")
    essays.add_part(library, essay.id, "prose", text="Two [@nobody].", key="two")
    page = Page(desk)
    qtbot.addWidget(page)
    page.show()
    return EssayHandout(desk, page), page, essay.id


def test_what_was_changed_in_the_file_is_asked_about_and_can_be_taken_back(
    made, tmp_path: Path, qtbot: QtBot
) -> None:
    handout, page, essay_id = made
    file = tmp_path / "e.md"
    handout.write(essay_id, file)
    qtbot.waitUntil(file.is_file)
    file.write_text(file.read_text(encoding="utf-8").replace("One.", "Won."), encoding="utf-8")
    handout.write(essay_id, file)
    qtbot.waitUntil(lambda: page.findChild(DifferencesDialog) is not None)
    dialog = page.findChild(DifferencesDialog)
    assert dialog.library.toPlainText() == "One."
    assert dialog.file.toPlainText() == "Won."
    assert not dialog.take.isEnabled()
    qtbot.keyClick(dialog.parts, Qt.Key.Key_Space)
    assert dialog.ticked() == ["one"]
    dialog.take.click()
    assert "One." in file.read_text(encoding="utf-8")


def test_the_check_shows_each_finding_with_its_line(made, tmp_path: Path, qtbot: QtBot) -> None:
    handout, page, essay_id = made
    file = tmp_path / "e.md"
    handout.write(essay_id, file)
    qtbot.waitUntil(file.is_file)
    handout.check_file(file)
    qtbot.waitUntil(lambda: page.findChild(FindingsDialog) is not None)
    rows = page.findChild(FindingsDialog).rows
    assert rows.count() == 1
    assert "'nobody'" in rows.item(0).text()


def test_a_pdf_has_all_pages_and_words(tmp_path: Path, qtbot: QtBot) -> None:
    import pypdfium2

    text = "---\ntitle: T\n---\n# Head\n\nWords^[A note.].\n\n" + "Much text. " * 900
    write_pdf(page_html(plain_notes(text, {}), text), tmp_path / "e.pdf", "T")
    document = pypdfium2.PdfDocument(tmp_path / "e.pdf")
    assert len(document) >= 3
    words = "".join(page.get_textpage().get_text_bounded() for page in document)
    assert (words.count("Much"), words.count("text.")) == (900, 900)
    assert "A note." in words
    document.close()


def test_a_pdf_where_nothing_may_be_written_is_a_calm_error(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match="could not be written"):
        write_pdf("<body>x</body>", tmp_path / "file" / "e.pdf", "T")


def test_notes_stand_before_the_bibliography() -> None:
    made = printed_html(
        '<body><h1 id="b">Bibliography</h1><p>Work</p>'
        '<section id="footnotes" class="footnotes"><hr /><ol><li>N</li></ol></section></body>'
    )
    assert made.index("Notes") < made.index("Bibliography")
