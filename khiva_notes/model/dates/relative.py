"""Days told by another day: `the next day`, `two weeks earlier`, «через два дня».

They are reckoned from the date that stands before them in the text, and are inferred until a reader
confirms them. Where that date is too coarse, or the words speak of another day (`two days after
the battle`), nothing is reckoned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from khiva_notes.model.dates import relative_en, relative_ru
from khiva_notes.model.dates.calendars import from_jdn
from khiva_notes.model.dates.historical import FoundDate, HistoricalDate, from_edtf, unread

_REACH = 3_000  # code points; a day told longer ago is not what "the next day" follows
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_LONGEST = 400  # units; more is no reckoning but a figure of speech
_MONTHS_A_YEAR = 12
NO_ANCHOR = "Relative to another date."


@dataclass(frozen=True, slots=True)
class Step:
    """Where a phrase stands and what it says: so many units on (or back, below zero)."""

    start: int
    end: int
    count: int
    unit: str


def with_relative(
    text: str, dates: Sequence[FoundDate], *, unread_too: bool = False
) -> list[FoundDate]:
    """Add to the dates found in a text those told by them, in order; each may tell the next.

    What cannot be reckoned is left out, or stands among them without a reading if ``unread_too``.
    """
    out: list[FoundDate] = []
    waiting = list(reversed(dates))
    anchor: FoundDate | None = None
    for step in steps(text):
        while waiting and waiting[-1].start < step.end:
            found = waiting.pop()
            out.append(found)
            anchor = found if _leads(text, found) else anchor
        if out and out[-1].end > step.start:
            continue
        words = text[step.start : step.end]
        near = anchor is not None and step.start - anchor.end <= _REACH
        date = reckoned(words, step, anchor.date) if anchor is not None and near else None
        if date is not None:
            anchor = FoundDate(step.start, step.end, date)
            out.append(anchor)
        elif unread_too:
            out.append(FoundDate(step.start, step.end, unread(words, NO_ANCHOR)))
    return out + waiting[::-1]


def steps(text: str) -> Iterator[Step]:
    """Find the phrases, English and Russian, in reading order and without overlap."""
    found = sorted(
        (step for language in (relative_en, relative_ru) for step in _steps_in(text, language)),
        key=lambda step: (step.start, -step.end),
    )
    end = 0
    for step in found:
        if step.start >= end:
            yield step
            end = step.end


def read_step(words: str) -> Step | None:
    """Read a whole phrase as typed, None if it is no such phrase or is more than one."""
    plain = words.strip(" \t\r\n\u00a0.,;:“”«»\"'")
    found = next(steps(plain), None)
    if found is None or found.end != len(plain):
        return None
    return found if plain[: found.start].lower().strip() in ("", "on", "by", "в", "на") else None


def reckoned(words: str, step: Step, anchor: HistoricalDate) -> HistoricalDate | None:
    """Reckon a date from another, None if that is too coarse for it.

    Days are exact; weeks, months and years, told so, are rounded by those who tell them, and so
    the day, month or year reckoned is an approximate one.
    """
    if anchor.earliest is None or anchor.latest is None or set("~%?[{") & set(anchor.edtf):
        return None
    if step.unit in _DAYS:
        if anchor.earliest != anchor.latest:
            return None
        day = from_jdn("gregorian", anchor.earliest + step.count * _DAYS[step.unit])
        edtf = "{:04}-{:02}-{:02}".format(*day) + "~" * (step.unit != "day")
    else:
        first, last = (from_jdn("gregorian", day) for day in (anchor.earliest, anchor.latest))
        coarse = first[0] != last[0] or (step.unit.startswith("month") and first[1] != last[1])
        if coarse or anchor.calendar == "hijri":
            return None
        edtf = _later(first[0], first[1], step)
    if edtf.startswith("-"):
        return None
    note = "Reckoned from “{}” before it.".format(" ".join(anchor.original.split()))
    return from_edtf(edtf, original=words, calendar=anchor.calendar, inferred=True, note=note)


def _later(year: int, month: int, step: Step) -> str:
    """Give a year or month so many units on; `a year later` is rounded, `the next year` is not."""
    rounded = "~" * (abs(step.count) > 1 or step.unit.endswith("s"))
    if step.unit.startswith("year"):
        return f"{year + step.count:04}{rounded}"
    months = year * _MONTHS_A_YEAR + month - 1 + step.count
    return f"{months // _MONTHS_A_YEAR:04}-{months % _MONTHS_A_YEAR + 1:02}{rounded}"


def _steps_in(text: str, language: relative_en.Language) -> Iterator[Step]:
    for match in language.PATTERN.finditer(text):
        read = language.read(match)
        if read is not None and abs(read[0]) <= _LONGEST:
            yield Step(match.start(), match.end(), *read)


def _leads(text: str, found: FoundDate) -> bool:
    """Say whether a date carries the story on; life dates and the like in brackets do not."""
    return text[found.start - 1 : found.start] != "(" or found.date.earliest == found.date.latest
