"""The words of a short wording that carry its meaning, and whether it says no."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from khiva_notes.model.conflicts.idle_words import IDLE, NEGATIONS
from khiva_notes.model.names.folding import WORD, word_parts


@dataclass(frozen=True, slots=True)
class Word:
    """One telling word: as written, its plain stem, and its sound where it is a name."""

    surface: str
    stem: str
    sound: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """A short wording taken apart; ``negated`` is True where it says no.

    A second no does not turn it back: in Russian and French one no takes two words.
    """

    words: tuple[Word, ...]
    negated: bool


@lru_cache(maxsize=1 << 13)
def take_apart(text: str) -> Wording:
    """Find the words that carry a wording's meaning, in order."""
    found: list[Word] = []
    negated = False
    for match in WORD.finditer(text):
        whole = match[0]
        plain = whole.casefold().replace("’", "'")
        if plain in IDLE:
            continue
        if plain in NEGATIONS:
            negated = True
            continue
        for start, end, _, key in word_parts(whole) or ((0, len(whole), "", ""),):
            piece = whole[start:end]
            name = whole[0].isupper()
            found.append(Word(piece, _stem(piece.casefold()), key if name else ""))
    return Wording(tuple(found), negated)


def same_word(a: Word, b: Word) -> bool:
    """Words are alike by their stem; names also by their sound, however spelt."""
    return a.stem == b.stem or bool(a.sound and a.sound == b.sound)


def _stem(word: str) -> str:
    """Take off an English plural, possessive or verb ending, which changes little here."""
    word = word.replace("’", "'").removesuffix("'s").removesuffix("'")
    if len(word) > 5 and word.endswith(("ed", "ing")):
        return word.removesuffix("ed").removesuffix("ing")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def missing(words: tuple[Word, ...], among: tuple[Word, ...]) -> list[Word]:
    """List the words that have no fellow among the others, each fellow serving once."""
    left = list(among)
    lacking: list[Word] = []
    for word in words:
        for place, other in enumerate(left):
            if same_word(word, other):
                del left[place]
                break
        else:
            lacking.append(word)
    return lacking
