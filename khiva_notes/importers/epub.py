"""Electronic books (EPUB), by way of pandoc, with the pages of the printed edition if marked."""

from __future__ import annotations

from khiva_notes.model.texts import ImportedText


class Epub:
    """Reads books without copy protection."""

    name = "EPUB"
    suffixes = (".epub",)
    media_type = "application/epub+zip"
    signed = True

    def claims(self, data: bytes) -> bool:
        """A zip file that says at its very beginning that it is a book."""
        return data.startswith(b"PK\x03\x04") and b"application/epub+zip" in data[:200]

    def read(self, data: bytes, file_name: str) -> ImportedText:
        """Unpack with care and parse; ``UserError`` says what is wrong with the file."""
        from khiva_notes.importers.book import book_told
        from khiva_notes.importers.packed import Package
        from khiva_notes.importers.pandoc.reading import read_with_pandoc
        from khiva_notes.model.errors import UserError

        package = Package(data, file_name)
        if b"EncryptedData" in package.part("META-INF/encryption.xml") and package.part(
            "META-INF/rights.xml"
        ):
            raise UserError(
                f"The book “{file_name}” is protected against copying.",
                "Only books without such protection can be imported.",
            )
        return read_with_pandoc(
            package.packed(),
            "epub",
            file_name,
            original=data,
            media_type=self.media_type,
            told=book_told(package, file_name),
            front=False,
        )


EPUB = Epub()
