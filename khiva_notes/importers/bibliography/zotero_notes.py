"""Notes of Zotero, which are small pages of HTML, as Markdown."""

from __future__ import annotations

import re

from khiva_notes.importers.html_text import lines_of_html

_SIGNS = (
    (re.compile(r"<(?:strong|b)\b[^<>]{0,500}+>([^<>]{1,5000}+)</(?:strong|b)>", re.I), r"**\1**"),
    (re.compile(r"<(?:em|i)\b[^<>]{0,500}+>([^<>]{1,5000}+)</(?:em|i)>", re.I), r"*\1*"),
    (re.compile(r"<h([1-6])\b[^<>]{0,500}+>", re.I), r"<p>\1# "),
    (re.compile(r"<li\b[^<>]{0,500}+>", re.I), "<li>- "),
    (re.compile(r"<blockquote\b[^<>]{0,500}+>\s*(?:<p[^<>]{0,500}+>)?", re.I), "<blockquote>&gt; "),
)
_HEADING = re.compile(r"^([1-6])# ")


def note_markdown(source: str) -> str:
    """Return a note as Markdown: paragraphs, headings, lists, quotations, emphasis."""
    for pattern, sign in _SIGNS:
        source = pattern.sub(sign, source)
    lines = [
        _HEADING.sub(lambda found: "#" * int(found[1]) + " ", line)
        for line in lines_of_html(source)
    ]
    told = ""
    for line in lines:
        tight = line.startswith("- ") and told.rpartition("\n")[2].startswith("- ")
        told += ("" if not told else "\n" if tight else "\n\n") + line
    return told
