"""Words taken out of the text with where they stand, for a letter, a note or an essay."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QMimeData

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
    data.setText(f"“{words}” ({where})")
    paragraphs = "<br>".join(escape(line) for line in words.split("\n"))
    data.setHtml(f"<p>“{paragraphs}” ({escape(where)})</p>")
    quoted = "\n>\n".join(f"> {line}" for line in words.split("\n"))
    markdown = f"{quoted}\n>\n> — {where}\n"
    data.setData("text/markdown", markdown.encode())
    return data
