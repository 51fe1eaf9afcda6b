"""Dates in queries: ``date:1918-10``, ``date:1918..1920``, and "October 1918" typed plainly."""

from __future__ import annotations

import re
from dataclasses import dataclass

from khiva_notes.model.errors import UserError
from khiva_notes.search.query.tree import Days

_PLAIN_YEAR = re.compile(r"(?<![\w.:/-])1\d{3}(?![\w:/-]|\.\d)")
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class PlainDate:
    """A date that stands in a query as words: its span in code points, and its days."""

    start: int
    end: int
    days: Days


def on(value: str) -> Days | None:
    """Read ``1918-10``, ``1918..1920``, ``..1920``, ``1918..`` or words; None if it is no date."""
    first, dots, last = value.partition("..")
    if not dots or "[" in value or "/" in value:
        return _days(value)
    earliest = _days(first)
    latest = _days(last)
    if (first.strip() and earliest is None) or (last.strip() and latest is None):
        return None
    if earliest is None and latest is None:
        return None
    return Days(earliest.earliest if earliest else None, latest.latest if latest else None)


def before(value: str) -> Days | None:
    """Read ``before:``: days up to the one before the date begins."""
    days = _days(value)
    return Days(None, days.earliest - 1) if days and days.earliest is not None else None


def after(value: str) -> Days | None:
    """Read ``after:``: days from the one after the date ends."""
    days = _days(value)
    return Days(days.latest + 1, None) if days and days.latest is not None else None


def _days(value: str) -> Days | None:
    from khiva_notes.model.dates import from_edtf, read_phrase

    value = value.strip()
    if not value or len(value) > _LONGEST:
        return None
    try:
        date = from_edtf(value)
    except UserError:
        date = read_phrase(value)
    if not date.edtf or (date.earliest is None and date.latest is None):
        return None
    return Days(date.earliest, date.latest)


def plain_dates(text: str) -> list[PlainDate]:
    """Find the dates that stand in ``text`` as words, and years by themselves."""
    if not re.search(r"\d", text):
        return []
    from khiva_notes.model.dates import find_dates, from_edtf

    found = [
        PlainDate(date.start, date.end, Days(date.date.earliest, date.date.latest))
        for date in find_dates(text)
        if date.date.earliest is not None and date.date.latest is not None
    ]
    for match in _PLAIN_YEAR.finditer(text):
        if not any(date.start < match.end() and match.start() < date.end for date in found):
            year = from_edtf(match[0])
            found.append(PlainDate(*match.span(), Days(year.earliest, year.latest)))
    return sorted(found, key=lambda date: date.start)
