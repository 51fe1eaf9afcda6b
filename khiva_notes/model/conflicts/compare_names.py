"""Whether a wording is a bare name, so that another bare name is plainly somebody else's."""

from __future__ import annotations

from functools import lru_cache

from khiva_notes.model.conflicts.text_words import take_apart

_MOST_WORDS = 6


@lru_cache(maxsize=1 << 12)
def is_bare_name(words: str) -> bool:
    """Tell whether a wording has nothing but a name: "A. N. Khristoforov", "Асфандияр-хан".

    Titles may be in small letters; in scripts without capitals any short wording may be a name.
    """
    from khiva_notes.model.names.forms import parse_name  # loads slowly

    core = parse_name(words).core
    return (
        0 < len(core) <= _MOST_WORDS
        and any(len(part.surface) > 2 for part in core)
        and not any(part.surface[0].islower() or part.surface[0].isdigit() for part in core)
        and not take_apart(words).negated
    )
