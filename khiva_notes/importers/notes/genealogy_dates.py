"""Dates of family history: GEDCOM's and Gramps's calendars and qualifiers as historical dates."""

from __future__ import annotations

import re

from khiva_notes.model.dates import Calendar, HistoricalDate, from_edtf, from_jdn, to_jdn
from khiva_notes.model.dates.calendars import month_length
from khiva_notes.model.dates.historical import unread
from khiva_notes.model.errors import UserError

_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_DATE = re.compile(
    r"(?:(\d{1,2})\s+)?(?:([A-Z]{3})\s+)?(\d{1,4})(?:/(\d{2}))?(\s*(?:BCE|B\.?\s?C\.?))?"
)
_CALENDAR = re.compile(r"@#D([A-Z _]+)@\s*|\b(GREGORIAN|JULIAN|FRENCH_R|FRENCH R|HEBREW)\s+")
_OTHER = ("FRENCH", "HEBREW", "ROMAN", "UNKNOWN")

Parts = tuple[int, int, int]
"""Year (1 BC is 0), month, day; 0 for what is not told."""


def gedcom_date(value: str, phrase: str = "") -> HistoricalDate | None:
    """Return what a DATE says, its words kept; None if it says nothing.

    Dates of the French Republic and of the Hebrew calendar, and what cannot be read, stay words.
    """
    words = " ".join((phrase or value).split()).strip("()")
    plain = " ".join(value.upper().split())
    if not words:
        return None
    calendar: Calendar = "gregorian"
    for found in _CALENDAR.finditer(plain):
        name = found[1] or found[2]
        if name.startswith(_OTHER):
            return unread(words, "The calendar is not converted; the words are kept.")
        calendar = "julian" if name.startswith("JULIAN") else "gregorian"
    bare = _CALENDAR.sub("", plain).strip()
    interpreted = bare.startswith("INT ")
    if interpreted:
        bare, _, said = bare.removeprefix("INT ").partition("(")
        words = said.rstrip(")").capitalize() if said and not phrase else words
    edtf = _edtf(bare.strip(), calendar)
    if not edtf:
        return _read_words(words)
    return _made(edtf, words, calendar, inferred=interpreted)


def parts_edtf(first: Parts, last: Parts | None, sort: str, calendar: Calendar) -> str:
    """Return EDTF for a date or two: ``sort`` is on, about, estimated, before, after, or between.

    Or ``span``, from one to the other, either of which may be the year 0 of ``(0, 0, 0)``.
    """
    if sort in ("on", "about", "estimated"):
        plain = _plain(first, calendar)
        if "/" in plain:
            return plain
        return plain + {"on": "", "about": "~", "estimated": "%"}[sort]
    one = _days(first, calendar)
    if sort == "before":
        return f"../{_day(one[0] - 1)}" if first[1] else f"../{_year(first[0] - 1, calendar, 1)}"
    if sort == "after":
        return f"{_day(one[1] + 1)}/.." if first[1] else f"{_year(first[0] + 1, calendar, 0)}/.."
    if last is None:
        return ""
    two = _days(last, calendar)
    both = calendar == "gregorian" and one[0] <= two[1]
    begin = _plain(first, calendar) if both else _day(min(one[0], two[0]))
    end = _plain(last, calendar) if both else _day(max(one[1], two[1]))
    return f"[{begin}..{end}]" if sort == "between" else f"{begin}/{end}"


def _edtf(bare: str, calendar: Calendar) -> str:
    for words, sort in (
        ("ABT ", "about"), ("CAL ", "about"), ("EST ", "estimated"), ("BEF ", "before"),
        ("AFT ", "after"),
    ):  # fmt: skip
        if bare.startswith(words):
            parts = _parts(bare.removeprefix(words))
            return parts_edtf(parts, None, sort, calendar) if parts else ""
    for begun, between, sort in (("BET ", " AND ", "between"), ("FROM ", " TO ", "span")):
        if bare.startswith(begun) and between in bare:
            one, two = (_parts(part) for part in bare.removeprefix(begun).split(between, 1))
            return parts_edtf(one, two, sort, calendar) if one and two else ""
    if bare.startswith("FROM ") and (parts := _parts(bare[5:])):
        return f"{_day(_days(parts, calendar)[0]) if parts[1] else _year(parts[0], calendar, 0)}/.."
    if bare.startswith("TO ") and (parts := _parts(bare[3:])):
        return f"../{_day(_days(parts, calendar)[1]) if parts[1] else _year(parts[0], calendar, 1)}"
    parts = _parts(bare)
    return parts_edtf(parts, None, "on", calendar) if parts else ""


def _parts(words: str) -> Parts | None:
    found = _DATE.fullmatch(words.strip())
    if found is None or (found[2] and found[2] not in _MONTHS) or (found[1] and not found[2]):
        return None
    year = int(found[3])
    if found[4]:  # 1699/00: the year then began in March
        year += 1
    if found[5]:
        year = 1 - year
    month = _MONTHS.index(found[2]) + 1 if found[2] else 0
    day = int(found[1] or 0)
    if month and day > month_length("julian", year, month) + (day == 29 and month == 2):
        return None
    return year, month, day


def _plain(parts: Parts, calendar: Calendar) -> str:
    year, month, day = parts
    if calendar == "gregorian":
        return "-".join([_four(year), *(f"{part:02}" for part in (month, day) if part)])
    first, last = _days(parts, calendar)
    return _day(first) if first == last else f"{_day(first)}/{_day(last)}"


def _days(parts: Parts, calendar: Calendar) -> tuple[int, int]:
    year, month, day = parts
    if day:
        jdn = to_jdn(calendar, year, month, day)
        return jdn, jdn
    last = month or 12
    end = to_jdn(calendar, year, last, month_length(calendar, year, last))
    return to_jdn(calendar, year, month or 1, 1), end


def _year(year: int, calendar: Calendar, end: int) -> str:
    return _four(year) if calendar == "gregorian" else _day(_days((year, 0, 0), calendar)[end])


def _day(jdn: int) -> str:
    year, month, day = from_jdn("gregorian", jdn)
    return f"{_four(year)}-{month:02}-{day:02}"


def _four(year: int) -> str:
    return f"{'-' if year < 0 else ''}{abs(year):04}"


def _made(edtf: str, words: str, calendar: Calendar, *, inferred: bool) -> HistoricalDate:
    try:
        return from_edtf(edtf, original=words, calendar=calendar, inferred=inferred)
    except UserError:
        return unread(words)


def _read_words(words: str) -> HistoricalDate:
    from khiva_notes.model.dates import read_phrase

    return read_phrase(words)


def words_date(words: str) -> HistoricalDate | None:
    """Return a date told in words of any kind; None for none."""
    return _read_words(" ".join(words.split())) if words.strip() else None


def made_date(edtf: str, words: str, calendar: Calendar) -> HistoricalDate:
    """Return a date of EDTF and words; only the words if the EDTF is none."""
    return _made(edtf, words, calendar, inferred=False)
