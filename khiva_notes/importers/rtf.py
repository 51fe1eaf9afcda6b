"""Rich text (RTF)."""

from __future__ import annotations

from khiva_notes.model.errors import UserError
from khiva_notes.model.texts import ImportedText


class Rtf:
    """Reads what Word, WordPad, TextEdit and old word processors save as RTF."""

    name = "Rich text"
    suffixes = (".rtf",)
    media_type = "application/rtf"
    signed = True

    def claims(self, data: bytes) -> bool:
        """The opening that every RTF file has."""
        return data.startswith(b"{\\rtf")

    def read(self, data: bytes, file_name: str) -> ImportedText:
        """Interpret the control words; ``UserError`` if no words are left."""
        from khiva_notes.importers.building import TextBuilder
        from khiva_notes.importers.csl import csl_item
        from khiva_notes.importers.languages import guess_language
        from khiva_notes.importers.rich_text.paragraphs import put
        from khiva_notes.importers.rich_text.reader import RtfReader
        from khiva_notes.importers.titles import title_from_headings, title_from_name

        found = RtfReader(file_name).read(data)
        builder = TextBuilder(file_name)
        put(builder, found.body, found.notes)
        built = builder.result()
        if not built.body.text:
            raise UserError(
                f"The file “{file_name}” has no text in it.", "Choose a file that has text in it."
            )
        told = found.fields
        authors = [told["author"]] if told.get("author", "").strip() else []
        title = " ".join(told.get("title", "").split()) or title_from_headings(built.body)
        return ImportedText(
            title=title or title_from_name(file_name),
            body=built.body,
            original=data,
            media_type=self.media_type,
            encoding="ascii",
            language=guess_language(built.body.text),
            bibliography=csl_item(title=title, authors=authors),
            marks=built.marks,
        )


RTF = Rtf()
