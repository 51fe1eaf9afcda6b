"""Whether a wording is a bare name, so that another bare name is plainly somebody else's."""

from __future__ import annotations

from functools import lru_cache

from khiva_notes.model.conflicts.text_words import take_apart

_MOST_WORDS = 6


@lru_cache(maxsize=1 << 12)
def is_bare_name(words: str) -> bool:
    """Tell whether a wording has nothing but capitalised words: "A. N. Khristoforov", "Skalov"."""
    taken = take_apart(words)
    return (
        0 < len(taken.words) <= _MOST_WORDS
        and not taken.negated
        and any(len(word.surface) > 2 for word in taken.words)
        and all(word.sound for word in taken.words)
    )
