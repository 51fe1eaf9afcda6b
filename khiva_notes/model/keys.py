"""Stable keys: short readable names by which people and scripts call a thing."""

from __future__ import annotations

import re
from collections.abc import Callable

_LONGEST = 48


def slug(title: str) -> str:
    """Return ``title`` as lower-case ASCII words joined by hyphens, at most 48 characters.

    Any script is transliterated; a title without a letter or digit gives an empty string.
    """
    from anyascii import anyascii

    words = re.findall(r"[a-z0-9]+", anyascii(title).replace("'", "").lower())
    result = ""
    for word in words:
        longer = f"{result}-{word}" if result else word[:_LONGEST]
        if len(longer) > _LONGEST:
            break
        result = longer
    return result


def unique_key(title: str, kind: str, taken: Callable[[str], bool]) -> str:
    """Return a key that ``taken`` does not know: the title's slug, or that and a number."""
    base = slug(title) or kind
    if not taken(base):
        return base
    number = 2
    while taken(f"{base}-{number}"):
        number += 1
    return f"{base}-{number}"
