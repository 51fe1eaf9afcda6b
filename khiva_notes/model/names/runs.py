"""The words around a place in a text that may form one name with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from khiva_notes.model.names.common import is_common
from khiva_notes.model.names.folding import WORD, word_parts
from khiva_notes.model.names.forms import NamePart, is_particle, make_part
from khiva_notes.model.names.honorifics import Rank, is_abbreviation, is_address, title_rank
from khiva_notes.model.names.letters import APOSTROPHES
from khiva_notes.model.names.scripts import has_arabic

_BINDING = re.compile(r"[ \u00a0]{1,2}|[-‐‑]|\.[ \u00a0]{0,2}")
_WINDOW = 90
_REACH = 5
_LEADING: frozenset[Rank] = frozenset({"sayyid", "cleric", "hajji"})
_NEVER_LAST: frozenset[Rank | None] = frozenset({None, "sir", "lady", "officer", "sayyid"})
_HYPHENS = frozenset("-‐‑")
WESTERN: frozenset[Rank | None] = frozenset({"sir", "lady", "officer"})


class Vocabulary(Protocol):
    """What must be known about the names sought to read a run of words."""

    @property
    def titled(self) -> bool:
        """Whether a name sought has a title such as khan."""

    def base(self, word: str) -> str | None:
        """Give the dictionary form of a word that fits a name sought."""

    def fits(self, part: NamePart) -> bool:
        """Tell whether a part of a name is like one of those sought."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A word (or half of one, when a title is glued on) with the role it can play in a name.

    ``gap`` is what stands between it and the piece before, ``base`` its dictionary form.
    """

    start: int
    end: int
    gap: str
    base: str
    title: Rank | None
    capital: bool
    initial: bool
    particle: bool
    accounted: bool
    closes: bool

    @property
    def opens(self) -> bool:
        """A name may start here: khan and bek follow a name, Said and Mulla go before it."""
        return self.capital and not self.particle and (self.title is None or self.title in _LEADING)


def pieces_around(
    text: str, match: re.Match[str], known: Vocabulary, words: set[str]
) -> tuple[list[Piece], int]:
    """Return the pieces bound to the word of ``match``, and the index of its first fitting one."""
    low = max(0, match.start() - _WINDOW)
    near = list(WORD.finditer(text, low, match.end() + _WINDOW))
    while near and low and near[0].start() < match.start() and near[0].start() == low:
        near.pop(0)
    here = next(i for i, each in enumerate(near) if each.start() == match.start())
    before: list[Piece] = []
    for i in range(here - 1, max(-1, here - 1 - _REACH), -1):
        found = _read(text, near[i], near[i - 1] if i else None, known, words)
        if not _bound(text, near[i], near[i + 1]) or not _carries(found):
            break
        before[:0] = found
    centre = _read(text, near[here], near[here - 1] if here else None, known, words)
    after: list[Piece] = []
    for i in range(here + 1, min(len(near), here + 1 + _REACH)):
        found = _read(text, near[i], near[i - 1], known, words)
        if not _bound(text, near[i - 1], near[i]) or not _carries(found):
            break
        after += found
    at = next((i for i, piece in enumerate(centre) if piece.title is None), 0)
    return before + centre + after, len(before) + at


def _bound(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Tell whether two words may belong to one name; a full stop binds only what is cut short."""
    gap = text[one.end() : other.start()]
    if _BINDING.fullmatch(gap) is None or not gap:
        return False
    if not gap.startswith("."):
        return True
    word = one[0]
    return (len(word) == 1 and word.isupper()) or is_address(word) or is_abbreviation(word)


def _without_case(word: str) -> str:
    """Take a Turkish ending off a title: Han'ın."""
    cut = max(word.rfind(mark) for mark in APOSTROPHES)
    return word[:cut] if cut > 1 and title_rank(word[:cut]) is not None else word


def _carries(pieces: list[Piece]) -> bool:
    """Only capitals, titles and particles carry a name on."""
    return bool(pieces) and all(p.capital or p.title or p.particle for p in pieces)


def _read(
    text: str,
    match: re.Match[str],
    previous: re.Match[str] | None,
    known: Vocabulary,
    words: set[str],
) -> list[Piece]:
    """Read one word of the text as one or two pieces."""
    word = match[0]
    known_base = known.base(word)
    base = known_base or _without_case(word)
    ordinary = (
        known_base is None and len(word) > 1 and word.lower() != word and word.lower() in words
    )
    end = match.start() + len(word)
    if word.startswith(base) and word[len(base) :][:1] in APOSTROPHES:
        end = match.start() + len(base)
    gap = text[previous.end() : match.start()] if previous is not None else ""
    pieces: list[Piece] = []
    parts = word_parts(base)
    for number, (start, stop, spelt, key) in enumerate(parts):
        surface = base[start:stop]
        part = make_part(surface, spelt, key)
        title = title_rank(surface)
        caseless = has_arabic(surface)
        capital = (word[0].isupper() and not ordinary) or caseless
        initial = part.initial and capital
        particle = is_particle(surface) or (
            surface == "of" and previous is not None and title_rank(previous[0]) is not None
        )
        pieces.append(
            Piece(
                start=match.start() + start if word.startswith(base) else match.start(),
                end=match.start() + stop if number + 1 < len(parts) else end,
                gap=gap if number == 0 else "",
                base=surface,
                title=title,
                closes=title not in _NEVER_LAST and (number > 0 or known.titled or gap in _HYPHENS),
                capital=capital or (number > 0 and title is not None),
                initial=initial,
                particle=particle,
                accounted=title is not None
                or initial
                or particle
                or part.patronymic
                or is_common(key)
                or known.fits(part),
            )
        )
    return pieces
