"""Texts that share so much wording that one was likely copied from the other, or both from a third.

Two authors who write on one thing share words, seldom runs of words. What counts is the share of
runs of four words (shingles) that both texts have, and the longest run they share. Thresholds were
tuned on some 10,000 paragraphs of two authors, and on copies of them with a part of the words
changed: see ``benchmarks/conflicts.py``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from khiva_notes.model.conflicts.wording import quoted, sentence

RUN = 4
"""Words in a shingle."""
ENOUGH_RUNS = 5
LEAST_SHARE = 0.08
LONG_RUN = 12
COMMONPLACE = 8
"""A run that stands in more texts than this is a phrase of the language, not of an author."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class LikelyCopy:
    """Two texts by their keys, how much of the shorter one they share, and the longest run.

    ``share`` is between 0 and 1; ``run`` the longest shared run as it stands in the first text.
    """

    first: str
    second: str
    share: float
    run: str
    why: str


def likely_copies(
    texts: Mapping[str, str], cancelled: Callable[[], bool] = lambda: False
) -> list[LikelyCopy]:
    """Suggest which texts share wording by more than chance, the most alike first.

    Time grows with the texts' length and with how much they share, not with the square of their
    number. A suggestion only: both may quote a third. Gives [] when cancelled.
    """
    cut: dict[str, Words] = {}
    runs: dict[str, list[int]] = {}
    once: set[int] = set()
    shared: set[int] = set()
    for key, text in texts.items():
        if cancelled():
            return []
        cut[key] = _words(text)
        runs[key] = _runs(cut[key])
        unique = set(runs[key])
        shared |= unique & once
        once |= unique
    common = _common(runs, shared)
    found = []
    for (first, second), places in common.items():
        copy = _weighed(first, second, cut[first], cut[second], places, texts[first])
        if copy is not None:
            found.append(copy)
    return sorted(found, key=lambda copy: -copy.share)


Words = Sequence[tuple[str, int, int]]


def _runs(words: Words) -> list[int]:
    """Give a number for each run of words, equal for equal runs, in order."""
    bare = [word for word, _, _ in words]
    return list(map(hash, zip(*(bare[n:] for n in range(RUN)), strict=False)))


def _common(
    runs: Mapping[str, Sequence[int]], shared: Collection[int]
) -> dict[tuple[str, str], list[tuple[int, int]]]:
    """Give, for each two texts, the places of the runs they share."""
    standing: dict[int, dict[str, int]] = {}
    for key, own in runs.items():
        for place, run in enumerate(own):
            if run in shared:
                standing.setdefault(run, {}).setdefault(key, place)
    found: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for places in standing.values():
        if len(places) <= COMMONPLACE:
            for (one, place), (other, other_place) in combinations(places.items(), 2):
                found.setdefault((one, other), []).append((place, other_place))
    return found


def _words(text: str) -> list[tuple[str, int, int]]:
    return [(match[0].casefold(), match.start(), match.end()) for match in _WORD.finditer(text)]


def _weighed(
    first: str,
    second: str,
    words: Words,
    others: Words,
    shared: Sequence[tuple[int, int]],
    text: str,
) -> LikelyCopy | None:
    """Decide whether a pair shares more than chance gives."""
    runs = min(len(words), len(others)) - RUN + 1
    share = min(1.0, len(shared) / runs)
    start, length = _longest(shared)
    if not (len(shared) >= ENOUGH_RUNS and share >= LEAST_SHARE) and length < LONG_RUN:
        return None
    run = text[words[start][1] : words[start + length - 1][2]]
    shown = run if length <= 30 else text[words[start][1] : words[start + 29][2]] + " …"
    why = sentence(
        f"{share:.0%} of the shorter text's runs of four words stand in the other too; the longest"
        f" they share has {length} words, {quoted(shown)}"
    )
    return LikelyCopy(first, second, share, run, why)


def _longest(shared: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Find the longest shared run as its first word's place in the first text, and its length."""
    found = set(shared)
    best = (0, 0)
    for place, other in shared:
        if (place - 1, other - 1) in found:
            continue
        length = 1
        while (place + length, other + length) in found:
            length += 1
        best = max(best, (length + RUN - 1, -place))
    return -best[1], best[0]
