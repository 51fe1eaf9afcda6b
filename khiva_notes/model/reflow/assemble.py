"""Paragraphs of lines put together into one text, each a line of it, with blocks and pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from khiva_notes.model.reflow.hyphens import Hyphens
from khiva_notes.model.reflow.parts import Paragraph
from khiva_notes.model.reflow.signs import breaks_word, closes_up
from khiva_notes.model.texts import Block, PageBreak, TextBody

_SPACES = re.compile(r"[ \t]+")


def assemble(paragraphs: Sequence[Paragraph], hyphens: Hyphens) -> tuple[TextBody, int]:
    """The text with its blocks and pages, and how many hyphens at line ends were taken out."""
    rows: list[str] = []
    blocks: list[Block] = []
    pages: list[PageBreak] = []
    start = removed = 0
    outdents = _outdents(paragraphs)
    for paragraph, outdent in zip(paragraphs, outdents, strict=True):
        row, breaks, dropped = _row(paragraph, hyphens, outdent)
        pages += [PageBreak(start + offset, label) for offset, label in breaks]
        blocks.append(Block(start, start + len(row), paragraph.kind, paragraph.level))
        rows.append(row)
        start += len(row) + 1
        removed += dropped
    return TextBody("\n".join(rows), tuple(blocks), tuple(pages)), removed


def _row(
    paragraph: Paragraph, hyphens: Hyphens, outdent: int
) -> tuple[str, list[tuple[int, str]], int]:
    """One paragraph as one line, where in it pages begin, and the hyphens dropped."""
    breaks: list[tuple[int, str]] = []
    first = paragraph.lines[0]
    if first.page is not None:
        breaks.append((0, first.page))
    if paragraph.kind == "preformatted":
        return first.laid_out[outdent:], breaks, 0
    if paragraph.kind == "verse":
        return " " * (first.indent - outdent) + _SPACES.sub(" ", first.text), breaks, 0
    pieces = [_SPACES.sub(" ", first.text)]
    length, dropped, above = len(pieces[0]), 0, pieces[0]
    for line in paragraph.lines[1:]:
        text = _SPACES.sub(" ", line.text)
        if breaks_word(above, text):
            if not hyphens.keeps(above, text):
                pieces[-1] = pieces[-1][:-1]
                length -= 1
                dropped += 1
        elif not closes_up(above, text):
            pieces.append(" ")
            length += 1
        if line.page is not None:
            breaks.append((length, line.page))
        pieces.append(text)
        length += len(text)
        above = text
    return "".join(pieces), breaks, dropped


def _outdents(paragraphs: Sequence[Paragraph]) -> list[int]:
    """For each row of verse or a table the indent that its whole group shares, to be cut off."""
    outdents = [0] * len(paragraphs)
    place = 0
    while place < len(paragraphs):
        end = place + 1
        kind = paragraphs[place].kind
        while end < len(paragraphs) and paragraphs[end].kind == kind:
            end += 1
        if kind in ("verse", "preformatted"):
            least = min(paragraph.lines[0].indent for paragraph in paragraphs[place:end])
            outdents[place:end] = [least] * (end - place)
        place = end
    return outdents
