"""Whether lines that stand together were wrapped by a machine, or broken by their writer."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from khiva_notes.model.reflow.lines import Line
from khiva_notes.model.reflow.markers import is_row, wants_more
from khiva_notes.model.reflow.measure import (
    Metric,
    column_widths,
    line_width,
    printed,
    room_left,
    typed,
)
from khiva_notes.model.reflow.parts import Shape, Stretch
from khiva_notes.model.reflow.signs import (
    breaks_word,
    ends_sentence,
    ends_with_punctuation,
    goes_on,
    is_item,
    opening,
)

NARROWEST_COLUMN = 26
"""Characters; a narrower column is a list, a verse or a table's, never running text."""


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
    inside = [place for place in over if not is_item(below[place].text)]
    if not inside:
        return "lines" if over else "unclear"
    full = sum(stretch.rooms[place] <= 0.5 for place in inside) / len(inside)
    nearly = sum(stretch.rooms[place] <= 0.2 * column for place in inside) / len(inside)
    lower = sum(runs_on(stretch.lines[place], below[place]) for place in inside) / len(inside)
    if len(over) < 0.4 * len(below) and len(below) >= 4:
        return "unclear" if full >= 0.95 else _by_intent(stretch.lines)
    if (lower >= 0.5 and nearly >= 0.8) or (full >= 0.85 and lower >= 0.25):
        return "prose"
    cased = any(char.islower() for line in below for char in line.text)
    if full >= 0.95 and (len(inside) >= 6 and lower >= 0.1 if cased else len(inside) >= 2):
        return "prose"
    if full >= 0.95:
        return "unclear"
    return _by_intent(stretch.lines)


def runs_on(above: Line, below: Line) -> bool:
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


def settle(stretches: list[Stretch]) -> list[Stretch]:
    """Judge the unclear by the nearest prose: they are prose when they fill the same column.

    Single lines get that column too, should a sentence run on from one into the next.
    """
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
        elif stretch.shape == "single" and (model := found[place] or nearest):
            stretches[place] = _in_column(stretch, model)
    return stretches


def _in_column(single: Stretch, model: Stretch) -> Stretch:
    column = median(model.columns)
    if line_width(single.lines[0], model.metric) > 1.05 * column:
        return single
    return Stretch(single.lines, "single", model.metric, (column,))


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
