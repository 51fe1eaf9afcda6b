"""Stretches of a text that look like names: capitals, initials, titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from khiva_notes.model.names.cues import LOWER_TAILS, NOT_NAMES, is_bare_head, is_head
from khiva_notes.model.names.folding import WORD
from khiva_notes.model.names.forms import is_particle
from khiva_notes.model.names.honorifics import Rank, is_abbreviation, is_address, title_rank

_JOINS = re.compile(r"[ \u00a0]{1,2}|[-‐‑]")
_NEW_SENTENCE = re.compile(r"[.!?:“\"\n]")
_DOT = re.compile(r"\.[ \u00a0]{0,2}")
_LONGEST_SHORT = (
    4  # letters of Mrs, Capt: longer addresses need no full stop, so it ends a sentence
)
_WHOLE = frozenset({"king", "sir", "lord", "lady", "duke", "queen", "prince", "captain"})
"""Addresses that are written in full, so that a full stop after them ends a sentence."""

_AFTER_NAME: frozenset[Rank] = frozenset({"khan", "bek", "hajji", "cleric", "plain"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that looks like a name, with the words next to it (empty over a full stop)."""

    start: int
    end: int
    text: str
    before: str
    head_before: str
    after: str
    possessive: bool
    opens_sentence: bool


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    title: Rank | None
    opens_sentence: bool
    before: str
    after: str

    @property
    def initial(self) -> bool:
        """One letter is an initial only with its full stop: "A Roman" is no A. Roman."""
        return len(self.text) == 1 and self.text.isupper() and self.after == "."

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def acronym(self) -> bool:
        return self.text.isupper() and not self.initial


def candidates(text: str) -> Iterator[Candidate]:
    """Yield what looks like names, in reading order; linear in the text's length."""
    words = list(_words(text))
    lower = {word.text for word in words if word.text.islower()}
    i = 0
    while i < len(words):
        if not _starts(words[i], lower):
            i += 1
            continue
        j = i + 1
        while j < len(words) and _goes_on(text, words, i, j, lower):
            j += 1
        k = j
        while k > i and not _may_end(words[k - 1]):
            k -= 1
        if _tells(words[i:k]):
            yield _candidate(text, words, i, k)
        i = j


def _words(text: str) -> Iterator[_Word]:
    """Read the text's words with their titles, and whether they open a sentence."""
    end = 0
    for match in WORD.finditer(text):
        gap = text[end : match.start()]
        fresh = not end or _NEW_SENTENCE.search(gap) is not None
        title = title_rank(match[0])
        end = match.end()
        yield _Word(match.start(), end, match[0], title, fresh, gap[-1:], text[end : end + 1])


def _starts(word: _Word, lower: set[str]) -> bool:
    """A capital starts a name unless it is an ordinary word that merely opens a sentence."""
    if not word.capital or word.acronym or word.before == "-":
        return False
    return word.initial or not _ordinary(word, lower)


def _ordinary(word: _Word, lower: set[str]) -> bool:
    lowered = word.text.lower()
    if word.after == "-":
        return False
    return lowered in NOT_NAMES or (lowered in lower and word.opens_sentence)


def _goes_on(text: str, words: list[_Word], first: int, j: int, lower: set[str]) -> bool:
    """Tell whether word ``j`` belongs to the name begun at ``first``."""
    before, word = words[j - 1], words[j]
    gap = text[before.end : word.start]
    shortened = is_address(before.text) and before.text.lower() not in _WHOLE
    if before.initial or shortened or is_abbreviation(before.text):
        bound = _JOINS.fullmatch(gap) is not None or _DOT.fullmatch(gap) is not None
    else:
        bound = _JOINS.fullmatch(gap) is not None
    if not bound or word.acronym:
        return False
    if is_address(word.text) and not is_address(before.text):
        return False
    if is_particle(word.text) or (word.text == "of" and before.title == "sir"):
        return j + 1 < len(words) and words[j + 1].capital
    if word.text in LOWER_TAILS:
        return True
    if word.title in _AFTER_NAME and (word.capital or word.title in ("khan", "bek", "hajji")):
        return not (before.title is not None and not word.capital)
    if is_address(before.text) and word.capital and len(word.text) > 1:
        return True  # Mr. May is no month
    if not word.capital or (_ordinary(word, lower) and not word.initial):
        return False
    if is_head(before.text) and not is_head(word.text):
        return False
    if before.title == "khan" and j - 1 > first:
        return False
    if word.initial and not before.initial:
        follows = words[j + 1] if j + 1 < len(words) else None
        return follows is not None and not follows.initial and not is_head(before.text)
    return True


def _tells(words: list[_Word]) -> bool:
    """Tell whether anything but titles, initials and heads is said; Mr. Hill is no hill."""
    if len(words) > 1 and is_address(words[0].text):
        return not all(word.initial for word in words[1:])
    telling = [word.text for word in words if not word.initial and not word.title]
    return bool(telling) and not is_bare_head(telling)


def _may_end(word: _Word) -> bool:
    return (
        not is_particle(word.text)
        and word.text != "of"
        and (word.capital or word.title is not None or word.text in LOWER_TAILS)
    )


def _candidate(text: str, words: list[_Word], i: int, k: int) -> Candidate:
    start, end = words[i].start, words[k - 1].end
    fresh = words[i].opens_sentence
    return Candidate(
        start,
        end,
        text[start:end],
        before=words[i - 1].text if i and not fresh else "",
        head_before=words[i - 2].text if i > 1 and not fresh else "",
        after=words[k].text if k < len(words) and not words[k].opens_sentence else "",
        possessive=text[end : end + 2] in ("'s", "’s"),
        opens_sentence=fresh,
    )
