"""Cuts text into runs of words that can belong to a date; everything else is passed over fast."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from khiva_notes.model.dates.entries import Entry, Kind
from khiva_notes.model.dates.lexicon import (
    CAPITAL,
    DAY_SUFFIXES,
    DECADE_SUFFIXES,
    DOTTED,
    STARTS,
    WORDS,
    YEAR_SUFFIXES,
    phrases_from,
)
from khiva_notes.model.dates.numeric import Numeric, day_comma_year, numeric_date

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"(\d{1,5})([^\W\d_]{0,2})")
_ROMAN = re.compile(r"([IVXІХ]{1,6})(th|st|nd|rd)?")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "І": 1, "Х": 10}
_SUFFIX = re.compile(r"[-’'‐](\w{1,2})\b")
_DASHES = str.maketrans(
    {
        "–": "-",
        "—": "-",
        "‒": "-",
        "−": "-",
        "‑": "-",
        "‐": "-",
        "[": "(",
        "]": ")",
        "\u2060": "",
        "\u200b": "",
        "\u00ad": "",
        "\ufeff": "",
    }
)
_SEPARATORS = frozenset(
    [
        "",
        ",",
        ".",
        ".,",
        "-",
        "/",
        "(",
        ")",
        "),",
        ",(",
        ".(",
        "?",
        "?-",
        "?)",
        "(?)",
        ")-",
        ".-",
        "~",
    ]
)
_ANCHORS = frozenset(
    ["number", "numeric", "month", "hijri-month", "unit", "decade-word", "season", "roman"]
)
_SUFFIXES = DAY_SUFFIXES | DECADE_SUFFIXES | YEAR_SUFFIXES
_MARKED_MONTHS = frozenset("mṣsrjšşdzḏž")  # Muḥarram, Ṣafar, Rabīʿ ... in scholarly spelling
_UNMARKED = str.maketrans("āīūēōḥḫṣšşžẓḍḏżṭ", "aiueohhssszzddzt", "ʿʾʻʼ")
_KNOWN = frozenset(WORDS) | frozenset(STARTS)
_NUMERALS = frozenset("0123456789IVXІХ")
_AFTER_LONE_ROMAN = "вВкпчт-–—"  # "I" is also an English word: век, квартал, половина ...
_BREAK = "|"


class Token(NamedTuple):
    """One word, phrase or number that can belong to a date.

    ``sep`` is what stands between it and the token before, without spaces; ``digits`` counts a
    number's digits; ``suffix`` is what is glued to a number (`nd`, `s`) or the word itself.
    """

    kind: Kind
    value: str | int
    start: int
    end: int
    sep: str
    suffix: str = ""
    digits: int = 0
    numeric: Numeric | None = None


def _roman(word: str) -> int:
    """Give a Roman numeral's value (Cyrillic look-alikes count), 0 if it is none."""
    match = _ROMAN.fullmatch(word)
    if match is None:
        return 0
    values = [_ROMAN_VALUES[letter] for letter in match[1]]
    total = 0
    for value, following in zip(values, [*values[1:], 0], strict=True):
        total += value if value >= following else -value
    return total


def _separator(gap: str) -> str:
    """Normalise what stands between two tokens; `|` where no date goes on."""
    if gap == " ":
        return ""
    if len(gap) > 8 or gap.count("\n") > 1:
        return _BREAK
    plain = "".join(gap.translate(_DASHES).split()).replace("--", "-")
    return plain if plain in _SEPARATORS else _BREAK


class Lexer:
    """Reads one text; ``running`` asks for more care than a phrase typed into a date field."""

    def __init__(self, text: str, *, running: bool) -> None:
        """Keep the text, in which offsets are code points."""
        self.text = text
        self.running = running
        self.complete = True  # False once a word was met that belongs to no date

    def runs(self) -> Iterator[list[Token]]:
        """Give the runs of date words that hold at least one word a date can be built on."""
        run: list[Token] = []
        anchored = False
        resume = 0
        for match in _WORD.finditer(self.text):
            start = match.start()
            if start < resume:
                continue
            word = match[0]
            lower = word.lower()
            if lower[0] in _MARKED_MONTHS and not lower.isascii():
                lower = lower.translate(_UNMARKED)
            if lower not in _KNOWN and word[0] not in _NUMERALS:
                self.complete = False
                if run:
                    if anchored:
                        yield run
                    run, anchored = [], False
                continue
            token = self._token(word, lower, start, match.end(), run[-1].end if run else -1)
            if token is None:
                self.complete = False
            if run and (token is None or token.sep == _BREAK):
                if anchored:
                    yield run
                run, anchored = [], False
            if token is None:
                continue
            if token.sep == _BREAK:
                token = token._replace(sep="")
                self.complete = False
            run.append(token)
            resume = token.end
            anchored = anchored or token.kind in _ANCHORS
        if anchored:
            yield run

    def _token(self, word: str, lower: str, start: int, end: int, last_end: int) -> Token | None:
        """Make the token at a word, or None for a word that says nothing of time."""
        if lower in STARTS:
            for pattern, entry in phrases_from(lower):
                rest = pattern.match(self.text, end)
                if rest is not None:
                    return self._made(entry, start, rest.end(), last_end, lower)
        entry_or_none = WORDS.get(lower)
        if entry_or_none is None:
            return self._number_or_roman(word, start, end, last_end)
        if lower in CAPITAL and self.running and not word[0].isupper():
            return None
        if lower in DOTTED and self.text[end : end + 1] == ".":
            end += 1
        return self._made(entry_or_none, start, end, last_end, lower)

    def _made(self, entry: Entry, start: int, end: int, last_end: int, word: str) -> Token:
        sep = "" if last_end < 0 else _separator(self.text[last_end:start])
        return Token(entry[0], entry[1], start, end, sep, word)

    def _number_or_roman(self, word: str, start: int, end: int, last_end: int) -> Token | None:
        first = word[0]
        sep = "" if last_end < 0 else _separator(self.text[last_end:start])
        if first.isdecimal() and first.isascii():
            return self._number(word, start, end, sep)
        if first in _ROMAN_VALUES and (value := _roman(word)):
            if self.running and len(word) == 1 and self._next_char(end) not in _AFTER_LONE_ROMAN:
                return None
            return Token("roman", value, start, end, sep)
        return None

    def _next_char(self, end: int) -> str:
        return self.text[end : end + 2].strip()[:1] or " "

    def _number(self, word: str, start: int, end: int, sep: str) -> Token | None:
        """Make the token of a number, unless it is a piece of a larger one such as 3,000."""
        text = self.text
        before, after = text[start - 1 : start], text[end : end + 1]
        if before in (".", ",") and text[start - 2 : start - 1].isdecimal() and sep != ",":
            return None
        if after in (".", "/", "-", ","):
            found = numeric_date(text, start, running=self.running)
            if found is not None:
                return Token("numeric", 0, start, found.end, sep, numeric=found)
            if after in (".", ",") and text[end + 1 : end + 2].isdecimal():
                end = day_comma_year(text, start)
                if not end:
                    return None
        match = _NUMBER.fullmatch(word)
        if match is None:
            return None
        suffix = match[2].lower()
        if suffix and suffix not in _SUFFIXES:
            return None
        if suffix in YEAR_SUFFIXES and text[end : end + 1] == ".":
            end += 1
        tail = None if suffix else _SUFFIX.match(text, end)
        if tail is not None and tail[1].lower() in _SUFFIXES:
            suffix, end = tail[1].lower(), tail.end()
        digits = len(match[1])
        return Token("number", int(match[1]), start, end, sep, suffix, digits)
