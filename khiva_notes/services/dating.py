"""What helps to understand a date: the language of its text, and the last year told before it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from khiva_notes.model.dates import HistoricalDate, find_dates, from_jdn
from khiva_notes.store.repositories import Repositories
from khiva_notes.store.store import Reader

_BEFORE = 6_000
"""Code points before a passage that are searched for the last year."""


@dataclass(frozen=True, slots=True)
class DateContext:
    """``year`` is astronomical, None if the text before the card's first passage tells none.

    ``date`` is the last one told before the passage's own words, from which "the next day" counts.
    """

    language: str = ""
    year: int | None = None
    date: HistoricalDate | None = None


def date_in(data: Repositories, version_id: int, start: int, end: int) -> HistoricalDate | None:
    """Read the first date in a span of a text, with what the text tells before it; None for none.

    Words that place a day by another one, which the text before does not tell, come back unread.
    """
    first = max(0, start - _BEFORE)
    text = data.texts.slice(version_id, first, end)
    language = data.texts.info(version_id).language
    for found in find_dates(text, language=language, unread_too=True):
        if first + found.start >= start:
            return found.date
    return None


def read_date_context(path: Path, item_id: int) -> DateContext:
    """Read it through a connection of its own, on whatever thread."""
    reader = Reader(path)
    try:
        with reader.moment() as data:
            passages = [p for p in data.passages.of(item_id) if p.status != "orphan"]
            if not passages:
                return DateContext()
            first = passages[0]
            language = data.texts.info(first.version_id).language
            begin = max(0, first.start - _BEFORE)
            text = data.texts.slice(first.version_id, begin, first.end)
    finally:
        reader.close()
    dates = find_dates(text, language=language)
    years = [_year(found.date) for found in dates]
    before = [found.date for found in dates if begin + found.start < first.start]
    return DateContext(
        language,
        next((year for year in reversed(years) if year is not None), None),
        before[-1] if before else None,
    )


def _year(date: HistoricalDate) -> int | None:
    if not date.edtf or date.edtf.startswith("XXXX") or date.earliest is None:
        return None
    return from_jdn("gregorian", date.earliest)[0]
