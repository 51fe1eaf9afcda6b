"""Word documents (DOCX), by way of pandoc, with the pages that Word last laid out."""

from __future__ import annotations

import re

from khiva_notes.model.texts import ImportedText

_PAGE_END = re.compile(rb"<w:lastRenderedPageBreak\s*/>")
_NO_TITLE = re.compile(r"(?:microsoft word - .*|document\s*\d*|untitled.*|word document)", re.I)


class Docx:
    """Reads what Word, Google Docs, Pages and LibreOffice save as DOCX."""

    name = "Word"
    suffixes = (".docx", ".docm", ".dotx")
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    signed = True

    def claims(self, data: bytes) -> bool:
        """A zip file with a Word document among its parts."""
        return data.startswith(b"PK\x03\x04") and b"word/document" in data

    def read(self, data: bytes, file_name: str) -> ImportedText:
        """Unpack with care and parse; ``UserError`` says what is wrong with the file."""
        from khiva_notes.importers.packed import Package
        from khiva_notes.importers.pandoc.inlines import PAGE_MARK
        from khiva_notes.importers.pandoc.reading import Told, read_with_pandoc
        from khiva_notes.importers.properties import properties_of

        package = Package(data, file_name)
        pages = len(_PAGE_END.findall(package.part("word/document.xml")))
        mark = f"<w:t>{PAGE_MARK}</w:t>".encode()
        if b"UTF-16" in package.part("word/document.xml")[:100].upper():
            pages = 0
        else:
            package.change("word/document.xml", lambda part: _PAGE_END.sub(mark, part))
        item, language = properties_of(package.part("docProps/core.xml"), file_name)
        if _NO_TITLE.fullmatch(str(item.get("title", ""))):
            del item["title"]
        return read_with_pandoc(
            package.packed(),
            "docx",
            file_name,
            original=data,
            media_type=self.media_type,
            told=Told(item, language),
            front=True,
            page_marks=pages,
        )


DOCX = Docx()
