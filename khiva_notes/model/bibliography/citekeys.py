"""Citation keys in the manner of Better BibTeX: ``bartoldTurkestanMongolInvasion1928``.

The manner is its default formula, ``auth.lower + shorttitle(3, 3) + year``; the letters are ASCII,
so that any program takes the key; a second work with the same key gets ``a``, ``b`` and on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from khiva_notes.model.bibliography.csl_names import CslName, family_name

_IDLE_WORDS = """
a an the on of in and to for from at by with about
le la les un une des du de et der die das ein eine und zur zum von el los las
о об в во на и к ко из от с со по
"""
_IDLE = frozenset(_IDLE_WORDS.split())


def citekey(names: Sequence[CslName], title: str, year: int | None) -> str:
    """Return the key that a work's author, year and title suggest; never empty."""
    from anyascii import anyascii

    def letters(words: str) -> str:
        return re.sub(r"[^a-z0-9]", "", anyascii(words).lower())

    author = letters(family_name(names[0]))[:24] if names else ""
    words = re.findall(r"[^\W_]+", title)
    telling = [word for word in words if word.casefold() not in _IDLE] or words
    short = [found[:24] for found in map(letters, telling) if found][:3]
    base = author + "".join(word.capitalize() for word in short)
    base += str(abs(year)) if year is not None else ""
    if not base:
        return "work"
    # A key that begins with a digit is refused by some readers of BibTeX.
    return f"w{base}" if base[0].isdigit() else base[0].lower() + base[1:]


def free_citekey(base: str, taken: Callable[[str], bool]) -> str:
    """Return the first of ``base``, ``basea``, ``baseb``, ... ``basez``, ``baseaa`` not taken."""
    if not taken(base):
        return base
    number = 1
    while taken(base + _letters(number)):
        number += 1
    return base + _letters(number)


def _letters(number: int) -> str:
    told = ""
    while number:
        number, rest = divmod(number - 1, 26)
        told = chr(ord("a") + rest) + told
    return told
