"""A text without accents, case and typographers' differences, with every place to be found again.

Only for finding words as they stand; other spellings of a name are ``names.find_mentions``.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

_ALIKE = {
    **dict.fromkeys("’‘ʼʻ´`ʹ＇", "'"),
    **dict.fromkeys("“”„«»‟″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "ё": "е",
    "й": "й",
    "\u00ad": "",
    "\u00a0": " ",
    "ı": "i",
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ي": "ی",
    "ى": "ی",
    "ك": "ک",
}


def fold(text: str) -> str:
    """Return a text in lower case, without accents and with plain quotation marks and hyphens."""
    return text.translate(_table(text))


class FoldedText:
    """A text prepared for being searched many times; positions are code points of the original."""

    def __init__(self, text: str) -> None:
        table = _table(text)
        self._text = text.translate(table)
        odd = [chr(code) for code, plain in table.items() if len(plain) != 1]
        self._origin = [0]
        self._folded = [0]
        if odd:
            shift = 0
            for match in re.finditer(f"[{re.escape(''.join(odd))}]", text):
                at = match.start()
                plain = table[ord(match[0])]
                shift += len(plain) - 1
                self._origin.append(at + 1)
                self._folded.append(at + 1 + shift)

    def find(self, words: str) -> Iterator[tuple[int, int]]:
        """Yield the spans of all places that read ``words``; any white space is like any other."""
        wanted = fold(words).split()
        if not wanted:
            return
        pattern = r"\s+".join(re.escape(word) for word in wanted)
        for match in re.finditer(pattern, self._text):
            yield self._back(match.start()), self._back(match.end())

    def _back(self, place: int) -> int:
        """Return the original position of a folded one."""
        number = bisect_right(self._folded, place) - 1
        origin = self._origin[number] + place - self._folded[number]
        if number + 1 < len(self._origin):
            origin = min(origin, self._origin[number + 1])
        return origin


def _table(text: str) -> dict[int, str]:
    """Return what each character of a text becomes, for those that change."""
    table = {}
    for char in set(text):
        plain = _plain(char)
        if plain != char:
            table[ord(char)] = plain
    return table


def _plain(char: str) -> str:
    small = char.casefold()
    if small in _ALIKE:
        return _ALIKE[small]
    parts = unicodedata.normalize("NFD", small)
    bare = "".join(part for part in parts if unicodedata.category(part) != "Mn")
    return "".join(_ALIKE.get(part, part) for part in bare)
