"""Reads a year where one may stand: 1918, 1918 г., 44 BC, A.H. 1336, 1659/60."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from khiva_notes.model.dates.lexer import Token
from khiva_notes.model.dates.lexicon import YEAR_SUFFIXES
from khiva_notes.model.dates.parts import Era

_OF_YEAR = frozenset(["of", "the"])
_AFTER_MONTH = frozenset(["", ",", ".", ".,", ")", "),"])


class Year(NamedTuple):
    """A year as read: ``number`` as written, ``bare`` if nothing but digits says that it is one.

    ``double`` is the following year of an old-style double year (1659/60), else 0; ``after`` is
    the index of the next token.
    """

    number: int
    era: Era
    bare: bool
    double: int
    after: int

    @property
    def astronomical(self) -> int:
        """Count as astronomers do: 1 BC is 0."""
        return 1 - self.number if self.era == "bc" else self.number


def year_at(
    tokens: Sequence[Token], i: int, *, fewest_digits: int = 4, double: bool = False
) -> Year | None:
    """Read a year at token ``i``; short ones need an era or a word for "year" beside them."""
    j, era, named = i, "", False
    if j < len(tokens) and tokens[j].kind == "unit" and tokens[j].value == "year":
        if tokens[j].suffix in YEAR_SUFFIXES:  # "г." before a number is a town or a gramme
            return None
        named, j = True, j + 1
        while j < len(tokens) and tokens[j].kind in _OF_YEAR:
            j += 1
    if j < len(tokens) and tokens[j].kind == "era":
        era, j = str(tokens[j].value), j + 1
    if j >= len(tokens) or tokens[j].kind != "number":
        return None
    if j > i and tokens[j].sep:
        return None
    token = tokens[j]
    number, j = int(token.value), j + 1
    if token.suffix in ("s", "st", "nd", "rd", "th", "d"):
        return None
    second, j = _second_half(tokens, j, number) if double else (0, j)
    if token.suffix in YEAR_SUFFIXES:
        named = True
    if is_year_word(tokens, j):
        if continues_range(tokens, i) or (token.digits <= 2 and not _era_follows(tokens, j + 1)):
            return None  # "19 год" leaves the century open
        named, j = True, j + 1
    if not era and _is_era_behind(tokens, j, number):
        era, j = str(tokens[j].value), j + 1
    if (
        (not (era or named) and token.digits < fewest_digits)
        or number == 0
        or token.digits > (5 if era == "bc" else 4)
    ):
        return None
    return Year(number, era, not (era or named), second, j)  # type: ignore[arg-type]


def is_year_word(tokens: Sequence[Token], j: int) -> bool:
    """Say whether a word after a number makes it a year; English `1000 years` is a length."""
    if j >= len(tokens) or tokens[j].sep not in ("", "."):
        return False
    return tokens[j].kind == "unit" and tokens[j].value == "year" and not tokens[j].suffix.isascii()


def continues_range(tokens: Sequence[Token], i: int) -> bool:
    """Say whether token ``i`` is the 20 of `1918-20`, which is no year of its own."""
    if i == 0 or tokens[i].sep not in ("-", "/") or tokens[i].digits > 2:
        return False
    return tokens[i - 1].kind == "number" and tokens[i - 1].digits == 4


def _era_follows(tokens: Sequence[Token], j: int) -> bool:
    return j < len(tokens) and tokens[j].kind == "era"


def _is_era_behind(tokens: Sequence[Token], j: int, number: int) -> bool:
    """Say whether the era at ``j`` belongs to the number before it, not to one after (AD 324)."""
    if j >= len(tokens) or tokens[j].kind != "era" or tokens[j].sep not in ("", "."):
        return False
    leads = j + 1 < len(tokens) and tokens[j + 1].kind == "number" and not tokens[j + 1].sep
    return not leads or (tokens[j].value == "bc" and number < 1000)


def _second_half(tokens: Sequence[Token], j: int, year: int) -> tuple[int, int]:
    """Read the /60 of 1659/60: the same winter's year by the reckoning of today."""
    if j < len(tokens) and tokens[j].kind == "number" and tokens[j].sep in ("/", "-"):
        number, digits = int(tokens[j].value), tokens[j].digits
        if digits <= 4 and number == (year + 1) % 10**digits and not tokens[j].suffix:
            return year + 1, j + 1
    return 0, j


def year_after(
    tokens: Sequence[Token], i: int, *, fewest_digits: int = 4, double: bool = False
) -> Year | None:
    """Read the year that follows a day or month: `, 1918`, ` of the year 1918`, ` 1918 г.`."""
    j = i
    if j < len(tokens) and tokens[j].sep not in _AFTER_MONTH and not _hyphenated(tokens, j):
        return None
    while j < len(tokens) and tokens[j].kind in ("of", "the") and j < i + 2:
        j += 1
    return year_at(tokens, j, fewest_digits=fewest_digits, double=double)


def _hyphenated(tokens: Sequence[Token], i: int) -> bool:
    """Say whether the year is the end of `22-Jan-1918`."""
    return i > 1 and tokens[i].sep == "-" == tokens[i - 1].sep and tokens[i - 1].kind == "month"
