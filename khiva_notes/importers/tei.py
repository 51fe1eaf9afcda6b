"""TEI XML: paragraphs, pages, notes, and the names and dates that its editors marked."""

from __future__ import annotations

import re

from khiva_notes.model.errors import UserError
from khiva_notes.model.texts import ImportedText

_HEAD = 8192
_ROOT = re.compile(rb"<(?:\w{1,20}:)?(?:TEI|teiCorpus|TEI\.2)[\s>]")
_JOINED_LINES = re.compile(
    rb"-?\s*(<(?:\w{1,20}:)?[lp]b\b[^<>]{0,200}\bbreak\s*=\s*[\"']no[\"'][^<>]{0,200}>)\s*"
)


class Tei:
    """Reads editions by the Text Encoding Initiative's guidelines, P5 and mostly P4."""

    name = "TEI"
    suffixes = (".xml", ".tei")
    media_type = "application/tei+xml"
    signed = False

    def claims(self, data: bytes) -> bool:
        """A TEI element near the beginning."""
        return bool(_ROOT.search(data[:_HEAD]))

    def read(self, data: bytes, file_name: str) -> ImportedText:
        """Parse; ``UserError`` for XML that is broken, is no TEI, or defines entities."""
        from khiva_notes.importers.building import TextBuilder
        from khiva_notes.importers.languages import guess_language
        from khiva_notes.importers.markup.xml_tree import parse_xml
        from khiva_notes.importers.tei_text.header import header_told
        from khiva_notes.importers.tei_text.walk import Walk
        from khiva_notes.importers.titles import title_from_headings, title_from_name

        root = parse_xml(_JOINED_LINES.sub(rb"\1", data), file_name)
        if root.tag not in ("TEI", "teiCorpus", "TEI.2"):
            raise UserError(
                f"The file “{file_name}” is XML, but no TEI text (it is “{root.tag[:40]}”).",
                "Choose a TEI file, or export the text in another format.",
            )
        builder = TextBuilder(file_name)
        walk = Walk(builder)
        walk.walk(root)
        walk.finish()
        built = builder.result()
        if not built.body.text:
            raise UserError(
                f"The file “{file_name}” has no text in it.", "Choose a file that has text in it."
            )
        item = header_told(root)
        title = str(item.get("title", "")) or title_from_headings(built.body)
        return ImportedText(
            title=title or title_from_name(file_name),
            body=built.body,
            original=data,
            media_type=self.media_type,
            encoding="utf-8",
            language=str(item.get("language", "")) or guess_language(built.body.text),
            bibliography=item,
            marks=built.marks,
        )


TEI = Tei()
