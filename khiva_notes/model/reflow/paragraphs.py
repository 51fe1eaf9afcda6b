"""Stretches of lines cut into paragraphs, each with the kind that its own look gives it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khiva_notes.model.reflow.junctions import Junctions
from khiva_notes.model.reflow.lines import Line
from khiva_notes.model.reflow.page_turns import joins
from khiva_notes.model.reflow.parts import Paragraph, Stretch
from khiva_notes.model.reflow.signs import ends_sentence, goes_on, is_item

_INDENTED_QUOTATION = 3
_FEWEST_SET_OFF = 3


def cut_paragraphs(stretches: Sequence[Stretch]) -> list[Paragraph]:
    """The paragraphs of all stretches, those joined that a blank, a number or a page had parted."""
    paragraphs: list[Paragraph] = []
    set_off = _are_set_off(stretches)
    for stretch in stretches:
        fresh = list(_of_stretch(stretch, set_off=set_off))
        if paragraphs and fresh and joins(paragraphs[-1], fresh[0]):
            paragraphs[-1].lines += fresh[0].lines
            if fresh[0].column and not fresh[0].borrowed:
                paragraphs[-1].column, paragraphs[-1].metric = fresh[0].column, fresh[0].metric
                paragraphs[-1].borrowed = False
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
        for paragraph in _separate_lines(stretch.lines):
            if stretch.shape == "single" and stretch.columns:
                paragraph.column, paragraph.metric = stretch.columns[0], stretch.metric
                paragraph.borrowed = True
            yield paragraph


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
    judge = Junctions(stretch, set_off=set_off)
    paragraph = _begin(stretch, 0)
    for place in range(1, len(stretch.lines)):
        line = stretch.lines[place]
        if judge.parts(place - 1):
            yield paragraph
            paragraph = _begin(stretch, place)
        else:
            paragraph.lines.append(line)
            paragraph.column = stretch.columns[place]
    yield paragraph


def _begin(stretch: Stretch, place: int) -> Paragraph:
    line = stretch.lines[place]
    indented = min(line.indent for line in stretch.lines) >= _INDENTED_QUOTATION
    return Paragraph(
        [line],
        "list-item" if is_item(line.text) else "paragraph",
        column=stretch.columns[place],
        metric=stretch.metric,
        indented=indented and len(stretch.lines) > 1,
    )
