"""Whether a hyphen at a line's end belongs to the word or only to the line.

The rule, first answer wins:

1. a capital or a digit after the hyphen (and not capitals throughout): it belongs to the word;
2. the text itself elsewhere has the word in one piece, or with the hyphen: as there, the commoner;
3. a half without a vowel, or one that is a mere ending such as ``tion``: it belonged to the line;
4. a first half such as ``self``, ``half`` or ``so-called``: it belongs to the word;
5. a text whose lines hardly ever end with a hyphen was not divided by syllables: to the word;
6. both halves are words of the text, of four letters or more: to the word; else to the line.

Losing a hyphen is the worse mistake of the two, so doubt keeps it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from khiva_notes.model.reflow.lines import Line
from khiva_notes.model.reflow.signs import breaks_word

_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011'’][^\W\d_]+)*")
_LAST = re.compile(r"[^\W_]+(?:[-\u2010\u2011'’][^\W_]+)*(?=[-\u2010]$)")
_FIRST = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_VOWELS = re.compile(r"[aeiouyäöüåæœøàâáãèéêëìíîïòóôõùúûıаеёиоуыэюяіїєўaeiou]", re.IGNORECASE)
_ENDING_WORDS = (
    "tion tions sion sions ment ments ing ings ed er ers ly ness ity ities ous ious able ible "
    "ance ence ances ences ated ating ation ations tive tives tional ture tures ty cial tial "
    "lich liche lichen keit heit ung ungen schaft isch ische ischen chen ten gen den "
    "ного ность ности ский ская ского ских ция ции ние ния ниях ному ными тель теля "
    "lar ler ning dan ligi"
)
_ENDINGS = frozenset(_ENDING_WORDS.split())
_COMPOUNDING_WORDS = (
    "self half quasi vice semi well ill so co cross north south east west anglo franco russo "
    "turko twenty thirty forty fifty sixty seventy eighty ninety кое юго северо социал "
)
_COMPOUNDING = frozenset(_COMPOUNDING_WORDS.split())
_DIVIDING_SHARE = 0.025


class Hyphens:
    """The hyphens at the line ends of one text, judged by that text's own words."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Count the words inside the lines; halves at the lines' ends are evidence for nothing."""
        ends = sum(1 for above, below in pairwise(lines) if breaks_word(above.text, below.text))
        self._words: Counter[str] = Counter()
        if ends:
            for words in _whole_words(lines):
                self._words.update(words)
        self._divided = ends >= 2 and ends >= _DIVIDING_SHARE * len(lines)

    def keeps(self, above: str, below: str) -> bool:
        """Whether the hyphen between two lines stays when they are joined."""
        last, first = _LAST.search(above), _FIRST.match(below)
        if last is None or first is None:
            return True
        left, right = last.group(), first.group()
        if right[0].isdigit() or left[-1].isdigit():
            return True
        capitals = left.isupper() and right.isupper() and len(left + right) > 3
        if right[0].isupper() and not capitals:
            return True
        by_words = self._as_elsewhere(left.casefold(), right.casefold())
        if by_words is not None:
            return by_words
        return self._by_shape(left.casefold(), right.casefold())

    def _as_elsewhere(self, left: str, right: str) -> bool | None:
        whole, hyphened = self._words[left + right], self._words[f"{left}-{right}"]
        if not whole and not hyphened:
            return None
        return hyphened >= whole

    def _by_shape(self, left: str, right: str) -> bool:
        part = re.split(r"[-\u2010\u2011]", left)[-1]
        if not _VOWELS.search(part) or not _VOWELS.search(right):
            return not (part.isascii() or _is_cyrillic(part))
        if right in _ENDINGS and not self._words[right]:
            return False
        if part != left or left in _COMPOUNDING:
            return True
        if not self._divided:
            return True
        both_words = bool(self._words[left] and self._words[right])
        return both_words and len(left) >= 4 and len(right) >= 4


def _is_cyrillic(text: str) -> bool:
    return all("\u0400" <= char <= "\u04ff" for char in text)


def _whole_words(lines: Sequence[Line]) -> Iterable[list[str]]:
    """The words of each line, case folded, without the halves of divided words."""
    halved = False
    for place, line in enumerate(lines):
        words = [word.casefold().replace("\u2010", "-") for word in _WORD.findall(line.text)]
        if halved:
            words = words[1:]
        below = lines[place + 1] if place + 1 < len(lines) else None
        halved = below is not None and breaks_word(line.text, below.text)
        yield words[:-1] if halved else words
