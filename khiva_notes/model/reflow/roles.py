"""What each paragraph is among the others: heading, item and its depth, quotation, note."""

from __future__ import annotations

import re
from collections.abc import Sequence

from khiva_notes.model.reflow.markers import is_section_name, may_be_heading
from khiva_notes.model.reflow.parts import Paragraph
from khiva_notes.model.reflow.signs import ends_sentence, goes_on, is_item

_NOTE = re.compile(r"\[(?:Footnote|Note|Сноска|Примечание|Fußnote)\b", re.IGNORECASE)
_LONG_TEXT = 100
_STEP = 2


def assign_roles(paragraphs: Sequence[Paragraph]) -> None:
    """Set the kinds and levels that only the neighbours tell, in place."""
    _find_headings(paragraphs)
    _nest_items(paragraphs)
    _find_quotations(paragraphs)
    for paragraph in paragraphs:
        if paragraph.kind == "paragraph" and _NOTE.match(paragraph.lines[0].text):
            paragraph.kind = "note"


def _find_headings(paragraphs: Sequence[Paragraph]) -> None:
    """A short line alone is a heading when text follows it and a sentence or nothing precedes."""
    capitals = any(paragraph.kind == "heading" for paragraph in paragraphs)
    if len(paragraphs) > 2 and _is_title(paragraphs[0], paragraphs[1]):
        paragraphs[0].kind, paragraphs[0].level = "heading", 1
    for place, paragraph in enumerate(paragraphs[:-1]):
        if paragraph.kind not in ("paragraph", "list-item") or len(paragraph.lines) > 1:
            continue
        below = paragraphs[place + 1]
        above = paragraphs[place - 1] if place else None
        if not may_be_heading(paragraph.lines[0]) or not _is_text(below):
            continue
        set_off = above is None or paragraph.lines[0].gap > 0
        if set_off and (above is None or _is_closed(above)):
            known = is_section_name(paragraph.lines[0].text)
            paragraph.kind, paragraph.level = "heading", 2 if capitals and not known else 1


def _is_title(first: Paragraph, second: Paragraph) -> bool:
    """Whether a text begins with its title: one line, set off, a heading next."""
    if first.kind != "paragraph" or len(first.lines) > 1 or second.kind != "heading":
        return False
    return second.lines[0].gap > 0 and may_be_heading(first.lines[0])


def _is_text(paragraph: Paragraph) -> bool:
    """Whether the paragraph is running text, long enough for a heading to stand over."""
    if paragraph.kind != "paragraph" or not paragraph.lines[0].gap:
        return False
    return len(paragraph.lines) > 1 or len(paragraph.lines[0].text) >= _LONG_TEXT


def _is_closed(paragraph: Paragraph) -> bool:
    if paragraph.kind != "paragraph":
        return paragraph.kind in ("heading", "list-item", "quotation", "verse", "preformatted")
    return ends_sentence(paragraph.lines[-1].text)


def _nest_items(paragraphs: Sequence[Paragraph]) -> None:
    """Level 1 for the items of a list's least indent, one more for each step inwards."""
    indents: list[int] = []
    for paragraph in paragraphs:
        if paragraph.kind != "list-item":
            if goes_on(paragraph.lines[0].text):
                continue
            indents.clear()
            continue
        indent = paragraph.lines[0].indent if is_item(paragraph.lines[0].text) else 0
        while indents and indent < indents[-1]:
            indents.pop()
        if not indents or indent >= indents[-1] + _STEP:
            indents.append(indent)
        paragraph.level = len(indents)


def _find_quotations(paragraphs: Sequence[Paragraph]) -> None:
    """Prose indented as a whole is a quotation where the body of the text is not indented."""
    prose = [p for p in paragraphs if p.kind == "paragraph" and p.column and not p.borrowed]
    indented = [p for p in prose if p.indented]
    if len(indented) * 2 > len(prose):
        return
    for paragraph in indented:
        paragraph.kind = "quotation"
