"""Texts for tests, as an importer would hand them over."""

from __future__ import annotations

from khiva_notes.model.texts import Block, ImportedText, TextBody


def plain(*paragraphs: str, title: str = "A text", language: str = "en") -> ImportedText:
    """A text of these paragraphs; one that begins with ``# `` is a heading."""
    blocks, offset, lines = [], 0, []
    for paragraph in paragraphs:
        heading = paragraph.startswith("# ")
        line = paragraph.removeprefix("# ")
        blocks.append(
            Block(offset, offset + len(line), "heading" if heading else "paragraph", int(heading))
        )
        lines.append(line)
        offset += len(line) + 1
    text = "\n".join(lines)
    return ImportedText(
        title, TextBody(text, tuple(blocks)), text.encode(), "text/plain", "utf-8", language
    )
