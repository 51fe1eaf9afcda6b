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


Reading = tuple[tuple[str, str], ...]
"""A word as it may be read: the key and the sounds of each of its parts."""


@lru_cache(maxsize=1 << 16)
def _parts(word: str) -> Reading:
    from khiva_notes.model.names.folding import WORD, word_parts

    return tuple(
        (key, sounds) for piece in WORD.findall(word) for _, _, sounds, key in word_parts(piece)
    )


@lru_cache(maxsize=1 << 16)
def name_parts(word: str) -> tuple[str, ...]:
    """Give the keys of one word: one, or more when a title is glued to it, or none."""
    return tuple(key for key, _ in _parts(word))


@lru_cache(maxsize=1 << 16)
def spoken(word: str, code: str) -> tuple[Reading, ...]:
    """Give the keys and sounds of a word as written, and as the nominative it may be a case of.

    ``code`` is the analysis of the text: in one whose names have no case endings in Latin
    letters, only words in other letters are read so (Джунаида, but not Uganda).
    """
    from khiva_notes.model.names.inflection import nominatives

    readings = {name_parts(word): _parts(word)}
    if code in _INFLECTED or not word.isascii():
        for form in nominatives(word):
            readings.setdefault(name_parts(form), _parts(form))
    return tuple(reading for reading in readings.values() if reading)


@lru_cache(maxsize=1 << 16)
def name_readings(word: str, code: str) -> tuple[tuple[str, ...], ...]:
    """Give the keys alone of what ``spoken`` gives."""
    return tuple(tuple(key for key, _ in reading) for reading in spoken(word, code))


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
