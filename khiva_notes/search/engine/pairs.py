"""Where two frequent words stand side by side, found out once instead of at every search.

A phrase with a rarer word in it is quick: only the few documents of that word are looked at. One
of frequent words alone ("of the") would have to go through most of the library's positions.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, repeat
from operator import add

from khiva_notes.search.engine.inverter import Postings

FEWEST = 2000
"""Documents below which going through a word's positions takes no time worth saving."""

_SHARE = 8
_MOST = 80
_PLACE_BITS = 8
_PLACE = (1 << _PLACE_BITS) - 1
_POSITION_BITS = 24
_POSITION = (1 << _POSITION_BITS) - 1
_CHUNK = 4096
_SIDE_BY_SIDE = 3 << (_PLACE_BITS - 1)


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of a section as they are written: two a word, ends in ``*_ends``."""

    ids: array[int]
    counts: array[int]
    positions: array[int]
    id_ends: array[int]
    position_ends: array[int]


def frequent(lists: Lists) -> list[int]:
    """Choose the words of which pairs are kept, by their places: those in most documents."""
    ends = lists.id_ends
    sizes = [ends[at + 2] - ends[at] for at in range(0, len(ends) - 1, 2)]
    least = max(FEWEST, max(sizes, default=0) // _SHARE)
    many = [place for place, size in enumerate(sizes) if size >= least]
    return sorted(sorted(many, key=lambda place: -sizes[place])[:_MOST])


def pairs(lists: Lists, words: Sequence[int]) -> dict[tuple[int, int], Postings]:
    """Find where one of ``words`` follows another, by both places; positions are the first's.

    Documents are gone through some thousands at a time, which bounds the memory.
    """
    found = _Found()
    rows = [_Row(lists, order, list_) for order, word in enumerate(words) for list_ in _two(word)]
    last = max((row.last for row in rows), default=-1)
    for begin in range(0, last + 1, _CHUNK):
        marked = sorted(chain.from_iterable(row.upto(begin + _CHUNK) for row in rows))
        for one, following in pairwise(marked):
            if following - one < _SIDE_BY_SIDE:
                found[(one & _PLACE) << _PLACE_BITS | following & _PLACE].append(one >> _PLACE_BITS)
    return {
        (words[name >> _PLACE_BITS], words[name & _PLACE]): _postings(places)
        for name, places in found.items()
    }


class _Found(dict[int, "array[int]"]):
    """A pair's words, as one number -> every place of it, as document and position in one."""

    def __missing__(self, pair: int) -> array[int]:
        places = self[pair] = array("Q")
        return places


def _postings(places: array[int]) -> Postings:
    counts = Counter([place >> _POSITION_BITS for place in places])
    return Postings(counts.keys(), counts.values(), [place & _POSITION for place in places])


def _two(word: int) -> tuple[int, int]:
    return 2 * word, 2 * word + 1


class _Row:
    """One list of one word, handed out as numbers that sort by place and tell the word.

    Two numbers whose words stand side by side differ by less than ``_SIDE_BY_SIDE``, and no
    others do: there are fewer words than half of what the lowest bits hold.
    """

    def __init__(self, lists: Lists, order: int, at: int) -> None:
        start, end = lists.id_ends[at], lists.id_ends[at + 1]
        self._ids = lists.ids[start:end]
        self._counts = lists.counts[start:end]
        first, last = lists.position_ends[at], lists.position_ends[at + 1]
        self._positions = lists.positions[first:last]
        self._order = order
        self._row = self._position = 0
        self.last = self._ids[-1] if self._ids else -1

    def upto(self, document: int) -> Iterator[int]:
        """Yield the next places, up to ``document``."""
        end = bisect_left(self._ids, document, self._row)
        ids, counts = self._ids[self._row : end], self._counts[self._row : end]
        self._row = end
        start = self._position
        self._position += sum(counts)
        shift = _POSITION_BITS + _PLACE_BITS
        bases = [(number << shift) + self._order for number in ids]
        spread: Iterable[int] = chain.from_iterable(map(repeat, bases, counts))
        places = (place << _PLACE_BITS for place in self._positions[start : self._position])
        return map(add, spread, places)
