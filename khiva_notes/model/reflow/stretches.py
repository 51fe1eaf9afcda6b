"""Runs of lines that belong together by their spacing, and whether a machine wrapped them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Literal

from khiva_notes.model.reflow.headings import stand_alone
from khiva_notes.model.reflow.lines import Line
from khiva_notes.model.reflow.markers import is_item, is_row, is_rule, wants_more
from khiva_notes.model.reflow.measure import (
    LONGEST_WRAPPED_LINE,
    Metric,
    column_widths,
    line_width,
    printed,
    room_left,
    typed,
)
from khiva_notes.model.reflow.signs import (
    breaks_word,
    ends_sentence,
    ends_with_punctuation,
    goes_on,
    opening,
)

Shape = Literal["prose", "lines", "verse", "table", "heading", "single", "unclear"]

NARROWEST_COLUMN = 26
"""Characters; a narrower column is a list, a verse or a table's, never running text."""

_FEWEST_DOUBLE_SPACED = 3


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines that belong together, what they are, and for prose the column they were set in.

    ``rooms`` is the room left on each line but the last, ``columns`` the column's width at each.
    """

    lines: tuple[Line, ...]
    shape: Shape
    metric: Metric = typed
    columns: tuple[float, ...] = ()
    rooms: tuple[float, ...] = ()


def cut_stretches(lines: Sequence[Line]) -> list[Stretch]:
    """All lines in order as stretches; the unclear are judged by their neighbours."""
    headings = stand_alone(lines)
    judged: list[Stretch] = []
    singles: list[Line] = []

    def close_singles() -> None:
        judged.extend(_double_spaced(singles))
        singles.clear()

    for run, is_heading in _runs(lines, headings):
        if is_heading:
            close_singles()
            judged.append(Stretch(run, "heading"))
        elif len(run) == 1 and len(run[0].text) <= LONGEST_WRAPPED_LINE:
            if len(singles) > 1 and run[0].gap != singles[-1].gap:
                close_singles()
            singles.append(run[0])
        else:
            close_singles()
            judged.append(judge(run))
    close_singles()
    return _settle(judged)


def _runs(
    lines: Sequence[Line], headings: frozenset[int]
) -> Iterator[tuple[tuple[Line, ...], bool]]:
    """Lines without a blank between them; headings, rules and overlong lines run with none."""
    run: list[Line] = []
    alone = is_heading = False
    for place, line in enumerate(lines):
        heading = place in headings
        apart = heading or len(line.text) > LONGEST_WRAPPED_LINE or is_rule(line.text)
        if run and (line.gap or apart or alone):
            yield tuple(run), is_heading
            run = []
        run.append(line)
        alone, is_heading = apart, heading
    if run:
        yield tuple(run), is_heading


def _double_spaced(singles: Sequence[Line]) -> list[Stretch]:
    """Lines each set off by the same blank: wrapped prose if they read so, else each by itself."""
    verdicts = [
        judge(segment) if len(segment) >= _FEWEST_DOUBLE_SPACED else Stretch(segment, "lines")
        for segment in _full_segments(singles)
    ]
    wrapped = {
        place
        for place, verdict in enumerate(verdicts)
        if verdict.shape == "prose" and _mostly_runs_on(verdict.lines)
    }
    parts: list[Stretch] = []
    for place, verdict in enumerate(verdicts):
        if place in wrapped or (wrapped and verdict.shape == "unclear"):
            parts.append(verdict)
        else:
            parts += [Stretch((line,), "single") for line in verdict.lines]
    return parts


def _full_segments(singles: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """Cut before each line that could not follow from the one above, so titles stay outside."""
    if not singles:
        return
    columns = column_widths([typed(line.text) for line in singles])
    segment = [singles[0]]
    for place, below in enumerate(singles[1:]):
        above = singles[place]
        room = room_left(above, below, columns[place], typed)
        if not goes_on(below.text) and room > 0.3 * columns[place]:
            yield tuple(segment)
            segment = []
        segment.append(below)
    yield tuple(segment)


def _mostly_runs_on(lines: Sequence[Line]) -> bool:
    pairs = list(pairwise(lines))
    on = sum(_runs_on(above, below) and not ends_sentence(above.text) for above, below in pairs)
    return on * 3 >= len(pairs)


def judge(lines: tuple[Line, ...]) -> Stretch:
    """Tell from the lines alone whether they are wrapped prose, lines by intent, or a table."""
    if len(lines) == 1:
        return Stretch(lines, "single")
    if sum(is_row(line.text) for line in lines) * 2 >= len(lines):
        return Stretch(lines, "table")
    runs_over = [not ends_sentence(line.text) for line in lines[:-1]]
    best = min(
        (measured(lines, metric) for metric in (typed, printed)),
        key=lambda stretch: sum(
            room > 0.5 for room, over in zip(stretch.rooms, runs_over, strict=True) if over
        ),
    )
    return Stretch(lines, _shape(best, runs_over), best.metric, best.columns, best.rooms)


def measured(
    lines: tuple[Line, ...], metric: Metric, column: float = 0.0, shape: Shape = "prose"
) -> Stretch:
    """The lines with their columns and rooms under one metric, the column given or not."""
    widths = [line_width(line, metric) for line in lines]
    columns = [column] * len(lines) if column else column_widths(widths)
    rooms = tuple(
        room_left(above, below, width, metric)
        for above, below, width in zip(lines, lines[1:], columns, strict=False)
    )
    return Stretch(lines, shape, metric, tuple(columns), rooms)


def _shape(stretch: Stretch, runs_over: list[bool]) -> Shape:
    column = median(stretch.columns)
    below = stretch.lines[1:]
    over = [place for place, runs in enumerate(runs_over) if runs]
    if column < NARROWEST_COLUMN:
        return _by_intent(stretch.lines)
    if not over:
        return "unclear"
    inside = [place for place in over if not is_item(below[place].text)] or over
    full = sum(stretch.rooms[place] <= 0.5 for place in inside) / len(inside)
    nearly = sum(stretch.rooms[place] <= 0.2 * column for place in inside) / len(inside)
    lower = sum(_runs_on(stretch.lines[place], below[place]) for place in inside) / len(inside)
    if (lower >= 0.5 and nearly >= 0.8) or (full >= 0.85 and lower >= 0.25):
        return "prose"
    cased = any(char.islower() for line in below for char in line.text)
    if full >= 0.95 and len(inside) >= (6 if cased else 3):
        return "prose"
    if full >= 0.95:
        return "unclear"
    return _by_intent(stretch.lines)


def _runs_on(above: Line, below: Line) -> bool:
    """Whether a phrase plainly goes on from one line to the next."""
    return goes_on(below.text) or wants_more(above.text) or breaks_word(above.text, below.text)


def _by_intent(lines: Sequence[Line]) -> Shape:
    """Verse, if most lines begin with a capital and end with punctuation, else plain lines."""
    capital = sum(opening(line.text) == "upper" for line in lines)
    punctuated = sum(ends_with_punctuation(line.text) for line in lines)
    open_ends = sum(not ends_sentence(line.text) for line in lines)
    items = sum(is_item(line.text) for line in lines)
    lengths = [len(line.text) for line in lines]
    couplet = len(lines) == 2 and min(lengths) >= max(20, 0.6 * max(lengths))
    if (
        (len(lines) > 2 or couplet)
        and items * 3 < len(lines)
        and capital >= 0.7 * len(lines)
        and punctuated >= 0.3 * len(lines)
        and open_ends >= 0.3 * len(lines)
        and max(lengths) <= 80
    ):
        return "verse"
    return "lines"


def _settle(stretches: list[Stretch]) -> list[Stretch]:
    """Judge the unclear by the nearest prose: they are prose when they fill the same column."""
    nearest: Stretch | None = None
    found: list[Stretch | None] = []
    for stretch in stretches:
        found.append(nearest)
        if stretch.shape == "prose":
            nearest = stretch
    nearest = None
    for place in range(len(stretches) - 1, -1, -1):
        stretch = stretches[place]
        if stretch.shape == "prose":
            nearest = stretch
        elif stretch.shape == "unclear":
            stretches[place] = _by_column(stretch, found[place], nearest)
    return stretches


def _by_column(stretch: Stretch, before: Stretch | None, after: Stretch | None) -> Stretch:
    for model in (before, after):
        if model is None:
            continue
        column = median(model.columns)
        again = measured(stretch.lines, model.metric, column)
        fits = all(line_width(line, model.metric) <= column * 1.05 for line in stretch.lines)
        if fits and all(room <= 0.06 * column for room in again.rooms):
            return again
    return Stretch(stretch.lines, _by_intent(stretch.lines))
