"""The spelling-independent keys of names, in the shapes the index needs."""

from __future__ import annotations

from functools import lru_cache

from khiva_notes.search.words import keyword

SHORTEST = 3
"""Letters a key must have to find by itself; shorter ones join too many names."""


@lru_cache(maxsize=1 << 16)
def name_parts(word: str) -> tuple[str, ...]:
    """Give the keys of one word: one, or more when a title is glued to it, or none."""
    from khiva_notes.model.names import fold_tokens

    return tuple(fold_tokens(word))


def name_key(name: str) -> str:
    """Give the key under which a whole name is known in every spelling."""
    return " ".join(name_parts(name)) or keyword(name)
