"""What a date field holds and how its parts follow from one another, apart from any widget."""

from __future__ import annotations

from dataclasses import replace

from khiva_notes.model.dates import Calendar, HistoricalDate, from_jdn, read_phrase

_LABELS: dict[Calendar, str] = {"gregorian": "N.S.", "julian": "O.S.", "hijri": "AH"}


def read_words(
    words: str,
    before: HistoricalDate | None,
    *,
    calendar: Calendar | None = None,
    language: str = "",
    country: str = "",
    context_year: int | None = None,
    context_date: HistoricalDate | None = None,
) -> HistoricalDate | None:
    """Return the date of the words as typed; None for no words.

    Words that leave the year open take it from ``context_year`` or from what stood here before,
    and a day told by another day is reckoned from ``context_date``; both are inferred then. Words
    that cannot be read leave the reading that was there before untouched, if it was one of its own.
    ``calendar`` overrules what the words would mean.
    """
    plain = words.strip()
    if not plain:
        return replace(before, original="") if before and has_own_reading(before) else None
    year = context_year if context_year is not None else _year_of(before)
    date = _read(plain, calendar, language, country, year)
    if not date.edtf and context_date is not None:
        date = read_phrase(plain, language=language, country=country, context_date=context_date)
    if not date.edtf and before is not None and before.edtf and has_own_reading(before):
        return replace(before, original=words)
    return replace(date, original=words)


def read_otherwise(reading: str, before: HistoricalDate | None) -> HistoricalDate | None:
    """Return the date with the words kept and another reading, as EDTF or in words of its own.

    An empty reading lets the words speak for themselves again; one that cannot be read changes
    nothing and gives back what was there.
    """
    words = before.original if before else ""
    if not reading.strip():
        return read_words(words, None)
    read = read_phrase(reading)
    if not read.edtf:
        return before
    inferred = before.inferred if before else False
    return replace(
        read,
        original=words,
        inferred=inferred or bool(words),
        note=before.note if before else read.note,
    )


def has_own_reading(date: HistoricalDate) -> bool:
    """Tell whether the reading is more or other than what the words say by themselves."""
    if not date.edtf:
        return False
    return not date.original.strip() or read_phrase(date.original).edtf != date.edtf


def _read(
    words: str, calendar: Calendar | None, language: str, country: str, year: int | None
) -> HistoricalDate:
    if calendar is not None:
        labelled = read_phrase(f"{words} {_LABELS[calendar]}", language=language, context_year=year)
        if labelled.edtf and labelled.calendar == calendar:
            return labelled
    date = read_phrase(words, language=language, country=country)
    if (not date.edtf or date.edtf.startswith("XXXX")) and year is not None:
        completed = read_phrase(words, language=language, country=country, context_year=year)
        return completed if completed.edtf else date
    return date


def _year_of(date: HistoricalDate | None) -> int | None:
    if date is None or date.earliest is None:
        return None
    return from_jdn("gregorian", date.earliest)[0]
