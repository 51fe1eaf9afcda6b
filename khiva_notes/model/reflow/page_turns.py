"""Sentences that a blank line, a page number or a page's end has cut, put together again."""

from __future__ import annotations

from khiva_notes.model.reflow.markers import may_be_heading, wants_more
from khiva_notes.model.reflow.measure import line_width, room_left
from khiva_notes.model.reflow.parts import Paragraph
from khiva_notes.model.reflow.signs import (
    breaks_word,
    ends_clause,
    ends_quotation,
    ends_sentence,
    goes_on,
    is_rule,
    opening,
)

_PAGE_WIDE = 60
_QUOTATION_LINES = 60


def joins(above: Paragraph, below: Paragraph) -> bool:
    """Whether a sentence runs on from one stretch into the next, over blanks or a page's end."""
    last, first = above.lines[-1], below.lines[0]
    if above.kind not in ("paragraph", "list-item") or below.kind != "paragraph":
        return False
    if is_rule(first.text) or is_rule(last.text):
        return False
    measure = below if above.borrowed and below.column else above if above.column else below
    column, metric = measure.column, measure.metric
    turned = first.page is not None
    if not column:
        long = min(len(last.text), len(first.text)) >= _PAGE_WIDE
        return turned and long and goes_on(first.text) and not ends_sentence(last.text)
    width = line_width(last, metric)
    room = room_left(last, first, column, metric)
    if breaks_word(last.text, first.text):
        return goes_on(first.text) or width >= 0.6 * column
    if goes_on(first.text):
        full = width >= 0.6 * column
        return full and (not ends_sentence(last.text) or room <= 0.06 * column)
    if ends_sentence(last.text):
        if room > 0 or _seems_first(below):
            return False
        return turned or _inside_quotation(above)
    return _runs_over_a_page(above, below, room, column)


def _inside_quotation(paragraph: Paragraph) -> bool:
    text = " ".join(line.text for line in paragraph.lines[-_QUOTATION_LINES:])
    return text.count("“") > text.count("”") or text.count("«") > text.count("»")


def _seems_first(paragraph: Paragraph) -> bool:
    """Whether a paragraph's first line is short as if indented, or opens a quotation anew."""
    lines = paragraph.lines
    if lines[0].text[0] in '“«"':
        return True
    if len(lines) < 2 or not paragraph.column:
        return len(lines) < 2
    return room_left(lines[0], lines[1], paragraph.column, paragraph.metric) > 0.5


def _runs_over_a_page(above: Paragraph, below: Paragraph, room: float, column: float) -> bool:
    """For a next line that begins with a capital: the last was full, and its sentence is open."""
    last, first = above.lines[-1], below.lines[0]
    if ends_clause(last.text) or ends_quotation(last.text) or room > 0.06 * column:
        return False
    if opening(first.text) == "none" or first.indent > last.indent + 1:
        return False
    alone = len(above.lines) == 1
    if alone and may_be_heading(last) and not wants_more(last.text):
        return False
    return line_width(first, below.metric) >= 0.5 * column or ends_sentence(below.lines[-1].text)
