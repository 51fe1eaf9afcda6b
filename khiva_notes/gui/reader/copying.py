"""Words taken out of the text with where they stand, for a letter, a note or an essay."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from khiva_notes.gui.quoted import html_quotation, markdown_quotation, plain_quotation
from khiva_notes.model.citing import locator
from khiva_notes.model.passages import trim
from khiva_notes.model.texts import TextBody
from khiva_notes.services.citing import cite
from khiva_notes.services.library import Library
from khiva_notes.services.works import fix_citekeys


def quotation(library: Library, source_id: int, body: TextBody, start: int, end: int) -> QMimeData:
    """Return words of a text, given in code points, for the clipboard: plain, HTML and Markdown.

    The words are as they stand in the source; paragraphs stay apart. The citation is a Chicago
    note, in Markdown pandoc's with the source's key, which it keeps from then on.
    """
    start, end = trim(body.text, start, end)
    words = body.text[start:end]
    if not library.reads_only:
        fix_citekeys(library, [source_id])
    cited = cite(library.data, source_id, locator(body, start))
    data = QMimeData()
    data.setText(plain_quotation(words, cited))
    data.setHtml(html_quotation(words, cited))
    data.setData("text/markdown", markdown_quotation(words, cited).encode())
    return data
