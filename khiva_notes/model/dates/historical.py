"""The one value in which the library keeps a date: the words, EDTF, and the days it can mean."""

from __future__ import annotations

from dataclasses import dataclass

from khiva_notes.model.dates.bounds import outer, spans
from khiva_notes.model.dates.calendars import Calendar


@dataclass(frozen=True, slots=True)
class HistoricalDate:
    """A date as a source gives it and as it was understood.

    ``original`` are the words as written ("" if none); ``edtf`` is the normalised date in the
    proleptic Gregorian calendar ("" = not read); ``calendar`` is the calendar the words are in;
    ``earliest`` and ``latest`` are Julian day numbers, None = open or unknown; ``inferred`` says
    that the year (or more) comes from the context or the reader; ``note`` tells in one sentence
    why, or how the words were understood.
    """

    original: str
    edtf: str
    calendar: Calendar = "gregorian"
    earliest: int | None = None
    latest: int | None = None
    inferred: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date phrase in running text: code-point offsets, end exclusive, and what it means.

    ``date.original`` equals the text between the offsets.
    """

    start: int
    end: int
    date: HistoricalDate


def from_edtf(
    edtf: str,
    *,
    original: str = "",
    calendar: Calendar = "gregorian",
    inferred: bool = False,
    note: str = "",
) -> HistoricalDate:
    """Make a date from EDTF, which is always Gregorian, whatever calendar the words are in.

    Raises UserError on EDTF that cannot be read, saying how dates are written.
    """
    edtf = edtf.strip()
    earliest, latest = outer(spans(edtf))
    return HistoricalDate(original, edtf, calendar, earliest, latest, inferred, note)


def unread(words: str, note: str = "") -> HistoricalDate:
    """Keep words that were not understood as they are: an honest blank, never a guess."""
    return HistoricalDate(words, "", note=note)
