"""English words for a day told by another day, as data and one pattern."""

from __future__ import annotations

import re
from typing import Protocol

_ONES_TEXT = "a one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {word: max(1, n) for n, word in enumerate(_ONES_TEXT.split())} | {
    "an": 1, "thirteen": 13, "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40,
}  # fmt: skip
_PART = "day|date|morning|afternoon|evening|night"
_NUMBER = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_GAP = r"[ \n\u00a0]"
# What follows ties the words to another day: "the same day as", "two days before the battle".
_FREE = rf"(?!{_GAP}+(?:as|of|that|after|before|on|to|in|from|than|when)\b)(?!-)"
_ALONE = rf"(?={_GAP}*(?:[,.;:!?)”\"]|\[|$|{_GAP}(?:and|he|she|they|it|I|we)\b))"
PATTERN = re.compile(
    r"\b(?:"
    rf"(?P<same>(?:the|that){_GAP}(?:very{_GAP}|self-)?same{_GAP}(?P<u1>{_PART}|month|year)){_FREE}"
    rf"|(?P<next>(?:the{_GAP})?(?:next|following){_GAP}(?P<u2>{_PART})|"
    rf"the{_GAP}(?:next|following|ensuing){_GAP}(?P<u3>month|year)){_FREE}"
    rf"|(?P<last>the{_GAP}(?:previous|preceding){_GAP}(?P<u4>{_PART}|month|year)){_FREE}"
    rf"|(?P<after>the{_GAP}(?:{_PART}){_GAP}(?:after|afterwards?)){_ALONE}"
    rf"|(?P<before>the{_GAP}(?:{_PART}){_GAP}before){_ALONE}"
    rf"|(?P<n>{_NUMBER}|\d{{1,3}}){_GAP}(?P<unit>day|week|fortnight|month|year)s?{_GAP}"
    rf"(?:(?P<on>later|afterwards?|thereafter)(?!{_GAP}+than\b)|(?P<back>earlier)(?!{_GAP}+than\b)"
    rf"|(?P<back2>before){_ALONE}|(?P<on2>after){_ALONE})"
    r")(?!\w)",
    re.IGNORECASE,
)
# "Some two days later", "one hundred and two days later": not what the words alone say.
_VAGUE = re.compile(
    rf"\b(?:some|about|around|perhaps|nearly|almost|over|than|every|each|or|to|least|hundred"
    rf"|twenty|thirty){_GAP}$|[-–.,/\d]$",
    re.IGNORECASE,
)


class Language(Protocol):
    """What a module of words offers: a pattern, and what a match of it says."""

    PATTERN: re.Pattern[str]

    def read(self, match: re.Match[str]) -> tuple[int, str] | None:
        """Return how many units on and which, ``s`` at the unit's end if it is a round figure."""


def read(match: re.Match[str]) -> tuple[int, str] | None:
    """Return how many units on and which, ``s`` at the unit's end if it is a round figure.

    None where the words round it make it vaguer than it looks.
    """
    groups = match.groupdict()
    if groups["n"]:
        if _VAGUE.search(match.string, max(0, match.start() - 12), match.start()):
            return None
        word = groups["n"].lower()
        count = _NUMBERS[word] if word in _NUMBERS else int(word)
        unit = groups["unit"].lower()
        unit = f"{unit}s" if unit in ("month", "year") else unit
        return (count if groups["on"] or groups["on2"] else -count), unit
    unit = (groups["u1"] or groups["u2"] or groups["u3"] or groups["u4"] or "day").lower()
    unit = unit if unit in ("month", "year") else "day"
    if groups["same"]:
        return 0, unit
    return (1 if groups["next"] or groups["after"] else -1), unit
