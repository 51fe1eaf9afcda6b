"""Words taken out of the text with where they stand, for a letter, a note or an essay."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from khiva_notes.gui.quoted import html_quotation, markdown_quotation, plain_quotation
from khiva_notes.model.citing import citation
from khiva_notes.model.passages import trim
from khiva_notes.model.texts import TextBody


def quotation(title: str, body: TextBody, start: int, end: int) -> QMimeData:
    """Return words of a text, given in code points, for the clipboard: plain, HTML and Markdown.

    The words are as they stand in the source; paragraphs stay apart.
    """
    start, end = trim(body.text, start, end)
    words = body.text[start:end]
    where = citation(title, body, start)
    data = QMimeData()
    data.setText(plain_quotation(words, where))
    data.setHtml(html_quotation(words, where))
    data.setData("text/markdown", markdown_quotation(words, where).encode())
    return data
