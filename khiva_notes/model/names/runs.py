"""The words around a place in a text that may form one name with it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Protocol

from khiva_notes.model.names.common import is_common
from khiva_notes.model.names.folding import WORD, word_parts
from khiva_notes.model.names.forms import NamePart, is_particle, make_part
from khiva_notes.model.names.honorifics import Rank, is_abbreviation, is_address, title_rank
from khiva_notes.model.names.letters import APOSTROPHES

_BINDING = re.compile(r"[ \u00a0]{1,2}|[-‐‑]|\.[ \u00a0]{0,2}")
_WINDOW = 90
_REACH = 5
_LEADING: frozenset[Rank] = frozenset({"sayyid", "cleric", "hajji"})
_NEVER_LAST: frozenset[Rank | None] = frozenset({None, "sir", "lady", "officer", "sayyid"})
HYPHENS = frozenset("-‐‑")
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
    caseless: bool
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
    end = match.end()
    if word.startswith(base) and word[len(base) :][:1] in APOSTROPHES:
        end = match.start() + len(base)
    dotted = text[match.end() : match.end() + 1] == "."
    capital = word[0].isupper() and (known_base is not None or not _ordinary(word, words))
    if len(word) == 1 and not dotted:
        capital = False  # no initial, but the preposition or the article of a new sentence
    gap = text[previous.end() : match.start()] if previous is not None else ""
    after_title = previous is not None and title_rank(previous[0]) is not None
    first, *rest = word_parts(base) or ((0, len(base), "", ""),)
    piece = _piece(base, first, known, gap, capital, after_title)
    offset = match.start() if word.startswith(base) else match.end() - len(base)
    if not rest:
        return [replace(piece, start=match.start(), end=end)]
    cut = max(match.start() + 1, min(offset + first[1], end - 1))
    title = _piece(base, rest[0], known, "", True, False)
    return [
        replace(piece, start=match.start(), end=cut),
        replace(title, start=cut, end=end, closes=title.title not in _NEVER_LAST),
    ]


def _ordinary(word: str, words: set[str]) -> bool:
    """A word that the text also has in small letters owes its capital to its sentence."""
    return len(word) > 1 and word.lower() != word and word.lower() in words


def _piece(
    base: str,
    span: tuple[int, int, str, str],
    known: Vocabulary,
    gap: str,
    capital: bool,
    after_title: bool,
) -> Piece:
    """Say what a word, or half of a word, can be in a name; its place is filled in later."""
    surface = base[span[0] : span[1]]
    part = make_part(surface, *span[2:])
    title = title_rank(surface)
    caseless = part.arabic and len(surface) > 1
    initial = part.initial and capital
    particle = is_particle(surface) or (surface == "of" and after_title)
    accounted = initial or particle or part.patronymic or is_common(part.key) or known.fits(part)
    return Piece(
        start=0,
        end=0,
        gap=gap,
        base=surface,
        title=title,
        capital=capital or caseless,
        caseless=caseless,
        initial=initial,
        particle=particle,
        accounted=accounted or title is not None,
        closes=title not in _NEVER_LAST and (known.titled or gap in HYPHENS),
    )
