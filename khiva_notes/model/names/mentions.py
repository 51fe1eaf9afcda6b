"""Every place in a text that is very likely one of a card's names, in any spelling.

A place is taken as a whole name: words that belong to a longer, different name (Zhunaidkhan-Eshim
for Zhunaidkhan) are no mention, because an offer that is wrong costs more than one that is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from khiva_notes.model.names.common import is_common, is_descriptor
from khiva_notes.model.names.folding import WORD
from khiva_notes.model.names.forms import parse_name
from khiva_notes.model.names.parts import LIKELY, Likeness
from khiva_notes.model.names.runs import HYPHENS, WESTERN, Piece, pieces_around
from khiva_notes.model.names.seeker import Seeker
from khiva_notes.model.names.similarity import LAST_NAME_ALONE, likeness


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of a text (code points, end exclusive), its words, and how like the name they are."""

    start: int
    end: int
    text: str
    likeness: Likeness


def find_mentions(text: str, names: Sequence[str]) -> list[Mention]:
    """Find every place in ``text`` that is very likely one of ``names``, in reading order.

    Spans never overlap, the longest match wins. A name does not run over the end of a line.
    Linear in the text's length.
    """
    judge = _Judge(names)
    words = set(WORD.findall(text))
    wanted = {word for word in words if judge.seeker.knows(word)}
    if not wanted:
        return []
    found: dict[tuple[int, int], Likeness] = {}
    for match in WORD.finditer(text):
        if match[0] in wanted and not _mere_opener(text, match, words):
            pieces, at = pieces_around(text, match, judge.seeker, words)
            for i, j in _stretches(pieces, at):
                alike = judge.likeness(pieces, i, j)
                if alike is not None:
                    if _stands_alone(pieces, i, j, alike):
                        found[pieces[i].start, pieces[j - 1].end] = alike
                    break
    return _longest(text, found)


def _mere_opener(text: str, match: re.Match[str], words: set[str]) -> bool:
    """Tell whether a common word has its capital only from the sentence it opens ("Said he")."""
    lowered = match[0].lower()
    if lowered == match[0] or lowered not in words:
        return False
    before = text[max(0, match.start() - 4) : match.start()].rstrip(" \n\u00a0")
    return not before or before[-1] in ".!?:;“\"'‘("


def _stretches(pieces: list[Piece], at: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of pieces with the known word in them, the longest first."""
    spans = [(i, j) for i in range(at + 1) for j in range(at + 1, len(pieces) + 1)]
    for i, j in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        last = pieces[j - 1]
        cut_short = j < len(pieces) and pieces[j].closes
        whole = not cut_short and (last.title is None or last.closes)
        one_person = not any(piece.title in WESTERN for piece in pieces[i + 1 : j])
        if whole and one_person and (pieces[i].opens or _land_title(pieces, i + 1)):
            yield i, j


def _land_title(pieces: list[Piece], i: int) -> bool:
    """Tell whether piece ``i`` is the "of" of a title such as Duke of York."""
    return 0 < i < len(pieces) and pieces[i].base == "of" and pieces[i - 1].title is not None


class _Judge:
    """Compares stretches of the text with the names sought, each wording once."""

    def __init__(self, names: Sequence[str]) -> None:
        self.seeker = Seeker(names)
        self._names = names
        self._full = [name for name in names if len(parse_name(name).core) > 1]
        self._seen: dict[str, Likeness | None] = {}

    def likeness(self, pieces: list[Piece], i: int, j: int) -> Likeness | None:
        """Give the best likeness of pieces ``i`` to ``j``, or None if they are hardly the name."""
        if not all(piece.accounted for piece in pieces[i:j]):
            return None
        lead = pieces[i - 1].base + " " if i and pieces[i - 1].title in WESTERN else ""
        wording = lead + pieces[i].base + "".join(p.gap + p.base for p in pieces[i + 1 : j])
        if wording not in self._seen:
            self._seen[wording] = self._compare(wording)
        return self._seen[wording]

    def _compare(self, wording: str) -> Likeness | None:
        scored = [likeness(wording, name) for name in self._names]
        best = max(scored, key=lambda each: each.score)
        if best.score < LIKELY:
            return None
        full = self._full if len(parse_name(wording).core) > 1 else []
        if LAST_NAME_ALONE in best.reasons and full:
            # Henry Coventry is like "Mr. Coventry", but not if he is called William too.
            return best if any(likeness(wording, name).score >= LIKELY for name in full) else None
        return best


def _stands_alone(pieces: list[Piece], i: int, j: int, alike: Likeness) -> bool:
    """Tell whether the words before and after leave the stretch a name of its own."""
    after = pieces[j] if j < len(pieces) else None
    if after is not None and not after.title and _names_on(after):
        return False
    before = pieces[i - 1] if i else None
    if _land_title(pieces, i - 1) and pieces[i - 2].title in WESTERN:
        return False
    if before is None:
        return True
    if before.initial or is_descriptor(before.base) or pieces[i].gap in HYPHENS:
        return not before.capital
    if before.title is not None or before.caseless or not before.capital:
        return True
    core = parse_name(before.base).core
    named = any(is_common(part.key) or part.surname for part in core)
    return not named and LAST_NAME_ALONE not in alike.reasons


def _names_on(after: Piece) -> bool:
    """Tell whether the word after a name makes it longer; without capitals, only a few words do."""
    if after.caseless:
        return after.particle or any(is_common(p.key) for p in parse_name(after.base).core)
    return after.capital


def _longest(text: str, found: dict[tuple[int, int], Likeness]) -> list[Mention]:
    """Drop stretches that a longer one overlaps."""
    kept: list[Mention] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1].end:
            kept.append(Mention(start, end, text[start:end], found[start, end]))
        elif end - start > kept[-1].end - kept[-1].start:
            kept[-1] = Mention(start, end, text[start:end], found[start, end])
    return kept
