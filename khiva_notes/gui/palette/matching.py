"""Finding a command by some of its letters, whatever the order of the words."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=2048)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def rank(typed: str, text: str) -> float | None:
    """Return how well ``text`` answers to what was typed, None where it does not at all.

    Each typed word has to begin a word of the text (best), stand inside one, or be made of
    letters of the text in their order (worst). Without any word every text answers equally well.
    """
    words = _words(text)
    total = 0.0
    for wanted in typed.casefold().split():
        found = max((_worth(wanted, word) for word in words), default=0.0)
        if not found and _in_order(wanted, "".join(words)):
            found = 0.3
        if not found:
            return None
        total += found
    return total


def _worth(wanted: str, word: str) -> float:
    if word == wanted:
        return 3.5
    if word.startswith(wanted):
        return 2.0 + len(wanted) / len(word)
    return 1.0 if wanted in word else 0.0


def _in_order(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)
