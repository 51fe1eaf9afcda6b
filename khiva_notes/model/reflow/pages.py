"""Page numbers and running heads among the lines of a text: taken out, and kept as its page map."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from khiva_notes.model.reflow.lines import Line
from khiva_notes.model.reflow.page_numbers import Candidate, PageNumber, page_number, stray_numbers
from khiva_notes.model.reflow.signs import ends_sentence

_LONGEST_HEAD = 90
_FEWEST_REPEATS = 3
_NUMBER_BESIDE_HEAD = re.compile(r"^(?:(\d{1,4})\s+(?=\D)|.*\D\s(\d{1,4})$)")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The lines without what belongs to the page, and what was taken out, in order."""

    lines: tuple[Line, ...]
    page_numbers: tuple[str, ...] = ()
    running_heads: tuple[str, ...] = ()
    at_foot: bool = False
    """Whether the numbers were taken to stand at the foot of their pages on the look of them."""


def take_out_pages(lines: Sequence[Line]) -> Cleaned:
    """Recognise page numbers and running heads, by form feeds if there are any, else by context."""
    if any(line.page is not None for line in lines):
        return _by_form_feeds(lines)
    return _by_context(lines)


def _by_form_feeds(lines: Sequence[Line]) -> Cleaned:
    sheets = _sheets(lines)
    numbers = _sheet_numbers(sheets)
    heads = _running_heads(sheets, set(numbers.values()))
    labels = _labels(sheets, numbers, heads)
    taken = set(numbers.values()) | {line for group in heads for line in group}
    kept: list[Line] = []
    for sheet_number, sheet in enumerate(sheets):
        gap: int = 0
        first = True
        for line in sheet:
            gap += line.gap
            if id(line) in taken:
                continue
            page = labels[sheet_number] if first else None
            kept.append(replace(line, gap=gap, page=page))
            first, gap = False, 0
    by_id = {id(line): line.text for line in lines}
    return Cleaned(
        tuple(kept),
        tuple(by_id[numbers[sheet]] for sheet in sorted(numbers)),
        tuple(by_id[line] for group in heads for line in group),
    )


def _sheets(lines: Sequence[Line]) -> list[list[Line]]:
    sheets: list[list[Line]] = []
    for line in lines:
        if line.page is not None or not sheets:
            sheets.append([])
        sheets[-1].append(line)
    return sheets


def _sheet_numbers(sheets: list[list[Line]]) -> dict[int, int]:
    """For each sheet that bears its number at head or foot, that line's identity.

    The numbers must run with the sheets: those at the commonest distance from the sheet's own place
    count, so that a year alone on the last line of a page is no page number.
    """
    found: list[tuple[int, int, PageNumber]] = []
    for place, sheet in enumerate(sheets):
        edges = (sheet[-1], sheet[0]) if len(sheet) > 1 else (sheet[0],)
        found += [(place, id(line), n) for line in edges if (n := page_number(line.text))]
    distances = Counter((n.style, n.value - place) for place, _, n in found)
    chosen: dict[int, int] = {}
    for place, identity, number in found:
        distance = (number.style, number.value - place)
        repeated = distances[distance] > 1
        if place not in chosen and (repeated or number.marked or distance[1] in (0, 1)):
            chosen[place] = identity
    return chosen


def _running_heads(sheets: list[list[Line]], numbers: set[int]) -> list[list[int]]:
    """Groups of lines that repeat, numbers apart, at the head or foot of three pages or more."""
    groups: dict[tuple[bool, str], list[int]] = {}
    for place, sheet in enumerate(sheets):
        body = [line for line in sheet if id(line) not in numbers]
        if place == 0 or len(body) < 3:
            continue
        for at_head, line in ((True, body[0]), (False, body[-1])):
            key = re.sub(r"[\W\d_]+", " ", line.text).strip().casefold()
            if len(key) >= 3 and len(line.text) <= _LONGEST_HEAD and not ends_sentence(line.text):
                groups.setdefault((at_head, key), []).append(id(line))
    return [group for group in groups.values() if len(group) >= _FEWEST_REPEATS]


def _labels(sheets: list[list[Line]], numbers: dict[int, int], heads: list[list[int]]) -> list[str]:
    """Each sheet's printed number; a gap between two that fit is filled, and the first page's.

    (An article's first page mostly bears none.) Nothing else is guessed.
    """
    in_heads = {line for group in heads for line in group}
    labels = [""] * len(sheets)
    for place, sheet in enumerate(sheets):
        for line in (sheet[0], sheet[-1]):
            if numbers.get(place) == id(line) and (number := page_number(line.text)):
                labels[place] = number.label
            elif id(line) in in_heads and (beside := _NUMBER_BESIDE_HEAD.match(line.text)):
                labels[place] = labels[place] or beside[1] or beside[2]
    known = [place for place, label in enumerate(labels) if label.isdigit()]
    for left, right in pairwise(known):
        if int(labels[right]) - int(labels[left]) == right - left:
            for place in range(left + 1, right):
                labels[place] = str(int(labels[left]) + place - left)
    if len(known) > 1 and known[0] == 1 and int(labels[1]) > 1:
        labels[0] = str(int(labels[1]) - 1)
    return labels


def _by_context(lines: Sequence[Line]) -> Cleaned:
    strays = stray_numbers(lines)
    if not strays:
        return Cleaned(tuple(lines))
    at_foot = _stand_at_foot(lines, strays)
    kept = tuple(_without(lines, strays, at_foot=at_foot))
    return Cleaned(kept, tuple(lines[stray.place].text for stray in strays), at_foot=at_foot)


def _stand_at_foot(lines: Sequence[Line], strays: Sequence[Candidate]) -> bool:
    """Whether the numbers close their pages: the text's ends tell, else the blanks, else yes."""
    if strays[-1].place == len(lines) - 1:
        return True
    if strays[0].place == 0:
        return False
    votes = 0
    for stray in strays:
        above, below = lines[stray.place].gap, lines[stray.place + 1].gap
        votes += (below > above) - (above > below)
    return votes >= 0


def _without(
    lines: Sequence[Line], strays: Sequence[Candidate], *, at_foot: bool
) -> Iterator[Line]:
    """The lines between the numbers; each page's first line carries the page's label."""
    at = {stray.place: stray.number for stray in strays}
    label: str | None = None
    if at_foot and strays[0].number.value > 0:
        label = strays[0].number.label
    gap = 0
    for place, line in enumerate(lines):
        gap += line.gap
        number = at.get(place)
        if number is not None:
            gap += 1
            label = number.following if at_foot else number.label
            continue
        yield replace(line, gap=gap, page=label)
        gap, label = 0, None
