"""A diary's days: `27th` at the head of a paragraph, the month and year in a heading above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from khiva_notes.model.dates.historical import FoundDate
from khiva_notes.model.dates.reader import read_phrase

_DAY = re.compile(
    r"^\d{1,2}(?:st|nd|rd|th|-?го)(?=[ \u00a0]*[.,:(—–-])",
    re.MULTILINE,
)
_LONGEST_MONTH = 31


def with_entries(
    text: str, dates: Sequence[FoundDate], language: str, country: str
) -> list[FoundDate]:
    """Add the days that stand at the heads of paragraphs, read with the month that heads them.

    A month heads what follows if it is all that its line says. Without one above it, a bare
    ordinal is no date.
    """
    out: list[FoundDate] = []
    waiting = list(reversed(dates))
    heading = ""
    months = [found for found in dates if _is_month(found) and _is_line(text, found)]
    if not months:
        return list(dates)
    for match in _DAY.finditer(text, months[0].end):
        while waiting and waiting[-1].start < match.end():
            found = waiting.pop()
            out.append(found)
            if _is_line(text, found):
                heading = found.date.original if _is_month(found) else ""
        if out and out[-1].end > match.start():
            continue
        date = read_phrase(f"{match[0]} {heading}", language=language, country=country)
        if heading and date.edtf:
            note = f"Month and year are taken from “{heading}” above it. {date.note}".strip()
            out.append(
                FoundDate(
                    match.start(),
                    match.end(),
                    replace(date, original=match[0], inferred=True, note=note),
                )
            )
    return out + waiting[::-1]


def _is_line(text: str, found: FoundDate) -> bool:
    """Say whether a date is all that its line says."""
    before = text.rfind("\n", 0, found.start) + 1
    after = text.find("\n", found.end)
    line = text[before : after if after >= 0 else len(text)]
    return line.strip(" .,:") == text[found.start : found.end]


def _is_month(found: FoundDate) -> bool:
    first, last = found.date.earliest, found.date.latest
    return first is not None and last is not None and 27 <= last - first < _LONGEST_MONTH
