"""A quotation held against the text it is from: word by word, with its omissions marked or not."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Literal

Fault = Literal["changed", "added", "omitted", "not-found"]

_WORD = re.compile(r"[\w’'ʻʼ`-]+|[^\w\s]")
_GAP = re.compile(r"…|\.\s?\.\s?\.|\[[^\[\]]*\]")
_INITIAL = re.compile(r"\[(\w)\](?=\w)")
_MARK = re.compile(r"\[(?=[^\]]*\d)[\d\s,;:.–-]+\]")
_SAME = str.maketrans("‘’ʻʼ`´“”„«»‐‑–—", "''''''\"\"\"\"\"----")
_LEAST = 60.0
"""Likeness from 0 to 100 from which words are taken for a quotation that was changed."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a quotation differs: its ``words`` and those of the source, either may be none."""

    fault: Fault
    words: str
    source: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of a quotation: where in the source it stands (code points), what differs.

    ``places`` are all beginnings at which its first words stand, one if it was found by likeness.
    """

    places: tuple[int, ...] = ()
    end: int = 0
    differences: tuple[Difference, ...] = ()
    likeness: float = 100.0


@dataclass(slots=True)
class SourceText:
    """A text made ready for many quotations to be looked up in it."""

    text: str
    _words: list[str] = field(init=False)
    _starts: list[int] = field(init=False)
    _ends: list[int] = field(init=False)
    _joined: str = field(init=False)
    _offsets: list[int] = field(init=False)

    def __post_init__(self) -> None:
        """Part the text into words, without the marks by which it cites other works."""
        found = list(_WORD.finditer(_blanked(self.text)))
        self._words = [_folded(w[0]) for w in found]
        self._starts = [w.start() for w in found]
        self._ends = [w.end() for w in found]
        self._offsets = []
        at = 1
        for word in self._words:
            self._offsets.append(at)
            at += len(word) + 1
        self._joined = f" {' '.join(self._words)} "

    def check(self, quotation: str) -> Checked:
        """Compare a quotation; capitals at its beginning may be fitted, words in brackets added."""
        fitted = _INITIAL.sub(r"\1", _blanked(quotation))
        pieces = [_parts(piece) for piece in _GAP.split(fitted)]
        pieces = [piece for piece in pieces if piece]
        if not pieces:
            return Checked()
        exact = self._exactly(pieces)
        return exact if exact is not None else self._nearly(pieces)

    def _exactly(self, pieces: list[list[str]]) -> Checked | None:
        places: list[int] = []
        end = 0
        first = 0
        while (first := self._find(pieces[0], first)) >= 0:
            last = first + len(pieces[0])
            for piece in pieces[1:]:
                after = self._find(piece, last)
                if after < 0:
                    break
                last = after + len(piece)
            else:
                end = end or self._ends[last - 1]
                places.append(self._starts[first])
                first += 1
                continue
            break
        return Checked(tuple(places), end) if places else None

    def _find(self, words: list[str], since: int) -> int:
        """Return from which word on these words stand, -1 if they do not."""
        if since >= len(self._words):
            return -1
        begin = self._offsets[since] - 1
        for told in dict.fromkeys((" ".join(words), " ".join([_swapped(words[0]), *words[1:]]))):
            at = self._joined.find(f" {told} ", begin)
            if at >= 0:
                return bisect_right(self._offsets, at + 1) - 1
        return -1

    def _nearly(self, pieces: list[list[str]]) -> Checked:
        from rapidfuzz.fuzz import partial_ratio_alignment

        words = [word for piece in pieces for word in piece]
        found = partial_ratio_alignment(" ".join(words), self._joined, score_cutoff=_LEAST)
        if found is None or not self._words:
            return Checked(
                differences=(Difference("not-found", " ".join(words), ""),), likeness=0.0
            )
        first = max(0, bisect_right(self._offsets, found.dest_start + 1) - 1)
        last = max(first + 1, bisect_right(self._offsets, found.dest_end))
        reach = len(words) // 2 + 2
        first, last = max(0, first - reach), min(len(self._words), last + reach)
        there = self._words[first:last]
        matcher = SequenceMatcher(None, words, there, autojunk=False)
        return self._told(matcher, words, pieces, first, found.score)

    def _told(
        self,
        matcher: SequenceMatcher[str],
        words: list[str],
        pieces: list[list[str]],
        first: int,
        score: float,
    ) -> Checked:
        blocks = [block for block in matcher.get_matching_blocks() if block.size]
        if not blocks:
            told = Difference("not-found", " ".join(words), "")
            return Checked(differences=(told,), likeness=0.0)
        begin, end = blocks[0].b, blocks[-1].b + blocks[-1].size
        seams = set()
        count = 0
        for piece in pieces[:-1]:
            count += len(piece)
            seams.add(count)
        differences = []
        for tag, a, b, c, d in matcher.get_opcodes():
            if tag == "equal" or (tag == "insert" and a in {0, len(words), *seams}):
                continue
            if a == 0:
                c = max(c, d - b)
            elif b == len(words):
                d = min(d, c + b - a)
            mine, theirs = " ".join(words[a:b]), self._original(first + c, first + d)
            fault: Fault = "omitted" if not mine else "added" if not theirs else "changed"
            differences.append(Difference(fault, mine, theirs))
        return Checked(
            (self._starts[first + begin],), self._ends[first + end - 1], tuple(differences), score
        )

    def _original(self, first: int, last: int) -> str:
        if last <= first:
            return ""
        return " ".join(self.text[self._starts[first] : self._ends[last - 1]].split())


def _parts(words: str) -> list[str]:
    return [_folded(word[0]) for word in _WORD.finditer(words)]


def _folded(word: str) -> str:
    return word.translate(_SAME)


def _swapped(word: str) -> str:
    return word[:1].swapcase() + word[1:]


def _blanked(text: str) -> str:
    return _MARK.sub(lambda mark: " " * len(mark[0]), text)
