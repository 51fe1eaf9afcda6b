"""Cuts a wording into figures, words and dashes, with thousands separators of several countries.

A comma, point, apostrophe or space before exactly three digits separates thousands ("3,000",
"3.000", "3'000", "3 000"); any other comma or point is a decimal one ("1.5", "1,5").
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

_GROUPED = r"\d{1,3}(?P<sep>[,.'’ \u00a0\u2009\u202f])\d{3}(?:(?P=sep)\d{3})*(?:[.,]\d{1,2})?"
_TOKEN = re.compile(
    rf"(?<![\d.,])(?P<grouped>{_GROUPED})(?!\d)"
    r"|(?P<plain>\d+(?:[.,]\d+)?(?:\s?[½¼¾⅓⅔])?|[½¼¾⅓⅔])"
    r"|(?P<word>[^\W\d_]+(?:['’ʼʻ`][^\W\d_]+)*)"
    r"|(?P<dash>\s*[-‐‑–—]\s*)"
)

TokenKind = Literal["figure", "word", "dash"]


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a wording with its place; ``value`` and ``grouped`` hold for figures only."""

    kind: TokenKind
    text: str
    start: int
    end: int
    value: float = 0.0
    grouped: bool = False


def tokens(words: str) -> list[Token]:
    """Cut a wording up; marks other than dashes are left out."""
    found: list[Token] = []
    for match in _TOKEN.finditer(words):
        start, end = match.span()
        if match["word"]:
            found.append(Token("word", plain(match["word"]), start, end))
        elif match["dash"]:
            found.append(Token("dash", "-", start, end))
        elif match["grouped"]:
            value = _grouped_value(match["grouped"], match["sep"])
            found.append(Token("figure", match[0], start, end, value, True))
        else:
            found.append(Token("figure", match[0], start, end, _plain_value(match["plain"])))
    return found


def plain(word: str) -> str:
    """Fold case, ё and apostrophes, which number words differ by in print."""
    folded = word.casefold().replace("ё", "е")
    return re.sub("[’ʼʻ`]", "'", folded)


def _grouped_value(text: str, separator: str) -> float:
    whole, mark, rest = text, "", ""
    for decimal in {".", ","} - {separator}:
        if decimal in text:
            whole, mark, rest = text.partition(decimal)
    digits = re.sub(r"\D", "", whole)
    return float(f"{digits}.{rest}" if mark else digits)


def _plain_value(text: str) -> float:
    fraction = unicodedata.numeric(text[-1]) if not text[-1].isdecimal() else 0.0
    digits = re.sub(r"[^\d.,]", "", text).replace(",", ".")
    return (float(digits) if digits else 0.0) + fraction
