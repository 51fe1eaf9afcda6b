"""OpenDocument texts (ODT), by way of pandoc, with the pages that the writer last laid out."""

from __future__ import annotations

import re

from khiva_notes.model.texts import ImportedText

_PAGE_END = re.compile(rb"<text:soft-page-break\s*/>")
_BETWEEN = re.compile(
    rb"(</text:(?:p|h|list)>|</table:table>|</text:sequence-decls>)\s*<text:soft-page-break\s*/>"
)


class Odt:
    """Reads what LibreOffice and OpenOffice save as ODT."""

    name = "OpenDocument text"
    suffixes = (".odt", ".ott")
    media_type = "application/vnd.oasis.opendocument.text"
    signed = True

    def claims(self, data: bytes) -> bool:
        """A zip file that says at its very beginning that it is an OpenDocument text."""
        return data.startswith(b"PK\x03\x04") and b"opendocument.text" in data[:200]

    def read(self, data: bytes, file_name: str) -> ImportedText:
        """Unpack with care and parse; ``UserError`` says what is wrong with the file."""
        from khiva_notes.importers.packed import Package
        from khiva_notes.importers.pandoc.inlines import PAGE_MARK
        from khiva_notes.importers.pandoc.reading import Told, read_with_pandoc
        from khiva_notes.importers.properties import properties_of

        package = Package(data, file_name)
        mark = PAGE_MARK.encode()
        pages = len(_PAGE_END.findall(package.part("content.xml")))

        def with_marks(part: bytes) -> bytes:
            part = _BETWEEN.sub(rb"\1<text:p>" + mark + b"</text:p>", part)
            return _PAGE_END.sub(mark, part)

        package.change("content.xml", with_marks)
        item, language = properties_of(package.part("meta.xml"), file_name)
        return read_with_pandoc(
            package.packed(),
            "odt",
            file_name,
            original=data,
            media_type=self.media_type,
            told=Told(item, language),
            front=True,
            page_marks=pages,
        )


ODT = Odt()
