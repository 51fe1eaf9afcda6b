"""Words with where they stand, in the forms that letters, web pages and notes take."""

from __future__ import annotations

from html import escape


def plain_quotation(words: str, where: str) -> str:
    """Return a quotation for a letter."""
    return f"“{words}” ({where})"


def html_quotation(words: str, where: str) -> str:
    """Return a quotation as a paragraph of HTML, whose lines stay apart."""
    lines = "<br>".join(escape(line) for line in words.split("\n"))
    return f"<p>“{lines}” ({escape(where)})</p>"


def markdown_quotation(words: str, where: str) -> str:
    """Return a quotation as a block of Markdown."""
    quoted = "\n>\n".join(f"> {line}" for line in words.split("\n"))
    return f"{quoted}\n>\n> — {where}\n"
