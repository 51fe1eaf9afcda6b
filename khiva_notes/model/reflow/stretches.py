"""Runs of lines that belong together by their spacing, double spacing included."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from khiva_notes.model.reflow.headings import stand_alone
from khiva_notes.model.reflow.lines import Line
from khiva_notes.model.reflow.measure import LONGEST_WRAPPED_LINE, column_widths, room_left, typed
from khiva_notes.model.reflow.parts import Stretch
from khiva_notes.model.reflow.shapes import judge, runs_on, settle
from khiva_notes.model.reflow.signs import ends_sentence, goes_on, is_rule

_FEWEST_DOUBLE_SPACED = 3


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
    return settle(judged)


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
    on = sum(runs_on(above, below) and not ends_sentence(above.text) for above, below in pairs)
    return on * 3 >= len(pairs)
