"""Whole lists of postings as dictionaries from document to how often, or to where."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable
from itertools import accumulate

from khiva_notes.search.engine.sections import Section
from khiva_notes.search.engine.segments import SegmentFiles

Counts = dict[int, float]
"""Document -> how often (rarer forms may count for less than one)."""

_PIECE = 1 << 17
_SPARSE = 8

Lists = tuple[int, int]
"""A range of lists of a section, two a word: small letters, capitals; end exclusive."""


def both(place: int) -> Lists:
    """Give the lists of a word, capitalised or not."""
    return 2 * place, 2 * place + 2


def capital(place: int) -> Lists:
    """Give the list of a word where it is capitalised."""
    return 2 * place + 1, 2 * place + 2


def add_counts(
    into: Counts, files: SegmentFiles, section: Section, lists: Lists, factor: float = 1
) -> None:
    """Add how often the words of ``lists`` stand in each document."""
    first, last = lists
    ends = section.id_ends
    if ends[first] == ends[last]:
        return
    ids = files.ids(section, first, last)
    counts: Collection[float] = files.counts(section, first, last)
    if factor != 1:
        counts = [count * factor for count in counts]
    if not into and max(ends[i + 1] - ends[i] for i in range(first, last)) == len(ids):
        into.update(zip(ids, counts, strict=True))  # one list only: no document comes twice
        return
    get = into.get
    for number, count in zip(ids, counts, strict=True):
        into[number] = get(number, 0) + count


def add_range(into: Counts, files: SegmentFiles, section: Section, lists: Lists) -> None:
    """Add how many of very many words stand in each document, which is quicker to find out."""
    ids = files.ids(section, *lists)
    found: Counter[int] = Counter()
    for start in range(0, len(ids), _PIECE):  # in pieces, to let the window's thread in between
        found.update(ids[start : start + _PIECE])
    if into:
        for number, count in found.items():
            into[number] = into.get(number, 0) + count
    else:
        into.update(found)


def documents(files: SegmentFiles, section: Section, lists: Iterable[Lists]) -> set[int]:
    """Collect the documents in any of ``lists``."""
    return set().union(*(files.ids(section, *range_) for range_ in lists))


def positions(
    files: SegmentFiles,
    section: Section,
    lists: Iterable[Lists],
    wanted: Collection[int] | None = None,
) -> dict[int, array[int]]:
    """Find where the words of ``lists`` stand in the ``wanted`` documents (None: in all).

    The positions in a document are in no order when there is more than one list.
    """
    found: dict[int, array[int]] = {}
    for one in (one for first, last in lists for one in range(first, last)):
        ids = files.ids(section, one, one + 1)
        counts = files.counts(section, one, one + 1)
        places = files.positions(section, one, one + 1)
        rows = _rows(ids, wanted)
        for row, start in zip(rows, _starts(counts, rows), strict=True):
            here = places[start : start + counts[row]]
            number = ids[row]
            if number in found:
                found[number].extend(here)
            else:
                found[number] = here
    return found


def _rows(ids: array[int], wanted: Collection[int] | None) -> Collection[int]:
    """Find the rows of ``wanted`` documents, in order."""
    if wanted is None:
        return range(len(ids))
    if len(wanted) * _SPARSE > len(ids):
        return [row for row, number in enumerate(ids) if number in wanted]
    rows = []
    row = 0
    for number in sorted(wanted):
        row = bisect_left(ids, number, row)
        if row < len(ids) and ids[row] == number:
            rows.append(row)
    return rows


def _starts(counts: array[int], rows: Collection[int]) -> Iterable[int]:
    """Sum up the counts before each row."""
    if len(rows) * _SPARSE > len(counts):
        sums = list(accumulate(counts, initial=0))
        return [sums[row] for row in rows]
    starts = []
    start = before = 0
    for row in rows:
        start += sum(counts[before:row])
        before = row
        starts.append(start)
    return starts
