"""A line that is nothing but a page's number, and which of them are: chapters have numbers too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from khiva_notes.model.reflow.lines import Line
from khiva_notes.model.reflow.signs import breaks_word, ends_sentence, goes_on

_NUMBER = re.compile(
    r"(?P<lead>(?:page|p\.|pg\.?|seite|s\.|стр\.?|с\.|sayfa|bet)\s*)?(?P<frame>[-–—~\[(|]\s*)?"
    r"(?:(?P<digits>\d{1,4})|(?P<roman>[ivxlc]{1,7}))"
    r"(?:\s*[-–—~\])|])?(?P<total>\s*(?:of|/|von|из)\s*\d{1,4})?(?:\s*\|\s*page)?",
    re.IGNORECASE,
)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_NARROWEST_PROSE = 30


@dataclass(frozen=True, slots=True)
class PageNumber:
    """A number in digits or small Roman ones; ``marked`` when dashes or a word say what it is."""

    value: int
    label: str
    style: Literal["digits", "roman"]
    marked: bool = False

    @property
    def following(self) -> str:
        """The label of the page after this one."""
        return str(self.value + 1) if self.style == "digits" else _roman(self.value + 1)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line's place and the number on it; ``interrupts`` when a sentence runs on past it."""

    place: int
    number: PageNumber
    interrupts: bool


def page_number(text: str) -> PageNumber | None:
    """The page's number, if the line has nothing else: ``12``, ``- 12 -``, ``Page 12 of 30``."""
    if len(text) > 24 or not (match := _NUMBER.fullmatch(text)):
        return None
    marked = bool(
        match["lead"] or match["total"] or (match["frame"] and match["frame"][0] not in "[(")
    )
    if match["digits"]:
        return PageNumber(
            int(match["digits"]), match["digits"].lstrip("0") or "0", "digits", marked
        )
    label = match["roman"]
    value = _roman_value(label.lower())
    if label != label.lower() or _roman(value) != label:
        return None
    return PageNumber(value, label, "roman", marked)


def stray_numbers(lines: Sequence[Line]) -> tuple[Candidate, ...]:
    """The lines that are page numbers although no form feed says where a page ends.

    A number counts when it stands in the middle of a sentence, or belongs to a series rising by
    one or two of which at least a third do; so numbered chapters and years stay in the text.
    """
    accepted: list[Candidate] = []
    for series in _series(list(_candidates(lines))):
        interrupting = sum(candidate.interrupts for candidate in series)
        marked = sum(candidate.number.marked for candidate in series)
        if len(series) == 1:
            sure = bool(interrupting) and _stands_apart(lines, series[0].place)
        else:
            sure = interrupting * 3 >= len(series) or marked == len(series)
        if sure:
            accepted += series
    return tuple(accepted)


def _candidates(lines: Sequence[Line]) -> Iterator[Candidate]:
    for place, line in enumerate(lines):
        number = page_number(line.text)
        if number is None:
            continue
        interrupts = 0 < place < len(lines) - 1 and _runs_on(lines[place - 1], lines[place + 1])
        yield Candidate(place, number, interrupts)


def _runs_on(above: Line, below: Line) -> bool:
    if len(above.text) < _NARROWEST_PROSE:
        return False
    return goes_on(below.text) and (
        breaks_word(above.text, below.text) or not ends_sentence(above.text)
    )


def _stands_apart(lines: Sequence[Line], place: int) -> bool:
    return bool(lines[place].gap or (place + 1 < len(lines) and lines[place + 1].gap))


def _series(candidates: list[Candidate]) -> Iterator[list[Candidate]]:
    """Cut the candidates into series that rise by one or two, far enough apart for pages."""
    series: list[Candidate] = []
    for candidate in candidates:
        if series:
            last = series[-1]
            step = candidate.number.value - last.number.value
            same = candidate.number.style == last.number.style
            if not (same and step in (1, 2) and candidate.place - last.place > 2):
                yield series
                series = []
        series.append(candidate)
    if series:
        yield series


def _roman(value: int) -> str:
    parts = (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
    )
    text = ""
    for size, letters in (*parts, (1, "i")):
        text += letters * (value // size)
        value %= size
    return text


def _roman_value(text: str) -> int:
    values = [_ROMAN_VALUES[char] for char in text]
    return sum(
        -value if place + 1 < len(values) and values[place + 1] > value else value
        for place, value in enumerate(values)
    )
