"""What helps to understand a date: the language of its text, and the last year told before it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from khiva_notes.model.dates import HistoricalDate, find_dates, from_jdn
from khiva_notes.store.store import Reader

_BEFORE = 6_000
"""Code points before a passage that are searched for the last year."""


@dataclass(frozen=True, slots=True)
class DateContext:
    """``year`` is astronomical, None if the text before the card's first passage tells none."""

    language: str = ""
    year: int | None = None


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
            text = data.texts.slice(first.version_id, max(0, first.start - _BEFORE), first.end)
    finally:
        reader.close()
    years = [_year(found.date) for found in find_dates(text, language=language)]
    return DateContext(language, next((y for y in reversed(years) if y is not None), None))


def _year(date: HistoricalDate) -> int | None:
    if not date.edtf or date.edtf.startswith("XXXX") or date.earliest is None:
        return None
    return from_jdn("gregorian", date.earliest)[0]
