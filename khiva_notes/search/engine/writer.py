"""Whoosh's segment writer, fed with documents: its lock, its commit, our files."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from whoosh.writing import SegmentWriter

from khiva_notes.search.documents import Document, Stamp
from khiva_notes.search.engine.codec import ArrayCodec
from khiva_notes.search.engine.inverter import Inverter
from khiva_notes.search.engine.merger import Source, merge
from khiva_notes.search.engine.records import RecordsWriter
from khiva_notes.search.engine.segments import SegmentFiles, SegmentFilesWriter

_FEW = 8
"""Items that are quicker looked for one by one."""


class DocumentWriter(SegmentWriter):
    """Writes one new segment, from documents or from older segments, and commits it.

    Raises ``whoosh.index.LockError`` when another writer holds the index. ``lock=False`` is for
    processes that make a segment for another one to commit (see ``take_segment``).
    """

    def __init__(self, index: Any, *, lock: bool = True) -> None:
        """Lock the index and read its table of contents afresh."""
        super().__init__(  # type: ignore[no-untyped-call]
            index, codec=ArrayCodec(), compound=False, _lk=lock
        )
        self._folder = Path(self.storage.folder)
        self._inverter = Inverter()
        self._records = RecordsWriter()
        self._sources: list[Source] = []

    def add(self, document: Document) -> None:
        """Take in one document."""
        number = len(self._records)
        self._records.add(document, self._inverter.add(number, document))
        self._added = True
        self.docnum += 1

    def delete_items(self, items: Collection[int], opened: Mapping[str, SegmentFiles]) -> None:
        """Delete every committed document of ``items``; ``opened`` are the segments by their id."""
        for segment in self.segments:
            for number in _documents_of(items, opened[segment.segment_id()].records.items):
                segment.delete_document(number)

    def merge_segments(self, ids: Collection[str], opened: Mapping[str, SegmentFiles]) -> None:
        """Make the segments called ``ids`` into the new one; ``commit`` drops them."""
        chosen = [segment for segment in self.segments if segment.segment_id() in ids]
        self._sources = [
            Source(opened[segment.segment_id()], frozenset(segment.deleted_docs()))
            for segment in chosen
        ]
        self.docnum = sum(segment.doc_count() for segment in chosen)
        self._added = self.docnum > 0
        self.segments = [segment for segment in self.segments if segment not in chosen]

    def take_segment(self) -> Any:
        """Finish the new segment without committing; the process that commits adds it."""
        segment = self._finalize_segment()
        self._finish()
        return segment

    def commit_with(self, stamp: Stamp | None, segments: Sequence[Any] = ()) -> None:
        """Commit, with further finished ``segments``; None keeps the stamp as it is."""
        if stamp is not None:
            self.schema.stamp = (stamp.library, stamp.revision, stamp.token)
        living = (segment for segment in self.segments if segment.doc_count())
        self.segments = [*living, *segments]
        self.commit(merge=False)

    def _flush_segment(self) -> None:
        with SegmentFilesWriter(self._folder, self.newsegment.segment_id()) as files:
            if self._sources:
                merge(self._sources, files)
                return
            for field, language, entries in self._inverter.text_sections():
                files.add_section(field, language, entries)
            for field, entries in self._inverter.key_sections():
                files.add_section(field, "", entries)
            files.finish(self._records)


def _documents_of(items: Collection[int], column: array[int]) -> Iterator[int]:
    """Find the documents of ``items`` in a segment's column of items."""
    if len(items) > _FEW:
        wanted = set(items)
        yield from (number for number, item in enumerate(column) if item in wanted)
        return
    for item in items:
        number = -1
        with suppress(ValueError):  # raised when there are no more of them
            while True:
                number = column.index(item, number + 1)
                yield number
