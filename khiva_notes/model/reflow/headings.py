"""Lines that are headings whatever surrounds them: in capitals, or naming a part of the text."""

from __future__ import annotations

from collections.abc import Sequence

from khiva_notes.model.reflow.lines import Line
from khiva_notes.model.reflow.markers import is_capitals, is_section_name, names_a_part, wants_more
from khiva_notes.model.reflow.signs import ends_sentence, goes_on

_MOST_IN_A_ROW = 3
_LONGEST_BETWEEN_LINES = 20


def stand_alone(lines: Sequence[Line]) -> frozenset[int]:
    """Places of lines that are headings for certain; a whole passage in capitals has none."""
    candidates = [_is_candidate(lines, place) for place in range(len(lines))]
    found: set[int] = set()
    place = 0
    while place < len(lines):
        if not candidates[place]:
            place += 1
            continue
        end = place
        while end < len(lines) and candidates[end]:
            end += 1
        if end - place <= _MOST_IN_A_ROW and _fits_between(lines, place, end):
            found.update(range(place, end))
        place = end
    return frozenset(found)


def _is_candidate(lines: Sequence[Line], place: int) -> bool:
    text = lines[place].text
    if is_capitals(text) or is_section_name(text):
        return True
    if not names_a_part(text):
        return False
    apart = (not place or lines[place].gap) and (place + 1 == len(lines) or lines[place + 1].gap)
    return bool(apart) or (2 < len(text) <= _LONGEST_BETWEEN_LINES and not ends_sentence(text))


def _fits_between(lines: Sequence[Line], first: int, end: int) -> bool:
    """Whether a heading can stand here: after a sentence's end or a blank, before a beginning."""
    closed = not first or ends_sentence(lines[first - 1].text)
    if end < len(lines) and goes_on(lines[end].text) and not (closed and lines[end].gap):
        return False
    if closed:
        return True
    above, heading = lines[first - 1].text, lines[first].text
    if wants_more(above) or heading.endswith("."):
        return False
    return lines[first].gap > 0 or (is_capitals(heading) and is_section_name(heading))
