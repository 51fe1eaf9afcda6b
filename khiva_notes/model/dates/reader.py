"""Reads a date phrase in words, English or Russian, into a historical date."""

from __future__ import annotations

from khiva_notes.model.dates.calendars import Calendar
from khiva_notes.model.dates.grammar import Grammar
from khiva_notes.model.dates.historical import HistoricalDate, from_edtf, unread
from khiva_notes.model.dates.lexer import Lexer
from khiva_notes.model.dates.lexicon import RELATIVE
from khiva_notes.model.dates.parts import Part, Phrase
from khiva_notes.model.dates.reforms import settled
from khiva_notes.model.dates.relative import NO_ANCHOR, read_step, reckoned
from khiva_notes.model.dates.spelling import phrase_edtf
from khiva_notes.model.dates.stream import Stream
from khiva_notes.model.errors import UserError

_LONGEST = 200  # characters; longer than any date, so it is a passage and not a date
_LAST_HIJRI_YEAR = 1500
_LAST_BARE_YEAR = 2200  # a figure above it, with nothing that calls it a year, is none
_AROUND = " \t\r\n\u00a0.,;:\"“”„«»'‘’"
_HIJRI = "Reckoned by the civil Hijri table; a month begun by sighting may be a day or two off."
_NO_YEAR = "The year is not told."


def read_phrase(
    words: str,
    *,
    language: str = "",
    country: str = "",
    context_year: int | None = None,
    context_date: HistoricalDate | None = None,
) -> HistoricalDate:
    """Read a date as words, all of them or none: what is not understood has an empty ``edtf``.

    ``country`` (ISO code, small letters) makes unlabelled days and months before its change of
    calendar Julian; ``country`` and ``language`` decide whether 1/2/1918 is January or February.
    ``context_year`` (astronomical) completes a date without a year, which is then ``inferred``, and
    from ``context_date`` a day told by another day (`the next day`) is reckoned.
    Never raises.
    """
    if len(words) > _LONGEST:
        return unread(words, "Too long for a date.")
    phrase, supplied = _whole_phrase(words, language, country)
    if phrase is None and " = " in words:  # as described: 25 October 1917 Julian = 7 November 1917
        native, _, gregorian = words.partition(" = ")
        phrase, supplied = _whole_phrase(f"{native} ({gregorian})", language, country)
        if phrase is None:
            phrase, supplied = _whole_phrase(native, language, country)
    if phrase is None:
        return _as_edtf(words) or _reckoned(words, context_date) or unread(words, _why(words))
    inferred = supplied
    note = "In square brackets, so supplied by an editor." if supplied else ""
    if phrase.needs_year and context_year is not None and not _is_hijri(phrase):
        phrase, inferred = in_year(phrase, context_year), True
        note = "The year is taken from the context."
    return finished(words, phrase, country=country, inferred=inferred, note=note)


def _reckoned(words: str, context: HistoricalDate | None) -> HistoricalDate | None:
    step = read_step(words) if context is not None else None
    return reckoned(words, step, context) if step is not None and context is not None else None


def _whole_phrase(words: str, language: str, country: str) -> tuple[Phrase | None, bool]:
    """Read the words as one phrase that leaves nothing over; say if brackets stood around it."""
    plain = words.lstrip(_AROUND).rstrip(_AROUND.replace(".", "") + "…")
    bracketed = plain[:1] == "[" and plain[-1:] == "]" and plain.count("[") == 1
    if bracketed or (plain[:1] == "(" and plain[-1:] == ")" and plain.count("(") == 1):
        plain = plain[1:-1].strip()
    lexer = Lexer(plain or words, running=False)
    runs = list(lexer.runs())
    if len(runs) != 1 or not lexer.complete:
        return None, False
    tokens = runs[0]
    stream = Stream(lexer.text, tokens, running=False)
    phrase = Grammar(stream, country=country, language=language).phrase_at(0)
    if phrase is None:
        return None, False
    rest = lexer.text[phrase.end :].strip(_AROUND)
    if phrase.token_end != len(tokens) or rest not in ("", "?", "(?)", "[?]"):
        return None, False
    before = lexer.text[: tokens[0].start].strip(_AROUND)
    return (phrase, bracketed) if not before else (None, False)


def _is_hijri(phrase: Phrase) -> bool:
    return any(part.calendar == "hijri" for part in phrase.parts)


def _as_edtf(words: str) -> HistoricalDate | None:
    """Accept EDTF typed where words were expected."""
    plain = words.strip()
    if not plain or not all(c in "0123456789XYTZS-/.,~?%[]{}:+" for c in plain):
        return None
    if not any(c in plain for c in "-/X[{~%") or not any(c.isdecimal() for c in plain):
        return None
    try:
        return from_edtf(plain, original=words)
    except UserError:
        return None


def _why(words: str) -> str:
    """Say in a sentence why words stay unread, where it is plain why."""
    found = words.lower().split()
    if not any(c.isdecimal() for c in words) and any(w.strip(_AROUND) in RELATIVE for w in found):
        return NO_ANCHOR
    return ""


def in_year(phrase: Phrase, year: int) -> Phrase:
    """Complete a phrase whose dates all lack the year."""
    return phrase._replace(parts=tuple(_part_in_year(part, year) for part in phrase.parts))


def _part_in_year(part: Part, year: int) -> Part:
    if part.short_year >= 0:  # the year ending in these digits that lies nearest
        year = min(
            (c * 100 + part.short_year for c in range(year // 100 - 1, year // 100 + 2)),
            key=lambda candidate: abs(candidate - year),
        )
    return part._replace(year=year)


def finished(
    words: str, phrase: Phrase, *, country: str = "", inferred: bool = False, note: str = ""
) -> HistoricalDate:
    """Turn a read phrase into a date: settle the calendar, write EDTF, gather the notes."""
    parts = tuple(settled(part, country) for part in phrase.parts)
    phrase = phrase._replace(parts=parts)
    if any(part.short_year >= 0 and part.year is None for part in parts):
        return unread(words, "A year of two digits leaves the century open.")
    if any(part.bare and (part.year or 0) > _LAST_BARE_YEAR for part in parts):
        return unread(words)
    if any(part.calendar == "hijri" and (part.year or 0) > _LAST_HIJRI_YEAR for part in parts):
        return unread(words, "No Hijri year has reached that number.")
    try:
        edtf = phrase_edtf(phrase)
        calendar = _calendar(parts)
        notes = [n for n in dict.fromkeys([note, *(part.note for part in parts)]) if n]
        if calendar == "hijri":
            notes.append(_HIJRI)
        if not edtf:
            return unread(words, _NO_YEAR)
        if edtf.startswith("XXXX"):
            notes.append(_NO_YEAR)
        return from_edtf(
            edtf, original=words, calendar=calendar, inferred=inferred, note=" ".join(notes)
        )
    except UserError as error:
        return unread(words, error.what)


def _calendar(parts: tuple[Part, ...]) -> Calendar:
    """Name the calendar of the words; mixed ones count as the one that was converted to."""
    calendars = {part.calendar or "gregorian" for part in parts}
    return calendars.pop() if len(calendars) == 1 else "gregorian"
