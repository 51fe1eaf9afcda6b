"""Where paragraphs end inside a stretch of wrapped prose that has no blank line to say so."""

from __future__ import annotations

from statistics import median

from khiva_notes.model.reflow.lines import Line
from khiva_notes.model.reflow.parts import Stretch
from khiva_notes.model.reflow.signs import (
    breaks_word,
    ends_clause,
    ends_quotation,
    ends_sentence,
    goes_on,
    is_item,
)

_FAR_IN = 8


class Junctions:
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
