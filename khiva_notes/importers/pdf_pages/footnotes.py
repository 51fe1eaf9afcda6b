"""Notes at the foot of a column: small print that begins with a number or a sign."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from khiva_notes.importers.building import superior
from khiva_notes.importers.pdf_pages.lines import Line

_SMALL = 0.94
_RAISED = re.compile(r"([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})\s*(?=\S)")
_FIGURES = re.compile(r"\[?(\d{1,4})[\].)]?\s+(?=\S)")
_SIGN = re.compile(r"([*†‡§]{1,3})\s*(?=\S)")
_BACK = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(slots=True)
class Note:
    """A note's lines; ``mark`` is "" for the rest of one that began on an earlier page."""

    mark: str
    lines: list[Line]


def take_out_notes(
    columns: Sequence[list[Line]], body_size: float, last_number: int
) -> tuple[list[list[Line]], list[Note]]:
    """Part each column of one page from the notes at its foot.

    ``last_number`` is that of the last note on an earlier page, 0 if there was none: only then can
    small print without a mark be a note's continuation.
    """
    kept: list[list[Line]] = []
    notes: list[Note] = []
    for column in columns:
        start = len(column)
        while start and column[start - 1].size <= _SMALL * body_size:
            start -= 1
        found = _notes(column[start:], last_number)
        if not found or not (found[0].mark or last_number):
            kept.append(column)
            continue
        kept.append(column[:start])
        notes += found
        last_number = max([last_number, *(_value(note.mark) for note in found)])
    return kept, notes


def last_number(notes: Sequence[Note], before: int) -> int:
    """The number of the last of these notes, ``before`` if none has one."""
    values = [value for note in notes if (value := _value(note.mark))]
    return values[-1] if values else before


def _notes(lines: Sequence[Line], last: int) -> list[Note]:
    notes: list[Note] = []
    for line in lines:
        mark, length = _mark(line.text, last, first=not notes)
        if mark:
            line = _without(line, length)
            notes.append(Note(mark, [line]))
            last = _value(mark) or last
        elif notes:
            notes[-1].lines.append(line)
        else:
            notes.append(Note("", [line]))
    if notes and not notes[0].mark and len(notes) == 1 and not last:
        return []
    return notes


def _mark(text: str, last: int, *, first: bool) -> tuple[str, int]:
    """The mark with which a line begins a note, and how long it is; "" if it begins none."""
    if match := _RAISED.match(text):
        return match[1], match.end()
    if match := _FIGURES.match(text):
        value = int(match[1])
        if value == last + 1 or value == 1 or (first and last < value <= last + 20):
            return superior(match[1]), match.end()
    if match := _SIGN.match(text):
        return match[1], match.end()
    return "", 0


def _value(mark: str) -> int:
    plain = mark.translate(_BACK)
    return int(plain) if plain.isdigit() else 0


def _without(line: Line, length: int) -> Line:
    return replace(line, text=line.text[length:])
