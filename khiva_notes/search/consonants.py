"""Names across scripts: vowels differ there, or are not written, so they are sought by consonants.

Consonants alone join too many names. They only tell which words to compare, sound by sound, with
what was asked for. Within one script the vowels count, for there they tell names apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from khiva_notes.search.folding import Reading, spoken

_Script = Literal["a", "c", "o"]
_FEWEST = 2
"""Consonants a name must have to be looked up by them."""
_FEWEST_VOWELLED = 3
"""Where both scripts write vowels, shorter names have the same key in both or are not the same."""
_LONGEST_ARABIC = 6
"""Sounds of an Arabic word from which on no more difference is borne."""
_COARSE = str.maketrans("jd", "ct")
"""Urganch ends in j in Arabic letters, Tashkent in d."""


@lru_cache(maxsize=1 << 16)
def _script(word: str) -> _Script:
    """Tell Arabic and Cyrillic from all else."""
    if word.isascii():
        return "o"
    from khiva_notes.model.names.scripts import has_arabic

    if has_arabic(word):
        return "a"
    return "c" if any("\u0400" <= letter <= "\u052f" for letter in word) else "o"


@lru_cache(maxsize=1 << 16)
def _consonants(key: str) -> str:
    from khiva_notes.model.names import skeleton

    return skeleton(key).translate(_COARSE)


def consonant_keys(word: str, code: str) -> set[str]:
    """Give the keys under which a word can be looked up from another script."""
    found = {_consonants(key) for reading in spoken(word, code) for key, _ in reading}
    return {_script(word) + consonants for consonants in found if len(consonants) >= _FEWEST}


def sought_keys(name: str, key: str) -> list[str]:
    """Give what to look up in other scripts for ``key``, one of the keys of ``name``."""
    consonants = _consonants(key)
    own = _script(name)
    return [
        script + consonants
        for script in ("a", "c", "o")
        if script != own
        and len(consonants) >= (_FEWEST if "a" in (own, script) else _FEWEST_VOWELLED)
    ]


def readings_across(name: str, key: str, word: str, code: str) -> Iterator[tuple[str, ...]]:
    """Give the keys of a word of another script, where one of them sounds like ``key``.

    ``key`` is one of the keys of ``name`` and stands in the place of the one that it is like.
    """
    sounds = next((sounds for known, sounds in _said(name) if known == key), key)
    for reading in spoken(word, code):
        keys = tuple(known for known, _ in reading)
        for at, (_, other) in enumerate(reading):
            if _is_like(sounds, _script(name), other, _script(word)):
                yield (*keys[:at], key, *keys[at + 1 :])


def _said(name: str) -> Reading:
    return tuple(part for word in name.split() for part in next(iter(spoken(word, "")), ()))


def _is_like(one: str, one_script: _Script, other: str, other_script: _Script) -> bool:
    from khiva_notes.model.names.distance import allowed, distance, distance_to_arabic

    if one_script == "a":
        return distance_to_arabic(one, other) <= allowed(min(_LONGEST_ARABIC, len(one)))
    if other_script == "a":
        return distance_to_arabic(other, one) <= allowed(min(_LONGEST_ARABIC, len(other)))
    return distance(*sorted((one, other))) <= allowed(max(len(one), len(other)))
