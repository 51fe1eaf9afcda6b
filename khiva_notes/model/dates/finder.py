"""Finds the dates in running text, for suggestions: where they stand and what they mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from khiva_notes.model.dates.diary import with_entries
from khiva_notes.model.dates.evidence import is_date
from khiva_notes.model.dates.grammar import Grammar
from khiva_notes.model.dates.historical import FoundDate, HistoricalDate
from khiva_notes.model.dates.lexer import Lexer, Token
from khiva_notes.model.dates.parts import Phrase
from khiva_notes.model.dates.reader import finished, in_year
from khiva_notes.model.dates.relative import with_relative
from khiva_notes.model.dates.stream import Stream

_REACH = 20_000  # code points; a year told longer ago than this is not inherited
_WRAP = 9  # months; October followed by January is taken to be the next January
_STARTERS = frozenset(
    [
        "number", "numeric", "roman", "month", "hijri-month", "weekday", "season", "ordinal",
        "decade-word", "portion", "portion-part", "unit", "era", "approx", "uncertain", "between",
        "from", "to", "before", "after", "by", "not-before", "since", "until", "night-of", "turn",
    ]
)  # fmt: skip


class _Known(NamedTuple):
    """The last date that told its year, which later ones inherit."""

    year: int
    month: int
    end: int
    words: str


def find_dates(
    text: str, *, language: str = "", country: str = "", unread_too: bool = False
) -> list[FoundDate]:
    """List the date phrases of a text, in order and without overlap, in time linear in its length.

    Prepositions that add no meaning stay outside (`in`, `on`, `of`); those that do stay inside
    (`before`, `between`). A date without a year inherits that of the date before it and is then
    ``inferred``; `country` and `language` as for ``read_phrase``. So are days told by another day
    (`the next day`) and a diary's days below its months; those that cannot be reckoned are left
    out, unless ``unread_too``.
    """
    found = with_entries(text, _told_dates(text, language, country), language, country)
    return with_relative(text, found, unread_too=unread_too)


def _told_dates(text: str, language: str, country: str) -> list[FoundDate]:
    known: _Known | None = None
    found: list[FoundDate] = []
    for tokens in Lexer(text, running=True).runs():
        for phrase in _phrases(text, tokens, country, language):
            words = text[phrase.start : phrase.end]
            if phrase.needs_year:
                date = _inherited(phrase, known, words, country)
            else:
                date = finished(words, phrase, country=country)
                known = _told(text, phrase, words) or known
            if date.edtf and (
                date.earliest is not None or date.latest is not None or _has_day(phrase)
            ):
                found.append(FoundDate(phrase.start, phrase.end, date))
    return found


def _phrases(text: str, tokens: list[Token], country: str, language: str) -> Iterator[Phrase]:
    grammar = Grammar(Stream(text, tokens, running=True), country=country, language=language)
    i = 0
    while i < len(tokens):
        phrase = grammar.phrase_at(i) if tokens[i].kind in _STARTERS else None
        if phrase is not None and is_date(text, tokens, phrase):
            yield phrase
            i = phrase.token_end
        else:
            i += 1 + (phrase is None and _is_impossible_day(tokens, i))


def _is_impossible_day(tokens: list[Token], i: int) -> bool:
    """Say whether `31 April` stands here, of which the April must not be offered alone."""
    if tokens[i].kind != "number" or tokens[i].digits > 2 or i + 1 == len(tokens):
        return False
    return tokens[i + 1].kind == "month" and not tokens[i + 1].sep


def _has_day(phrase: Phrase) -> bool:
    return any(part.day for part in phrase.parts)


def _told(text: str, phrase: Phrase, words: str) -> _Known | None:
    """Give the year that a phrase hands on; life dates, citations and long spans hand on none."""
    last = phrase.parts[-1]
    if last.year is None or last.spans_years or last.calendar == "hijri":
        return None
    if last.bare and text[phrase.start - 1 : phrase.start] == "(":
        return None
    if phrase.kind in ("interval", "between") and phrase.parts[0].year != last.year:
        return None
    if phrase.kind not in ("single", "interval", "between", "all-of", "night-of", "since"):
        return None
    return _Known(last.year, last.month, phrase.end, words)


def _inherited(phrase: Phrase, known: _Known | None, words: str, country: str) -> HistoricalDate:
    """Complete a phrase with the year of the date before it, unless that stands too far off."""
    if known is None or phrase.start - known.end > _REACH:
        return finished(words, phrase, country=country)
    month = phrase.parts[0].month
    onward = known.month and month and known.month - month >= _WRAP
    told = " ".join(known.words.split())
    note = f"The year is taken from “{told}” before it"
    note += ", one year on, since it is the earlier month." if onward else "."
    full = in_year(phrase, known.year + bool(onward))
    return finished(words, full, country=country, inferred=True, note=note)
