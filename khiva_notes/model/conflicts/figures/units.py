"""Takes a unit's words apart: what is counted, in which measure, and on what base.

The base is what is counted along or left out: "men with the auxiliaries", "armed rebels".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from khiva_notes.model.conflicts.figures.tokens import plain
from khiva_notes.model.conflicts.figures.unit_names import UNIT_NAMES, UnitName
from khiva_notes.model.conflicts.idle_words import IDLE

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*²?")
_WIDE = re.compile(
    r"\b(?:includ\w+|together with|along with|counting|with (?:the|their|his|all)|including"
    r"|вместе с\w*|включая|считая|einschließlich|mitsamt|samt|y compris|avec (?:les|leurs|ses))\b",
    re.I,
)
_NARROW = re.compile(
    r"\b(?:not counting|not including|without|exclud\w+|besides|apart from|other than|except\w*"
    r"|не считая|без|кроме|исключая|ohne|außer|sans|hormis|sans compter)\b",
    re.I,
)

Base = Literal["plain", "with", "without"]


@dataclass(frozen=True, slots=True)
class Counted:
    """What a figure counts: the unit as known (None if not), its base, and further words.

    ``detail`` holds the words that say more than the noun (armed, Turkmen), ``aside`` those that
    are counted along or left out.
    """

    words: str
    unit: UnitName | None
    base: Base
    detail: frozenset[str]
    aside: frozenset[str]

    @property
    def open(self) -> bool:
        """True where nothing is named but "people", so that it fits whatever is asked for."""
        return not self.detail and (self.unit is None or self.unit == _PEOPLE)


_PEOPLE = UNIT_NAMES["people"]


@lru_cache(maxsize=1 << 10)
def counted_thing(words: str) -> Counted:
    """Take a unit's words apart; an empty unit is an open one."""
    base: Base = "plain"
    head, aside = words, ""
    for pattern, kind in ((_NARROW, "without"), (_WIDE, "with")):
        match = pattern.search(words)
        if match:
            base = "without" if kind == "without" else "with"
            head, aside = words[: match.start()], words[match.end() :]
            break
    unit: UnitName | None = None
    detail: set[str] = set()
    for word in _telling(head):
        known = UNIT_NAMES.get(word)
        if known is not None and (unit is None or (unit == _PEOPLE and known != _PEOPLE)):
            unit = known
        elif known is None or known != unit:
            detail.add(_stem(word))
    return Counted(words, unit, base, frozenset(detail), frozenset(map(_stem, _telling(aside))))


def _telling(words: str) -> list[str]:
    folded = (plain(word) for word in _WORD.findall(words))
    return [word for word in folded if word not in IDLE or word in UNIT_NAMES]


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
