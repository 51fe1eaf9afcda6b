"""One lexicon of all languages: their words hardly collide, and a note mixes languages freely.

A language is one module with ``WORDS``, ``PHRASES``, ``CAPITAL``, ``DOTTED`` and the suffixes of
its written numbers; it is added by naming it in ``_LANGUAGES``.
"""

from __future__ import annotations

import re
from functools import cache

from khiva_notes.model.dates import hijri_months, phrases_en, phrases_ru
from khiva_notes.model.dates.entries import Entry

_LANGUAGES = (phrases_en, phrases_ru)


def _pattern(phrase: str) -> str:
    """Turn a phrase into a pattern that allows for missing dots, hyphens and line ends."""
    pieces = []
    for word in phrase.split():
        letters = [re.escape(x) for x in word.split(".") if x]
        pieces.append(r"\.?\s?".join(letters) + r"\b" + (r"\.?" if "." in word else ""))
    return r"[\s-]{0,3}".join(pieces)


WORDS: dict[str, Entry] = {k: v for language in _LANGUAGES for k, v in language.WORDS.items()}
WORDS |= {word: ("hijri-month", month) for word, month in hijri_months.SINGLE.items()}

CAPITAL: frozenset[str] = frozenset().union(*(language.CAPITAL for language in _LANGUAGES))
DOTTED: frozenset[str] = frozenset().union(*(language.DOTTED for language in _LANGUAGES))
RELATIVE: frozenset[str] = frozenset().union(*(language.RELATIVE for language in _LANGUAGES))
DAY_SUFFIXES: frozenset[str] = frozenset().union(*(lang.DAY_SUFFIXES for lang in _LANGUAGES))
YEAR_SUFFIXES: frozenset[str] = frozenset().union(*(lang.YEAR_SUFFIXES for lang in _LANGUAGES))
DECADE_SUFFIXES: frozenset[str] = frozenset().union(*(lang.DECADE_SUFFIXES for lang in _LANGUAGES))


def _rests() -> dict[str, tuple[tuple[str, Entry], ...]]:
    """Index the phrases by first word, the longest first, so that the longest is taken."""
    collected: dict[str, list[tuple[str, Entry]]] = {}
    phrases = {k: v for language in _LANGUAGES for k, v in language.PHRASES.items()}
    for phrase in sorted(phrases, key=len, reverse=True):
        first = phrase.replace(".", " ").split()[0]
        collected.setdefault(first, []).append((_pattern(phrase)[len(first) :], phrases[phrase]))
    for first, rest, month in hijri_months.COMPOUND:
        collected.setdefault(first, []).append((rest, ("hijri-month", month)))
    return {first: tuple(found) for first, found in collected.items()}


STARTS: dict[str, tuple[tuple[str, Entry], ...]] = _rests()
"""By first word: patterns of what follows it and what the whole means."""


@cache
def phrases_from(first: str) -> tuple[tuple[re.Pattern[str], Entry], ...]:
    """Compile the phrases of one first word when it is first met, to keep start-up quick."""
    return tuple((re.compile(rest, re.IGNORECASE), entry) for rest, entry in STARTS[first])
