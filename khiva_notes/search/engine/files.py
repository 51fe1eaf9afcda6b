"""The files of a segment: arrays end to end, and a directory of what lies where.

A segment has three files of plain arrays in the machine's byte order (documents, counts and
positions of all postings, word after word), and a fourth with the vocabulary, the records of its
documents and the directory. The directory is the last thing written, with a checksum, so that a
file cut short anywhere is seen for what it is.
"""

from __future__ import annotations

import json
import sys
import threading
import zlib
from array import array
from collections.abc import Collection
from pathlib import Path
from typing import Any, BinaryIO

from khiva_notes.search.results import IndexUnusable

IDS = ".ids"
COUNTS = ".cnt"
POSITIONS = ".pos"
DIRECTORY = ".dir"
EXTENSIONS = (IDS, COUNTS, POSITIONS, DIRECTORY)

_MAGIC = b"khiva-index-3 " + sys.byteorder.encode("ascii").ljust(8)
_TRAILER = 12
_PIECE = 1 << 20


class DamagedSegment(IndexUnusable):
    """A file of the index is not what was written."""


class NarrowArray:
    """An array of numbers in the fewest bytes each that hold the largest of them."""

    def __init__(self, typecodes: str) -> None:
        """Begin with the first of ``typecodes``, to go on to the next when one overflows."""
        self.data: array[int] = array(typecodes[0])
        self._wider = typecodes[1:]

    def extend(self, values: Collection[int]) -> None:
        """Add whole numbers; a collection, since it may have to be read twice."""
        try:
            self.data.extend(array(self.data.typecode, values))
        except OverflowError:
            self.data = array(self._wider[0], self.data)
            self._wider = self._wider[1:]
            self.extend(values)


class ArrayWriter:
    """Appends arrays to a file and says where they begin."""

    def __init__(self, path: Path) -> None:
        """Open a new file for writing."""
        self._file: BinaryIO = path.open("wb")
        self._size = 0
        self._checksum = 0

    def append(self, values: array[int]) -> int:
        """Write an array; return the byte at which it begins."""
        begin = self._size
        values.tofile(self._file)
        self._size += len(values) * values.itemsize
        self._checksum = zlib.crc32(values, self._checksum)
        return begin

    def close(self) -> tuple[int, int]:
        """Close the file and return its length in bytes and its checksum."""
        self._file.close()
        return self._size, self._checksum


class ArrayReader:
    """Reads pieces of a file of arrays from any thread; whoever drops it last closes it."""

    def __init__(self, path: Path, size: int) -> None:
        """Open the file. Raises DamagedSegment unless it has ``size`` bytes."""
        self._file = path.open("rb", buffering=0)
        self._size = size
        self._one_at_a_time = threading.Lock()
        if self._file.seek(0, 2) != size:
            self._file.close()
            raise DamagedSegment(path.name)

    def __del__(self) -> None:
        """Close the file without a warning: searches of another thread may outlive the index."""
        if hasattr(self, "_file"):
            self._file.close()

    def is_sound(self, checksum: int) -> bool:
        """Read the whole file to see whether it is what was written."""
        found = 0
        for begin in range(0, self._size, _PIECE):
            piece = self.read("B", begin, 0, min(_PIECE, self._size - begin))
            found = zlib.crc32(piece, found)
        return found == checksum

    def read(self, typecode: str, begin: int, start: int, end: int) -> array[int]:
        """Read elements ``start`` to ``end`` of the array that begins at byte ``begin``."""
        values: array[int] = array(typecode)
        if end <= start:
            return values
        wanted = (end - start) * values.itemsize
        with self._one_at_a_time:
            self._file.seek(begin + start * values.itemsize)
            data = self._file.read(wanted)
        if len(data) != wanted:
            raise DamagedSegment(str(self._file.name))
        values.frombytes(data)
        return values


class DirectoryWriter:
    """Collects blobs and, last of all, the directory that says where they are."""

    def __init__(self, path: Path) -> None:
        """Open a new file for writing."""
        self._file: BinaryIO = path.open("wb")
        self._file.write(_MAGIC)
        self._size = len(_MAGIC)
        self._checksum = zlib.crc32(_MAGIC)

    def append(self, blob: bytes) -> list[int]:
        """Write a blob; return where it begins and ends."""
        begin = self._size
        self._write(blob)
        return [begin, self._size]

    def _write(self, blob: bytes) -> None:
        self._file.write(blob)
        self._size += len(blob)
        self._checksum = zlib.crc32(blob, self._checksum)

    def finish(self, directory: dict[str, Any]) -> None:
        """Write the directory and close the file."""
        blob = json.dumps(directory, separators=(",", ":")).encode()
        self._write(blob)
        self._file.write(len(blob).to_bytes(8, "little") + self._checksum.to_bytes(4, "little"))
        self.close()

    def close(self) -> None:
        """Close the file, finished or not."""
        self._file.close()


class DirectoryReader:
    """A finished directory and its blobs; checked as a whole when opened."""

    def __init__(self, path: Path) -> None:
        """Read and check the file. Raises DamagedSegment, or OSError when it cannot be read."""
        data = path.read_bytes()
        body = memoryview(data)[:-_TRAILER] if len(data) > _TRAILER else memoryview(b"")
        trailer = data[-_TRAILER:]
        length = int.from_bytes(trailer[:8], "little")
        if (
            not data.startswith(_MAGIC)
            or length > len(body)
            or zlib.crc32(body) != int.from_bytes(trailer[8:], "little")
        ):
            raise DamagedSegment(path.name)
        self.directory: dict[str, Any] = json.loads(bytes(body[len(body) - length :]))
        self._file = ArrayReader(path, len(data))

    def blob(self, place: list[int]) -> bytes:
        """Read the blob that lies at ``place``."""
        return self.piece(*place)

    def piece(self, begin: int, end: int) -> bytes:
        """Read the bytes from ``begin`` to ``end``."""
        return self._file.read("B", begin, 0, end - begin).tobytes()
