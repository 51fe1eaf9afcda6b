"""The folder as Whoosh sees it, with a check on what Whoosh itself writes there."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import BufferFile

from khiva_notes.search.engine.files import DamagedSegment

_CHECKSUM = 4


class IndexStorage(FileStorage):
    """A folder in which a table of contents ends with a checksum of itself.

    It is read whole, so that no file stays open behind our back.
    """

    def open_file(self, name: str, **options: Any) -> BufferFile:
        """Open a table of contents. Raises DamagedSegment if it is not what was written."""
        data = Path(self.folder, name).read_bytes()
        content, checksum = data[:-_CHECKSUM], data[-_CHECKSUM:]
        if zlib.crc32(content) != int.from_bytes(checksum, "little") or not content:
            raise DamagedSegment(name)
        return BufferFile(memoryview(content), name=name)

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        """Complete a table of contents, and put it in place in one step."""
        with Path(self.folder, oldname).open("r+b") as file:
            checksum = zlib.crc32(file.read())
            file.write(checksum.to_bytes(_CHECKSUM, "little"))
        super().rename_file(oldname, newname, safe)  # type: ignore[no-untyped-call]
