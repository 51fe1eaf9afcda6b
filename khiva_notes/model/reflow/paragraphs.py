"""Stretches of lines cut into paragraphs, and paragraphs joined that a page's end had cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from khiva_notes.model.reflow.lines import Line
from khiva_notes.model.reflow.markers import is_item, is_rule, may_be_heading, wants_more
from khiva_notes.model.reflow.measure import Metric, line_width, room_left, typed
from khiva_notes.model.reflow.signs import (
    breaks_word,
    ends_clause,
    ends_quotation,
    ends_sentence,
    goes_on,
    opening,
)
from khiva_notes.model.reflow.stretches import Stretch
from khiva_notes.model.texts import BlockKind

_INDENTED_QUOTATION = 3
_PAGE_WIDE = 60
_FAR_IN = 8
_FEWEST_SET_OFF = 3


@dataclass(slots=True)
class Paragraph:
    """Lines that make one paragraph, and the column they were set in (0 where none was)."""

    lines: list[Line]
    kind: BlockKind = "paragraph"
    level: int = 0
    column: float = 0.0
    metric: Metric = typed
    indented: bool = field(default=False)


def cut_paragraphs(stretches: Sequence[Stretch]) -> list[Paragraph]:
    """The paragraphs of all stretches, those joined that a blank, a number or a page had parted."""
    paragraphs: list[Paragraph] = []
    set_off = _are_set_off(stretches)
    for stretch in stretches:
        fresh = list(_of_stretch(stretch, set_off=set_off))
        if paragraphs and fresh and _joins(paragraphs[-1], fresh[0]):
            paragraphs[-1].lines += fresh[0].lines
            paragraphs[-1].column = fresh[0].column or paragraphs[-1].column
            fresh = fresh[1:]
        paragraphs += fresh
    return paragraphs


def _are_set_off(stretches: Sequence[Stretch]) -> bool:
    """Whether the text sets its paragraphs apart by blank lines, so that few can end elsewhere."""
    all_prose = [stretch.lines for stretch in stretches if stretch.shape == "prose"]
    prose = [lines for lines in all_prose if len(lines) > 1 and lines[0].gap > lines[1].gap]
    ended = sum(ends_sentence(lines[-1].text) for lines in prose)
    return len(prose) >= _FEWEST_SET_OFF and ended >= 0.85 * len(prose)


def _of_stretch(stretch: Stretch, *, set_off: bool) -> Iterator[Paragraph]:
    if stretch.shape == "prose":
        yield from _prose(stretch, set_off=set_off)
    elif stretch.shape == "verse":
        yield from (Paragraph([line], "verse") for line in stretch.lines)
    elif stretch.shape == "table":
        yield from (Paragraph([line], "preformatted") for line in stretch.lines)
    elif stretch.shape == "heading":
        yield Paragraph(list(stretch.lines), "heading", 1)
    else:
        yield from _separate_lines(stretch.lines)


def _separate_lines(lines: Sequence[Line]) -> Iterator[Paragraph]:
    """Each line for itself, but an item's own indented lines, which go on with it."""
    current: Paragraph | None = None
    for line in lines:
        if current and current.kind == "list-item" and not is_item(line.text):
            hangs = line.indent > current.lines[0].indent
            if hangs and (goes_on(line.text) or not ends_sentence(current.lines[-1].text)):
                current.lines.append(line)
                continue
        if current:
            yield current
        current = Paragraph([line], "list-item" if is_item(line.text) else "paragraph")
    if current:
        yield current


def _prose(stretch: Stretch, *, set_off: bool) -> Iterator[Paragraph]:
    judge = _Junctions(stretch, set_off=set_off)
    paragraph = _begin(stretch, 0, after_break=True)
    for place in range(1, len(stretch.lines)):
        line = stretch.lines[place]
        if judge.parts(place - 1):
            yield paragraph
            paragraph = _begin(stretch, place, after_break=True)
        else:
            paragraph.lines.append(line)
            paragraph.column = stretch.columns[place]
    yield paragraph


