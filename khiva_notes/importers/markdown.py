"""Markdown files: CommonMark with footnotes, tables and a YAML head."""

from __future__ import annotations

import re

from khiva_notes.importers.decoding import decode
from khiva_notes.importers.front_matter import FrontMatter, split_front_matter
from khiva_notes.importers.languages import guess_language
from khiva_notes.importers.normal_form import normalise
from khiva_notes.importers.text_blocks import TextBlock, body_of_blocks
from khiva_notes.model.errors import UserError
from khiva_notes.model.texts import ImportedText

_MOST_MARKUP = 300_000
_MOST_BRACKETS = 20_000
_HEAD = 4096
_HEADINGS = re.compile(rb"(?m)^#{1,6} \S")
_FRONT_MATTER = re.compile(rb"(?:\xef\xbb\xbf)?---\r?\n[A-Za-z][\w-]*:")


class Markdown:
    """Reads Markdown into the words that it shows, marks of markup left out."""

    name = "Markdown"
    suffixes = (".md", ".markdown", ".mdown", ".mkd", ".mdwn")
    media_type = "text/markdown"
    signed = False

    def claims(self, data: bytes) -> bool:
        """A YAML head, or two headings with number signs near the beginning."""
        head = data[:_HEAD]
        return bool(_FRONT_MATTER.match(head)) or len(_HEADINGS.findall(head)) > 1

    def read(self, data: bytes, file_name: str) -> ImportedText:
        """Decode and parse; ``UserError`` if the bytes are no text or show no words."""
        # The parser would be felt when the window opens.
        from khiva_notes.importers.markdown_blocks import blocks_of_markdown
        from khiva_notes.importers.titles import title_from_headings, title_from_name

        decoded = decode(data, file_name)
        front = split_front_matter(normalise(decoded.text, file_name).replace("\f", "\n"))
        _refuse_endless_markup(front.rest, file_name)
        unread = [TextBlock(line, "preformatted") for line in front.unread]
        body = body_of_blocks([*unread, *blocks_of_markdown(front.rest)])
        if not body.text:
            raise UserError(
                f"The file “{file_name}” has no text in it.", "Choose a file that has text in it."
            )
        title = front.title or title_from_headings(body)
        bibliography = {**({"title": title} if title else {}), **front.bibliography}
        return ImportedText(
            title=title or title_from_name(file_name),
            body=body,
            original=data,
            media_type=self.media_type,
            encoding=decoded.encoding,
            language=front.language or guess_language(body.text),
            notices=(*decoded.notices, *_notices(front)),
            bibliography=bibliography,
        )


def _refuse_endless_markup(source: str, file_name: str) -> None:
    """Raise a ``UserError`` for more markup than the parser can hold, or work through in time.

    Its time grows with the square of the brackets in one paragraph.
    """
    total = sum(source.count(sign) for sign in ("\n\n", "[", "*", "_", "`", "<"))
    densest = 0
    if source.count("[") > _MOST_BRACKETS:
        densest = max(paragraph.count("[") for paragraph in source.split("\n\n"))
    if total > _MOST_MARKUP or densest > _MOST_BRACKETS:
        raise UserError(
            f"The file “{file_name}” has more markup than one text may have.",
            "Split it into its chapters, or give it a name that ends in .txt to read it as it is.",
        )


def _notices(front: FrontMatter) -> tuple[str, ...]:
    if not front.unread:
        return ()
    return ("The block of fields at the file's head is no valid YAML; it was kept as text.",)


MARKDOWN = Markdown()
