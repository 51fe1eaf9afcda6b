"""Keys under which every spelling of a word meets, for the index and for comparing names.

A key is for finding, never for telling: many different words share one. It folds a word's sounds
(see ``letters``) further: o is a, e is i, and ai, ei, ay are i.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from khiva_notes.model.names.glued import glued_title
from khiva_notes.model.names.letters import sounds

_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u0610-\u061a\u06d6-\u06ed"
_INSIDE = "'’‘`´\u200c\u00ad＇"
WORD = re.compile(
    rf"[^\W_](?<!\w['’]s\b)(?:[^\W_]|[{_MARKS}])*(?:[{_INSIDE}](?!s\b)[^\W_](?:[^\W_]|[{_MARKS}])*)*"
)
_COARSE = str.maketrans("oe", "ai")
_DIPHTHONG = re.compile(r"ai|(.)\1+")
_NOT_CONSONANT = re.compile(r"[aeiou]+|(?<=[aeiou])v(?=[^aeiou])")


def key_of_sounds(word_sounds: str) -> str:
    """Fold a word's sounds into its key."""
    return _DIPHTHONG.sub(_one, word_sounds.translate(_COARSE))


def _one(match: re.Match[str]) -> str:
    """A diphthong is i, a doubled letter is itself."""
    return match[1] or "i"


@lru_cache(maxsize=1 << 16)
def word_parts(word: str) -> tuple[tuple[int, int, str, str], ...]:
    """Split one word into its parts as (start, end, sounds, key), offsets within the word.

    There are two parts when a title is glued to a name, else one, or none when nothing of the
    word can be spelt in ASCII.
    """
    glued = glued_title(word)
    if glued:
        cut = len(word) - glued
        halves = [(0, cut), (cut, len(word))]
    else:
        halves = [(0, len(word))]
    found: list[tuple[int, int, str, str]] = []
    for start, end in halves:
        spelt = sounds(word[start:end]) or word[start:end].casefold()
        key = key_of_sounds(spelt)
        if key:
            found.append((start, end, spelt, key))
    return tuple(found)


@lru_cache(maxsize=1 << 16)
def _keys(word: str) -> tuple[str, ...]:
    return tuple(part[3] for part in word_parts(word))


def fold_tokens(text: str) -> tuple[str, ...]:
    """Give the spelling-independent keys of all words of ``text``, in order; never raises.

    Linear in the text's length; words seen before cost a look-up.
    """
    return tuple(key for word in WORD.findall(text) for key in _keys(word))


def fold_words(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, key) for each word part of ``text``; code points, end exclusive."""
    for match in WORD.finditer(text):
        start = match.start()
        for part_start, part_end, _, key in word_parts(match[0]):
            yield start + part_start, start + part_end, key


def skeleton(key: str) -> str:
    """Strip a key (see ``fold_tokens``) to its consonants, as Arabic script writes a name.

    A v that closes a syllable goes too, being the other half of au and ov. Empty for ``"ai"``.
    """
    return _NOT_CONSONANT.sub("", key)
