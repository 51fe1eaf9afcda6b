"""Which script a word is written in, since each script spells a name by its own rules."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

Script = Literal[
    "latin", "cyrillic", "arabic", "greek", "hebrew", "armenian", "georgian", "devanagari", "cjk",
    "other", "none",
]  # fmt: skip

_PREFIXES: dict[str, Script] = {
    "LATIN": "latin",
    "CYRILLIC": "cyrillic",
    "ARABIC": "arabic",
    "GREEK": "greek",
    "HEBREW": "hebrew",
    "ARMENIAN": "armenian",
    "GEORGIAN": "georgian",
    "DEVANAGARI": "devanagari",
    "CJK": "cjk",
    "HIRAGANA": "cjk",
    "KATAKANA": "cjk",
    "HANGUL": "cjk",
    "FULLWIDTH": "latin",
}
_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")


def script_of(text: str) -> Script:
    """Name the script most letters of ``text`` belong to; ``"none"`` when it has no letters.

    A tie goes to the script that comes first in the text.
    """
    if text.isascii():
        return "latin" if any(map(str.isalpha, text)) else "none"
    counts: dict[Script, int] = {}
    for char in text:
        if char.isalpha() and unicodedata.category(char) != "Lm":
            prefix = unicodedata.name(char, "").partition(" ")[0]
            script = _PREFIXES.get(prefix, "other")
            counts[script] = counts.get(script, 0) + 1
    return max(counts, key=lambda script: counts[script]) if counts else "none"


def has_arabic(text: str) -> bool:
    """Tell whether any letter is Arabic, where short vowels go unwritten."""
    return not text.isascii() and _ARABIC.search(text) is not None
