"""A segment of the index on disk: written once, then only read, by any number of threads."""

from __future__ import annotations

import threading
from array import array
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Self

from khiva_notes.search.engine.files import (
    COUNTS,
    DIRECTORY,
    IDS,
    POSITIONS,
    ArrayReader,
    ArrayWriter,
    DirectoryReader,
    DirectoryWriter,
)
from khiva_notes.search.engine.inverter import Entry
from khiva_notes.search.engine.records import Records, RecordsWriter
from khiva_notes.search.engine.sections import PostingFiles, Section, SectionWriter, read_section

_ARRAYS = (IDS, COUNTS, POSITIONS)


class SegmentFilesWriter:
    """Writes the files of one segment."""

    def __init__(self, folder: Path, name: str) -> None:
        """Begin the files of the segment called ``name``."""
        self._files = PostingFiles(*(ArrayWriter(folder / (name + end)) for end in _ARRAYS))
        self._directory = DirectoryWriter(folder / (name + DIRECTORY))
        self._sections: list[dict[str, Any]] = []

    def __enter__(self) -> Self:
        """Begin writing."""
        return self

    def __exit__(self, *raised: object) -> None:
        """Close the files, which are of no use unless they were finished."""
        for file in (self._files.ids, self._files.counts, self._files.positions):
            file.close()
        self._directory.close()

    def add_section(self, field: str, language: str, entries: Iterable[Entry]) -> None:
        """Write one section, its words in order."""
        section = SectionWriter(field, language)
        for entry in entries:
            section.add(entry)
        self._sections.append(section.finish(self._files, self._directory))

    def finish(self, records: RecordsWriter) -> None:
        """Write the documents' records and the directory."""
        ends = array("I", [0])
        labels = [label.encode("utf-8", "surrogatepass") for label in records.labels]
        for label in labels:
            ends.append(ends[-1] + len(label))
        directory = {
            "documents": len(records),
            "records": self._directory.append(records.numbers.tobytes()),
            "label_ends": self._directory.append(ends.tobytes()),
            "labels": self._directory.append(b"".join(labels)),
            "sections": self._sections,
        }
        files = (self._files.ids, self._files.counts, self._files.positions)
        self._directory.finish({**directory, "files": [file.close() for file in files]})


class SegmentFiles:
    """Reads one segment; sections are loaded when first asked for and kept."""

    def __init__(self, folder: Path, name: str) -> None:
        """Open and check the files. Raises DamagedSegment or OSError."""
        self._directory = DirectoryReader(folder / (name + DIRECTORY))
        line = self._directory.directory
        self._ids, self._counts, self._positions = (
            ArrayReader(folder / (name + extension), size)
            for extension, (size, _) in zip(_ARRAYS, line["files"], strict=True)
        )
        self._label_ends = array("I", self._directory.blob(line["label_ends"]))
        self._labels_at = line["labels"][0]
        numbers = array("i", self._directory.blob(line["records"]))
        self.records = Records(numbers, self._read_label)
        self.documents: int = line["documents"]
        self._lines = {(s["field"], s["language"]): s for s in line["sections"]}
        self._loaded: dict[tuple[str, str], Section] = {}
        self._one_at_a_time = threading.Lock()

    def is_sound(self) -> bool:
        """Read everything once to see whether it is what was written."""
        files = (self._ids, self._counts, self._positions)
        sums = [checksum for _, checksum in self._directory.directory["files"]]
        return all(file.is_sound(sum_) for file, sum_ in zip(files, sums, strict=True))

    def _read_label(self, number: int) -> str:
        begin, end = self._label_ends[number], self._label_ends[number + 1]
        label = self._directory.piece(self._labels_at + begin, self._labels_at + end)
        return label.decode("utf-8", "surrogatepass")

    def section_names(self) -> list[tuple[str, str]]:
        """List (field, language) of every section, in order."""
        return list(self._lines)

    def section(self, field: str, language: str) -> Section | None:
        """Give one section, or None when this segment has no such words."""
        key = (field, language)
        section = self._loaded.get(key)
        if section is None and key in self._lines:
            with self._one_at_a_time:
                section = self._loaded.get(key)
                if section is None:
                    section = read_section(self._directory, self._lines[key])
                    self._loaded[key] = section
        return section

    def sections(self, field: str) -> list[Section]:
        """List the sections of a field, one a language."""
        found = (self.section(*key) for key in self._lines if key[0] == field)
        return [section for section in found if section is not None]

    def ids(self, section: Section, first: int, last: int) -> array[int]:
        """Read the documents of lists ``first`` to ``last`` (two a word) of a section."""
        ends = section.id_ends
        return self._ids.read(*section.ids, ends[first], ends[last])

    def counts(self, section: Section, first: int, last: int) -> array[int]:
        """Read how often the words of these lists stand in each of their documents."""
        ends = section.id_ends
        return self._counts.read(*section.counts, ends[first], ends[last])

    def positions(self, section: Section, first: int, last: int) -> array[int]:
        """Read the positions of these lists, document after document."""
        ends = section.position_ends
        return self._positions.read(*section.positions, ends[first], ends[last])
