"""PDF documents with a text layer: columns in order, hyphens undone, notes kept, pages labelled."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from khiva_notes.model.errors import UserError
from khiva_notes.model.texts import ImportedText

if TYPE_CHECKING:
    from khiva_notes.importers.pdf_pages.pages import Pages
    from khiva_notes.importers.pdf_pages.text import PdfText

_HEAD = 1024
_NO_TITLE = re.compile(
    r"(?:microsoft word|untitled|document\s*\d*$|"
    r".{0,200}\.(?:docx?|pdf|indd|dvi|tex|qxd|rtf|odt)$)",
    re.IGNORECASE,
)


class Pdf:
    """Reads the text layer of a PDF by way of pdfium, in a process of its own."""

    name = "PDF"
    suffixes = (".pdf",)
    media_type = "application/pdf"
    signed = True

    def claims(self, data: bytes) -> bool:
        """The signature, which may stand some bytes into the file."""
        return b"%PDF-" in data[:_HEAD]

    def read(self, data: bytes, file_name: str) -> ImportedText:
        """Extract, put in order; ``UserError`` for scans, protected and broken files."""
        from khiva_notes.importers.csl import csl_item
        from khiva_notes.importers.languages import guess_language
        from khiva_notes.importers.pdf_pages.pages import extract
        from khiva_notes.importers.pdf_pages.text import text_of
        from khiva_notes.importers.titles import title_from_headings, title_from_name

        found = extract(data, file_name)
        if not any(page.parts for page in found.pages):
            raise _scan(found, file_name)
        text = text_of(found.pages, file_name)
        body = text.built.body
        if not body.text:
            raise _scan(found, file_name)
        told = "" if _NO_TITLE.match(found.title) else found.title
        title = told or title_from_headings(body)
        authors = [found.author] if found.author else []
        return ImportedText(
            title=title or title_from_name(file_name),
            body=body,
            original=data,
            media_type=self.media_type,
            encoding="utf-8",
            language=guess_language(body.text),
            notices=_notices(found, text),
            bibliography=csl_item(title=title, authors=authors),
            marks=text.built.marks,
        )


def _scan(found: Pages, file_name: str) -> UserError:
    count = len(found.pages)
    pages = "1 page" if count == 1 else f"{count} pages"
    return UserError(
        f"The PDF “{file_name}” has {pages} and no text layer: it is a scan.",
        "Have its letters recognised first, for example with OCRmyPDF "
        "(ocrmypdf scan.pdf text.pdf), and import the result.",
    )


def _notices(found: Pages, text: PdfText) -> tuple[str, ...]:
    """What was done to the text, in sentences."""
    notices: list[str] = []
    empty = sum(1 for page in found.pages if not page.parts)
    if empty:
        notices.append(f"{_many(empty, 'page')} of {len(found.pages)} had no text layer.")
    if found.missing:
        notices.append(f"{_many(found.missing, 'page')} could not be read.")
    if text.margins.heads:
        heads = _many(len(text.margins.heads), "running head")
        notices.append(f"{heads} were taken out (“{text.margins.heads[0]}”).")
    if text.margins.numbers:
        notices.append(f"{_many(text.margins.numbers, 'page number')} left the text.")
    if text.notes:
        notices.append(f"{_many(text.notes, 'footnote')} stand after their page's last paragraph.")
    if text.hyphens:
        notices.append(f"{_many(text.hyphens, 'hyphen')} at line ends were taken out.")
    return tuple(notices)


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


PDF = Pdf()
