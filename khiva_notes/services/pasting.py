"""What is on the clipboard as a source, with its formatting where that loses no words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from khiva_notes.model.citations import find_marks
from khiva_notes.model.errors import UserError
from khiva_notes.model.texts import ImportedText
from khiva_notes.services.importing import Read

_TITLE_WORDS = 8
_LONGEST_TITLE = 70
_ENOUGH = 0.9
"""Of the plain words, how many the formatted text must have: a page's furniture may go, no more."""

NAME = "Pasted text"


def read_pasted(words: str, html: str = "") -> Read:
    """Read the clipboard's plain words and HTML, from any thread; UserError if there is no text.

    Headings, notes and emphasis are kept where the HTML bears them. Without a title of its own the
    text is called by its first words.
    """
    from khiva_notes import importers

    if not words.strip() and not html.strip():
        raise UserError("There is no text on the clipboard.", "Copy some text first.")
    formatted = _formatted(html)
    if formatted is not None and _count(formatted.body.text) >= _ENOUGH * _count(words):
        return _read(f"{NAME}.html", formatted)
    plain = importers.read_bytes(words.encode("utf-8", "replace"), f"{NAME}.txt")
    return _read(f"{NAME}.txt", plain)


def _read(name: str, imported: ImportedText) -> Read:
    return Read(Path(name), _titled(imported), marks=find_marks(imported.body.text))


def _formatted(html: str) -> ImportedText | None:
    from khiva_notes import importers

    if not html.strip():
        return None
    data = b"\xef\xbb\xbf" + html.encode("utf-8", "replace")  # whatever charset the page names
    try:
        return importers.read_bytes(data, f"{NAME}.html")
    except UserError:
        return None


def _count(text: str) -> int:
    return len(text.split())


def _titled(imported: ImportedText) -> ImportedText:
    if imported.title not in ("", NAME):
        return imported
    first = imported.body.text.partition("\n")[0].split()
    title = " ".join(first[:_TITLE_WORDS])
    if len(title) > _LONGEST_TITLE or len(first) > _TITLE_WORDS:
        title = title[:_LONGEST_TITLE].rstrip(" ,;:.") + " …"
    return replace(imported, title=title or NAME)
