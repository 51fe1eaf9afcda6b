"""Several segments made into one, without what has been deleted from them."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from khiva_notes.search.engine.inverter import Entry, Postings
from khiva_notes.search.engine.records import RecordsWriter
from khiva_notes.search.engine.sections import Section
from khiva_notes.search.engine.segments import SegmentFiles, SegmentFilesWriter

_GONE = -1


@dataclass(frozen=True, slots=True)
class Source:
    """One segment to take documents from, and the numbers of those that are deleted."""

    files: SegmentFiles
    deleted: frozenset[int]


def merge(sources: Sequence[Source], files: SegmentFilesWriter) -> int:
    """Write the living documents of ``sources`` in their order; return how many there are."""
    records = RecordsWriter()
    renumbered = [_renumber(source, records) for source in sources]
    names = dict.fromkeys(name for source in sources for name in source.files.section_names())
    for field, language in sorted(names):
        parts = [
            _Part(source.files, section, numbers)
            for source, numbers in zip(sources, renumbered, strict=True)
            if (section := source.files.section(field, language)) is not None
        ]
        files.add_section(field, language, _entries(parts))
    files.finish(records)
    return len(records)


def _renumber(source: Source, records: RecordsWriter) -> Sequence[int]:
    """Copy the living records; return each old number's new one (or _GONE)."""
    first = len(records)
    if not source.deleted:
        for number in range(source.files.documents):
            records.copy(source.files.records, number)
        return range(first, first + source.files.documents)
    numbers = array("i")
    for number in range(source.files.documents):
        if number in source.deleted:
            numbers.append(_GONE)
        else:
            numbers.append(len(records))
            records.copy(source.files.records, number)
    return numbers


class _Part:
    """One section of one source, read whole, handing out its words' lists in order."""

    def __init__(self, files: SegmentFiles, section: Section, numbers: Sequence[int]) -> None:
        lists = 2 * len(section.words)
        self.words = section.words
        self._ends = section.id_ends
        self._position_ends = section.position_ends
        self._ids = files.ids(section, 0, lists)
        self._counts = files.counts(section, 0, lists) if section.language else None
        self._positions = files.positions(section, 0, lists)
        self._numbers = numbers
        self._next = 0

    def take(self, word: str) -> tuple[Postings | None, Postings | None]:
        """Give the two lists of ``word`` if it is the next one here."""
        at = self._next
        if at == len(self.words) or self.words[at] != word:
            return None, None
        self._next += 1
        return self._list(2 * at), self._list(2 * at + 1)

    def _list(self, at: int) -> Postings | None:
        start, end = self._ends[at], self._ends[at + 1]
        if start == end:
            return None
        numbers = self._numbers
        counts = array("I") if self._counts is None else self._counts[start:end]
        first, last = self._position_ends[at], self._position_ends[at + 1]
        documents = [numbers[number] for number in self._ids[start:end]]
        positions = self._positions[first:last]
        if isinstance(numbers, range) or _GONE not in documents:
            return Postings(documents, counts, positions)
        return _living(documents, counts, positions)


def _living(documents: Sequence[int], counts: array[int], positions: array[int]) -> Postings | None:
    kept = [row for row, number in enumerate(documents) if number != _GONE]
    if not kept:
        return None
    left: list[int] = []
    if counts:
        ends = [0, *accumulate(counts)]
        for row in kept:
            left.extend(positions[ends[row] : ends[row + 1]])
        counts = array("I", [counts[row] for row in kept])
    return Postings([documents[row] for row in kept], counts, left)


def _entries(parts: Sequence[_Part]) -> Iterator[Entry]:
    for word in sorted(set().union(*(part.words for part in parts))):
        lists = [part.take(word) for part in parts]
        small = _join([small for small, _ in lists if small is not None])
        capital = _join([capital for _, capital in lists if capital is not None])
        if small is not None or capital is not None:
            yield Entry(word, small, capital)


def _join(lists: Sequence[Postings]) -> Postings | None:
    if len(lists) < 2:
        return lists[0] if lists else None
    return Postings(
        [number for postings in lists for number in postings.documents],
        [count for postings in lists for count in postings.counts],
        [position for postings in lists for position in postings.positions],
    )
