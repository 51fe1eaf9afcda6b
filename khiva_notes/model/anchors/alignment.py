"""Which word of a text is which word of another version of it.

Runs of words that occur once in either text tie the two together, as in patience diff; what cannot
be had in one order are blocks that were moved. Unlike a diff this takes time in proportion to the
length of the texts, and it sees through moved blocks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import lt

_GRAM = 4
"""Words in a run that must be unique. Of those of a history book 92 in a hundred are."""

_FINER = 3
"""Words in a run within a stretch that has no unique run of the usual length."""

_LARGE = 40
"""Words of a stretch in both texts that are worth a finer look; shorter ones need no more ties."""

_MOVED = 3
"""Unique runs that a block must share to count as moved; fewer are chance."""

_BLOCK_GAP = 40
_BLOCK_DRIFT = 20
"""Words between two ties of one block, and by how many more or fewer they may have become."""

_Range = tuple[int, int, int, int]
"""First and last word in the old text and in the new one, ends exclusive."""


@dataclass(frozen=True, slots=True)
class Tie:
    """``length`` words in a row that are the same in both texts, from these numbers on."""

    old: int
    new: int
    length: int


class Alignment:
    """For each old word its ``partner``, the number of the new word that it is, or -1.

    ``owner`` is the same from the new words' side. ``in_order`` tells which of the old words stand
    between the same others as before; the rest were moved.
    """

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self._old, self._new = old, new
        self.partner = [-1] * len(old)
        self.in_order = bytearray(len(old))
        self.owner = [-1] * len(new)
        self._tie_all()

    def _tie_all(self) -> None:
        old, new = self._old, self._new
        shortest = min(len(old), len(new))
        head = _common(old, new, shortest)
        tail = _common(reversed(old), reversed(new), shortest - head)
        self._write([Tie(0, 0, head)], in_order=True)
        self._write([Tie(len(old) - tail, len(new) - tail, tail)], in_order=True)
        rest = (head, len(old) - tail, head, len(new) - tail)
        pairs = _unique_pairs(old, new, rest, _GRAM)
        chain = _longest_chain(pairs)
        ties = self._write(_ties(chain, _GRAM), in_order=True)
        self._refine(rest, ties)
        kept = set(chain)
        strays = _ties([pair for pair in pairs if pair not in kept], _GRAM)
        self._write(_blocks(strays), in_order=False)

    def _refine(self, whole: _Range, ties: list[Tie]) -> None:
        """Look into the large stretches between ties, in which shorter runs may be unique."""
        for stretch in _between(whole, ties):
            pairs = _unique_pairs(self._old, self._new, stretch, _FINER)
            self._write(_ties(_longest_chain(pairs), _FINER), in_order=True)

    def _write(self, ties: Iterable[Tie], *, in_order: bool) -> list[Tie]:
        """Note ties, cut by those noted before, and drawn out as far as the words are the same."""
        written = []
        for tie in ties:
            old, new, length = tie.old, tie.new, tie.length
            while length and (self.partner[old] >= 0 or self.owner[new] >= 0):
                old, new, length = old + 1, new + 1, length - 1
            while length and (
                self.partner[old + length - 1] >= 0 or self.owner[new + length - 1] >= 0
            ):
                length -= 1
            if not length:
                continue
            while self._free(old - 1, new - 1):
                old, new, length = old - 1, new - 1, length + 1
            while self._free(old + length, new + length):
                length += 1
            self.partner[old : old + length] = range(new, new + length)
            self.owner[new : new + length] = range(old, old + length)
            if in_order:
                self.in_order[old : old + length] = b"\1" * length
            written.append(Tie(old, new, length))
        return written

    def _free(self, old: int, new: int) -> bool:
        return (
            0 <= old < len(self._old)
            and 0 <= new < len(self._new)
            and self.partner[old] < 0
            and self.owner[new] < 0
            and self._old[old] == self._new[new]
        )


def _common(old: Iterable[str], new: Iterable[str], most: int) -> int:
    pairs = zip(range(most), old, new, strict=False)
    return next((number for number, one, other in pairs if one != other), most)


def _unique_pairs(
    old: Sequence[str], new: Sequence[str], stretch: _Range, size: int
) -> list[tuple[int, int]]:
    """Return where runs of ``size`` words begin that occur once in either stretch, by old place."""
    old_start, old_end, new_start, new_end = stretch
    in_new = _unique(new[new_start:new_end], size)
    in_old = _unique(old[old_start:old_end], size)
    return [
        (old_start + place, new_start + there)
        for run, place in in_old.items()
        if place >= 0 and (there := in_new.get(run, -1)) >= 0
    ]


def _unique(words: Sequence[str], size: int) -> dict[int, int]:
    """Map the hash of each run of words to its place, to -1 where it has several.

    Hashes take half the time of the runs themselves; that two of 64 bits are the same by chance
    happens in no library, and would only mislead the search for one passage.
    """
    places: dict[int, int] = {}
    runs = zip(*(words[n:] for n in range(size)), strict=False)
    for place, run in enumerate(map(hash, runs)):
        places[run] = -1 if run in places else place
    return places


def _longest_chain(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the most pairs that are in one order in both texts; ``pairs`` are by old place."""
    new = [there for _, there in pairs]
    if all(map(lt, new, new[1:])):
        return pairs
    lasts: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, there in enumerate(new):
        place = bisect_left(lasts, there)
        before.append(ends[place - 1] if place else -1)
        if place == len(lasts):
            lasts.append(there)
            ends.append(number)
        else:
            lasts[place] = there
            ends[place] = number
    chain = []
    number = ends[-1] if ends else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


def _ties(pairs: list[tuple[int, int]], size: int) -> Iterator[Tie]:
    """Join runs that overlap into ties."""
    first: tuple[int, int] | None = None
    last = (-1, -1)
    for pair in pairs:
        if first is None or pair != (last[0] + 1, last[1] + 1):
            if first is not None:
                yield Tie(*first, last[0] - first[0] + size)
            first = pair
        last = pair
    if first is not None:
        yield Tie(*first, last[0] - first[0] + size)


def _between(whole: _Range, ties: list[Tie]) -> Iterator[_Range]:
    """Give the large stretches between ties as (old start, old end, new start, new end)."""
    old_start, old_end, new_start, new_end = whole
    for tie in [*ties, Tie(old_end, new_end, 0)]:
        if tie.old - old_start >= _LARGE and tie.new - new_start >= _LARGE:
            yield old_start, tie.old, new_start, tie.new
        old_start, new_start = tie.old + tie.length, tie.new + tie.length


def _blocks(ties: Iterable[Tie]) -> Iterator[Tie]:
    """Give those ties that stand together in both texts and share enough to be a moved block."""
    block: list[Tie] = []
    for tie in ties:
        if block:
            last = block[-1]
            gap = tie.old - last.old - last.length
            drift = abs((tie.new - last.new) - (tie.old - last.old))
            if gap > _BLOCK_GAP or drift > _BLOCK_DRIFT or tie.new <= last.new:
                yield from _enough(block)
                block = []
        block.append(tie)
    yield from _enough(block)


def _enough(block: list[Tie]) -> list[Tie]:
    runs = sum(tie.length - _GRAM + 1 for tie in block)
    return block if runs >= _MOVED else []