def _begin(stretch: Stretch, place: int, *, after_break: bool) -> Paragraph:
    line = stretch.lines[place]
    is_list = after_break and is_item(line.text)
    indented = min(line.indent for line in stretch.lines) >= _INDENTED_QUOTATION
    return Paragraph(
        [line],
        "list-item" if is_list else "paragraph",
        column=stretch.columns[place],
        metric=stretch.metric,
        indented=indented and len(stretch.lines) > 1,
    )


class _Junctions:
    """Decides between each two lines of one stretch of prose whether a paragraph ends there."""

    def __init__(self, stretch: Stretch, *, set_off: bool) -> None:
        """Learn from the lines that surely run on how much room an ordinary line leaves."""
        self._stretch = stretch
        self._column = median(stretch.columns)
        lines, rooms = stretch.lines, stretch.rooms
        running = sorted(
            room
            for room, above, below in zip(rooms, lines, lines[1:], strict=False)
            if room < 0.25 * self._column and goes_on(below.text) and not ends_sentence(above.text)
        )
        usual = running[int(0.95 * (len(running) - 1))] if running else 0.0
        self._spare = max(usual, 0.0) + 0.5 + 0.01 * self._column
        self._even = usual <= 0.04 * self._column and not set_off
        self._short = max(self._spare, 0.15 * self._column) if set_off else self._spare
        self._lists = any(
            is_item(below.text) and room > self._spare
            for room, below in zip(rooms, lines[1:], strict=True)
        )
        indents = sorted(line.indent for line in lines[1:])
        self._indent = indents[len(indents) // 2] if indents else 0

    def parts(self, place: int) -> bool:
        """Whether the paragraph ends with the line at ``place``."""
        above, below = self._stretch.lines[place], self._stretch.lines[place + 1]
        room, column = self._stretch.rooms[place], self._column
        ended = ends_sentence(above.text)
        stopped = ended or ends_clause(above.text)
        if is_item(below.text) and (room > self._spare or (self._lists and stopped)):
            return True
        if breaks_word(above.text, below.text) or goes_on(below.text):
            return False
        if below.indent >= above.indent + _FAR_IN:
            return True
        if self._steps_in(below) and (stopped or room > self._spare):
            return True
        if ended:
            return room > self._short or self._looks_first(place + 1)
        if ends_clause(above.text) or ends_quotation(above.text):
            return room > max(self._spare, 0.12 * column)
        return room > 0.25 * column

    def _steps_in(self, line: Line) -> bool:
        """Whether the line's indent differs from the others': deeper, or less where all hang."""
        hanging = self._indent >= 2 and line.indent <= self._indent - 2
        return line.indent > self._indent or hanging

    def _looks_first(self, place: int) -> bool:
        """Whether a line is short because an indent, lost in copying, stood before it."""
        if not self._even or place >= len(self._stretch.rooms):
            return False
        room, line = self._stretch.rooms[place], self._stretch.lines[place]
        short = self._spare + 0.5 < room < 0.25 * self._column
        return short and not ends_sentence(line.text)


def _joins(above: Paragraph, below: Paragraph) -> bool:
    """Whether a sentence runs on from one stretch into the next, over blanks or a page's end."""
    last, first = above.lines[-1], below.lines[0]
    if above.kind not in ("paragraph", "list-item") or below.kind != "paragraph":
        return False
    if is_rule(first.text) or is_rule(last.text):
        return False
    column = above.column or below.column
    turned = first.page is not None
    if not column:
        long = min(len(last.text), len(first.text)) >= _PAGE_WIDE
        return turned and long and goes_on(first.text) and not ends_sentence(last.text)
    metric = above.metric if above.column else below.metric
    width = line_width(last, metric)
    room = room_left(last, first, column, metric)
    if breaks_word(last.text, first.text):
        return goes_on(first.text) or width >= 0.6 * column
    if goes_on(first.text):
        full = width >= 0.6 * column
        return full and (not ends_sentence(last.text) or room <= 0.06 * column)
    if ends_sentence(last.text):
        open_ended = turned or _inside_quotation(above)
        return room <= 0.0 and open_ended and not _seems_first(below)
    return _runs_over_a_page(above, below, room, column)


def _inside_quotation(paragraph: Paragraph) -> bool:
    text = " ".join(line.text for line in paragraph.lines)
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
