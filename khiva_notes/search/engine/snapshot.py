"""One state of the index, as searches see it while the next one is being written."""

from __future__ import annotations

import math
from array import array
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from whoosh.index import TOC

from khiva_notes.search.documents import Stamp
from khiva_notes.search.engine.codec import StampedSchema, open_files
from khiva_notes.search.engine.segments import SegmentFiles
from khiva_notes.search.engine.storage import IndexStorage

INDEX_NAME = "khiva"
_STEPS = 16
"""Document lengths are kept in steps of a sixteenth of an octave: ranking needs no finer ones."""


class SegmentView:
    """An open segment with the columns that ranking and filters go through; never changes."""

    def __init__(self, files: SegmentFiles) -> None:
        """Look at ``files``."""
        self.files = files
        records = files.records
        self.items: array[int] = records.items
        self.kinds: bytes = records.kinds
        self.words = sum(records.lengths)
        self.checked = False

    @cached_property
    def length_codes(self) -> bytes:
        """Each document's length as a step of ``length_of_code``."""
        return bytes(
            min(255, int(_STEPS * math.log2(length + 1))) for length in self.files.records.lengths
        )

    @cached_property
    def starts(self) -> array[int]:
        """Where each paragraph begins in its text."""
        return self.files.records.starts

    @cached_property
    def days(self) -> tuple[array[int], array[int]]:
        """First and last days of all documents."""
        return self.files.records.earliest, self.files.records.latest


def length_of_code(code: int) -> float:
    """Give the length in words that a code stands for."""
    return float(2 ** (code / _STEPS)) - 1


class LiveSegment:
    """A segment in one state of the index: which of its documents are deleted may differ."""

    def __init__(self, view: SegmentView, deleted: frozenset[int]) -> None:
        """Combine the unchanging part with the deletions."""
        self.view = view
        self.files = view.files
        self.deleted = deleted

    @property
    def documents(self) -> int:
        """Count the documents that are not deleted."""
        return self.files.documents - len(self.deleted)

    @cached_property
    def words(self) -> int:
        """Count the words of documents that are not deleted."""
        if not self.deleted:
            return self.view.words
        lengths = self.files.records.lengths
        return self.view.words - sum(lengths[number] for number in self.deleted)


class Snapshot:
    """The segments of one generation; searching it needs no lock."""

    def __init__(
        self, generation: int, stamp: Stamp | None, segments: dict[str, LiveSegment]
    ) -> None:
        """Put together what ``load`` has opened."""
        self.generation = generation
        self.stamp = stamp
        self.by_id = segments
        self.segments = list(segments.values())

    @cached_property
    def documents(self) -> int:
        """Count the documents."""
        return sum(segment.documents for segment in self.segments)

    @cached_property
    def mean_length(self) -> float:
        """Give the mean length of a document in words."""
        words = sum(segment.words for segment in self.segments)
        return max(words / self.documents, 1.0) if self.documents else 1.0

    def is_sound(self) -> bool:
        """Read every file once to see whether it is what was written; done once a segment."""
        for segment in self.segments:
            if not segment.view.checked and not segment.files.is_sound():
                return False
            segment.view.checked = True
        return True

    def opened(self) -> dict[str, SegmentFiles]:
        """Give the files of the segments by their id, for a writer."""
        return {name: segment.files for name, segment in self.by_id.items()}


def load(folder: Path, known: Mapping[str, SegmentView]) -> tuple[Snapshot, str]:
    """Open the newest state in ``folder``, reusing ``known`` segments; also give its release.

    Raises whatever a damaged folder makes Whoosh, pickle or the file system raise.
    """
    storage = IndexStorage(str(folder))
    contents = TOC.read(storage, INDEX_NAME)
    schema = contents.schema
    if not isinstance(schema, StampedSchema):
        raise TypeError("not an index of this program")
    segments = {}
    for segment in contents.segments:
        name = segment.segment_id()
        view = known.get(name) or SegmentView(open_files(storage, segment))
        segments[name] = LiveSegment(view, frozenset(segment.deleted_docs()))
    return Snapshot(contents.generation, schema.read_stamp(), segments), schema.release
