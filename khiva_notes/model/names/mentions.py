"""Every place in a text that is very likely one of a card's names, in any spelling.

A place is taken as a whole name: words that belong to a longer, different name (Zhunaidkhan-Eshim
for Zhunaidkhan) are no mention, because an offer that is wrong costs more than one that is missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from khiva_notes.model.names.common import is_common
from khiva_notes.model.names.folding import WORD
from khiva_notes.model.names.forms import parse_name
from khiva_notes.model.names.runs import Piece, pieces_around
from khiva_notes.model.names.seeker import Seeker
from khiva_notes.model.names.similarity import LIKELY, Likeness, likeness


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of a text (code points, end exclusive), its words, and how like the name they are."""

    start: int
    end: int
    text: str
    likeness: Likeness


def find_mentions(text: str, names: Sequence[str]) -> list[Mention]:
    """Find every place in ``text`` that is very likely one of ``names``, in reading order.

    Spans never overlap, the longest match wins. Linear in the text's length.
    """
    seeker = Seeker(names)
    words = set(WORD.findall(text))
    wanted = {word for word in words if seeker.knows(word)}
    if not wanted:
        return []
    found: dict[tuple[int, int], Likeness] = {}
    judged: dict[tuple[str, ...], Likeness | None] = {}
    for match in WORD.finditer(text):
        if match[0] in wanted:
            pieces, at = pieces_around(text, match, seeker, words)
            for span, run in _runs(pieces, at):
                spelling = tuple(f"{piece.gap}{piece.base}" for piece in run)
                if spelling not in judged:
                    judged[spelling] = _judge(run, names)
                if (alike := judged[spelling]) is not None:
                    if _stands_alone(pieces, span, alike, seeker):
                        found[run[0].start, run[-1].end] = alike
                    break
    return _longest(text, found)


def _runs(pieces: list[Piece], at: int) -> Iterator[tuple[tuple[int, int], list[Piece]]]:
    """Yield the stretches of pieces with the known word in them, the longest first."""
    spans = [(i, j) for i in range(at + 1) for j in range(at + 1, len(pieces) + 1)]
    for i, j in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if pieces[i].opens and not (j < len(pieces) and pieces[j].closes):
            yield (i, j), pieces[i:j]


def _judge(run: list[Piece], names: Sequence[str]) -> Likeness | None:
    """Compare a stretch with all names; words that no name accounts for must at least be names."""
    if not all(piece.accounted for piece in run):
        return None
    spelling = run[0].base + "".join(piece.gap + piece.base for piece in run[1:])
    best = max((likeness(spelling, name) for name in names), key=lambda each: each.score)
    return best if best.score >= LIKELY else None


def _stands_alone(
    pieces: list[Piece], span: tuple[int, int], alike: Likeness, seeker: Seeker
) -> bool:
    """Tell whether the words before and after leave the stretch a name of its own."""
    before = pieces[span[0] - 1] if span[0] else None
    after = pieces[span[1]] if span[1] < len(pieces) else None
    if after is not None and after.capital and not after.title:
        return False
    if before is None:
        return True
    gap = pieces[span[0]].gap
    if before.title == "lady" and not seeker.a_lady:
        return False
    if before.title == "sir" and seeker.a_lady:
        return False
    if before.title is not None:
        return True
    if before.initial or (before.capital and "-" in gap):
        return False
    if not before.capital:
        return True
    partial = "last name alone" in alike.reasons
    key = parse_name(before.base).core
    return not (partial or any(is_common(part.key) or part.surname for part in key))


def _longest(text: str, found: dict[tuple[int, int], Likeness]) -> list[Mention]:
    """Drop stretches that a longer one overlaps."""
    kept: list[Mention] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1].end:
            kept.append(Mention(start, end, text[start:end], found[start, end]))
        elif end - start > kept[-1].end - kept[-1].start:
            kept[-1] = Mention(start, end, text[start:end], found[start, end])
    return kept
