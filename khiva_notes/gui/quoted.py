"""Words of a source with their citation, in the forms that letters, web pages and notes take.

What is copied and what is dragged to another program are made here, so that both are the same.
"""

from __future__ import annotations

from html import escape

from khiva_notes.exporters.parts.escape import quotation
from khiva_notes.services.citing import Cited


def plain_quotation(words: str, cited: Cited) -> str:
    """Return a quotation for a letter."""
    return f"“{words}” ({cited.plain})"


def html_quotation(words: str, cited: Cited) -> str:
    """Return a quotation as a paragraph of HTML, whose lines stay apart."""
    lines = "<br>".join(escape(line) for line in words.split("\n"))
    return f"<p>“{lines}” ({cited.html})</p>"


def markdown_quotation(words: str, cited: Cited) -> str:
    """Return a quotation as a block of Markdown, with a citation that pandoc resolves."""
    return quotation(words, literal=True, note=f" {cited.pandoc}") + "\n"
