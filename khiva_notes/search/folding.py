"""The spelling-independent keys of names, in the shapes the index needs."""

from __future__ import annotations

from functools import lru_cache

from khiva_notes.search.stems import UNKNOWN, UNSTEMMED
from khiva_notes.search.words import keyword

SHORTEST = 3
"""Letters a key must have to find by itself; shorter ones join too many names."""

_LONGEST_TITLE = 7
_TITLES = ("khan", "bek", "hoji", "eshon")
_INFLECTED = frozenset({UNKNOWN, UNSTEMMED})


@lru_cache(maxsize=1 << 16)
def name_parts(word: str) -> tuple[str, ...]:
    """Give the keys of one word: one, or more when a title is glued to it, or none."""
    from khiva_notes.model.names import fold_tokens

    return tuple(fold_tokens(word))


@lru_cache(maxsize=1 << 16)
def name_readings(word: str, code: str) -> tuple[tuple[str, ...], ...]:
    """Give the keys of a word in a text as written, and as the nominative it may be a case of.

    ``code`` is the analysis of the text: in one whose names have no case endings in Latin
    letters, only words in other letters are read so (Джунаида, but not Uganda).
    """
    from khiva_notes.model.names.inflection import nominatives

    readings = [name_parts(word)]
    if code in _INFLECTED or not word.isascii():
        readings.extend(name_parts(form) for form in nominatives(word))
    return tuple(reading for reading in dict.fromkeys(readings) if reading)


@lru_cache(maxsize=1 << 16)
def is_title(word: str) -> bool:
    """Tell whether a word belongs to a name in small letters too, as in Джунаид-хан."""
    return len(word) <= _LONGEST_TITLE and not _title_keys().isdisjoint(name_readings(word, ""))


@lru_cache(maxsize=1)
def _title_keys() -> frozenset[tuple[str, ...]]:
    return frozenset(name_parts(title) for title in _TITLES)


def name_key(name: str) -> str:
    """Give the key under which a whole name is known in every spelling."""
    return " ".join(name_parts(name)) or keyword(name)
