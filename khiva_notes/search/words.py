"""Words: how a text is cut into them, and under which forms one word meets another.

Three things happen to a word before it is a key of the index. Its *form* is the word itself,
letters exact, case and kind of apostrophe put aside: that is what quotation marks ask for. Its
*plain* form has no accents and no apostrophes. Its *stem* (see ``stems``) has no endings.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

LONGEST = 100
"""Letters of a word that count; more is rubbish from a damaged file, and would bloat the index."""

_APOSTROPHES = "'’ʼʻ‘`´ʹʽʿʾ＇"
_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
_INDIC = "\u0900-\u0963\u0966-\u0dff"
_LETTERS = rf"[^\W_{_IDEOGRAPHS}]+"
_RUN = rf"{_LETTERS}(?:[{_MARKS}{_INDIC}\u00ad\u200d]+(?:{_LETTERS})?)*"
WORD = re.compile(
    rf"{_LETTERS}(?:[{_MARKS}{_INDIC}\u00ad\u200d]+(?:{_LETTERS})?|[{_APOSTROPHES}]{_LETTERS})*"
    rf"|[{_IDEOGRAPHS}]"
)
"""A word; apostrophes inside belong to it (o'g'li). An ideograph is a word by itself."""

ELIDED_WORD = re.compile(rf"{_RUN}|[{_IDEOGRAPHS}]")
"""A word of a language that drops vowels before an apostrophe: l'empire is l and empire."""

_ELIDING = frozenset({"fr", "it"})
_TO_FORM = {ord(mark): "'" for mark in _APOSTROPHES} | {0xAD: None, 0x200D: None}
_UNDECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
    | {"ħ": "h", "ŧ": "t", "ك": "ک", "ي": "ی", "ى": "ی", "'": None, "ə": "a"}
)


def pattern_for(language: str) -> re.Pattern[str]:
    """Give the pattern that cuts texts of ``language`` (a code of ``stems.analysis``)."""
    return ELIDED_WORD if language in _ELIDING else WORD


def form(word: str) -> str:
    """Give the form of one match of ``WORD``: "" when nothing is left of it."""
    folded = word.casefold()
    if not folded.isascii():
        folded = unicodedata.normalize("NFC", folded).translate(_TO_FORM).replace("i̇", "i")
    elif "`" in folded:
        folded = folded.replace("`", "'")
    if "'" in folded:
        folded = folded.strip("'").removesuffix("'s")
    return folded[:LONGEST]


@lru_cache(maxsize=1 << 16)
def plain(word: str) -> str:
    """Give a form without its accents and apostrophes; the plain form of a plain form is itself."""
    if word.isascii():
        return word.replace("'", "")
    bare = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return bare.casefold().translate(_UNDECOMPOSED)


def is_capitalised(word: str) -> bool:
    """Tell whether a word as written may be a name: it begins with a capital, or has no case."""
    first = word[0]
    return first.isupper() or first.istitle() or (first.isalpha() and not first.islower())


def forms(text: str, language: str) -> list[str]:
    """List the forms of the words of ``text``, as one who asks for them means them."""
    found = (form(word) for word in pattern_for(language).findall(text))
    return [word for word in found if word]


def spans(text: str, language: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, form) of each word of ``text``, in code points."""
    for match in pattern_for(language).finditer(text):
        yield match.start(), match.end(), form(match[0])


def keyword(value: str) -> str:
    """Give the key of a tag, status or the like, which is always matched as a whole."""
    return " ".join(unicodedata.normalize("NFC", value).casefold().split())
