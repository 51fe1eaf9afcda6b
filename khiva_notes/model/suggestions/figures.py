"""Figures in running text that count something known: men, versts, roubles, years of age."""

from __future__ import annotations

import re
from collections.abc import Sequence

from khiva_notes.model.conflicts.figures import counted_thing
from khiva_notes.model.conflicts.figures.grammar import find_value
from khiva_notes.model.conflicts.figures.tokens import tokens

_WORD = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[;:.!?,()“”«»]")
_MOST_WORDS = 4
_LEAST = 2.0
_MONEY = "£$€₽"

Span = tuple[int, int]


def find_figures(text: str, taken: Sequence[Span]) -> list[Span]:
    """Return the spans of figures with what they count, leaving out those that overlap ``taken``.

    ``taken`` are spans of dates and citations, whose numbers count nothing.
    """
    found: list[Span] = []
    offset = 0
    for line in text.split("\n"):
        for start, end in _in_line(line):
            span = (offset + start, offset + end)
            if not any(a < span[1] and span[0] < b for a, b in taken):
                found.append(span)
        offset += len(line) + 1
    return found


def _in_line(line: str) -> list[Span]:
    pieces = tokens(line)
    found: list[Span] = []
    begin = 0
    while (value := find_value(pieces, begin)) is not None:
        begin = max(value.end, begin + 1)
        if value.value < _LEAST or (value.vague and value.scale < 100):
            continue
        end = pieces[value.end - 1].end
        unit_end = _unit_end(line, end)
        start = pieces[value.start].start
        priced = line[start - 1 : start] in _MONEY and start > 0
        if unit_end > end or value.scale > 1 or priced:
            found.append((start - priced, unit_end))
    return found


def _unit_end(line: str, end: int) -> int:
    """Return where the words that tell what is counted end; ``end`` if nothing known is."""
    stop = _STOP.search(line, end)
    limit = stop.start() if stop else len(line)
    words = list(_WORD.finditer(line, end, limit))[:_MOST_WORDS]
    for count, _ in enumerate(words, start=1):
        last = words[count - 1]
        if counted_thing(line[words[0].start() : last.end()]).unit is not None:
            return last.end()
    return end
