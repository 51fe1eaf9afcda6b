"""Saved web pages (HTML): the article without the site around it, and what it tells of itself."""

from __future__ import annotations

import codecs
import re

from khiva_notes.model.errors import UserError
from khiva_notes.model.texts import ImportedText

_HEAD = 2048
_OPENING = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html)", re.I | re.S
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.I)
_WEB_NAMES = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "gb2312": "gbk"}


class Html:
    """Reads a page as a browser saved it; what it refers to elsewhere is left alone."""

    name = "Web page"
    suffixes = (".html", ".htm", ".xhtml", ".shtml")
    media_type = "text/html"
    signed = False

    def claims(self, data: bytes) -> bool:
        """A doctype or an ``html`` element at the beginning."""
        return bool(
            _OPENING.match(data[:_HEAD].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe"))
        )

    def read(self, data: bytes, file_name: str) -> ImportedText:
        """Decode, find the article, and make a text of it; ``UserError`` if it shows no words."""
        from khiva_notes.importers.building import TextBuilder
        from khiva_notes.importers.languages import guess_language
        from khiva_notes.importers.markup.html_tree import parse_html
        from khiva_notes.importers.titles import title_from_headings, title_from_name
        from khiva_notes.importers.web.content import main_content
        from khiva_notes.importers.web.notes import Notes
        from khiva_notes.importers.web.told import page_told
        from khiva_notes.importers.web.walk import Walk

        text, encoding, notices = _decoded(data, file_name)
        root = parse_html(text, file_name)
        item = page_told(root)
        content = main_content(root)
        builder = TextBuilder(file_name)
        walk = Walk(builder, Notes(root))
        walk.walk(content)
        walk.finish()
        built = builder.result()
        if not built.body.text:
            raise UserError(
                f"The page “{file_name}” shows no text.",
                "Pages that a script builds are saved without their words: print the page to PDF, "
                "or copy its text and paste it.",
            )
        title = str(item.get("title", "")) or title_from_headings(built.body)
        return ImportedText(
            title=title or title_from_name(file_name),
            body=built.body,
            original=data,
            media_type=self.media_type,
            encoding=encoding,
            language=str(item.get("language", "")) or guess_language(built.body.text),
            notices=notices,
            bibliography=item,
            marks=built.marks,
        )


def _decoded(data: bytes, file_name: str) -> tuple[str, str, tuple[str, ...]]:
    """Characters by the page's own word if that holds, else as any text's."""
    from khiva_notes.importers.decoding import decode
    from khiva_notes.importers.not_text import refuse_if_not_text

    told = _CHARSET.search(data[: _HEAD * 4])
    boms = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    if told and not data.startswith(boms):
        name = told[1].decode("ascii").lower()
        name = _WEB_NAMES.get(name, name)
        try:
            codec = codecs.lookup(name)
            if codec._is_text_encoding and not name.startswith("utf-16"):
                refuse_if_not_text(data, file_name)
                return data.decode(name), name, ()
        except (LookupError, UnicodeDecodeError):
            pass
    decoded = decode(data, file_name)
    return decoded.text, decoded.encoding, decoded.notices


HTML = Html()
