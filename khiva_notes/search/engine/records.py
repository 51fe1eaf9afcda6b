"""What the index keeps of each document besides its words: enough to show it as a hit."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass

from khiva_notes.search.documents import KINDS, Document

NO_DAY = -(1 << 31)
"""Stands for a day that is not known; no Julian day number is that small."""

_FIELDS = 7
_SEPARATOR = "\x1f"
_DAY_LIMIT = (1 << 31) - 1


class RecordsWriter:
    """Collects the records of a segment's documents in order."""

    def __init__(self) -> None:
        """Start with nothing."""
        self.numbers = array("i")
        self.labels: list[str] = []

    def __len__(self) -> int:
        """Count the documents taken in."""
        return len(self.labels)

    def add(self, document: Document, length: int) -> None:
        """Take in one document, ``length`` words long."""
        self.numbers.extend(
            (
                document.item,
                KINDS.index(document.kind) if document.kind in KINDS else len(KINDS),
                document.start,
                document.end,
                _day(document.earliest),
                _day(document.latest),
                length,
            )
        )
        names = () if document.kind == KINDS[-1] else document.names
        parts = (document.uid, document.kind, document.title, *names)
        self.labels.append(_SEPARATOR.join(_one_line(part) for part in parts))

    def copy(self, records: Records, number: int) -> None:
        """Take over one document from another segment."""
        self.numbers.extend(records.numbers[number * _FIELDS : (number + 1) * _FIELDS])
        self.labels.append(records.read_label(number))


@dataclass(slots=True)
class Records:
    """The records of a segment, column by column; a document's number is its row.

    ``read_label`` reads a document's texts from the file, since only the twenty shown need them.
    """

    numbers: array[int]
    read_label: Callable[[int], str]

    @property
    def items(self) -> array[int]:
        """The item each document belongs to."""
        return self.numbers[0::_FIELDS]

    @property
    def kinds(self) -> bytes:
        """Each document's kind, as its place in ``KINDS``; one more for kinds not known here."""
        return bytes(self.numbers[1::_FIELDS].tolist())

    @property
    def starts(self) -> array[int]:
        """Where each paragraph begins in its text."""
        return self.numbers[2::_FIELDS]

    @property
    def earliest(self) -> array[int]:
        """The first day of each document, or NO_DAY."""
        return self.numbers[4::_FIELDS]

    @property
    def latest(self) -> array[int]:
        """The last day of each document, or NO_DAY."""
        return self.numbers[5::_FIELDS]

    @property
    def lengths(self) -> array[int]:
        """How many words each document has."""
        return self.numbers[6::_FIELDS]

    def span(self, number: int) -> tuple[int, int]:
        """Give the start and end of one paragraph."""
        row = number * _FIELDS
        return self.numbers[row + 2], self.numbers[row + 3]

    def label(self, number: int) -> tuple[str, str, str, list[str]]:
        """Give uid, kind, title and other names of one document."""
        uid, kind, title, *names = self.read_label(number).split(_SEPARATOR)
        return uid, kind, title, names


def _day(day: int | None) -> int:
    return NO_DAY if day is None else max(NO_DAY + 1, min(day, _DAY_LIMIT))


def _one_line(text: str) -> str:
    return text.replace(_SEPARATOR, " ").replace("\n", " ")
