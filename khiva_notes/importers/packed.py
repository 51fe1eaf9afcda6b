"""Documents that are zip files (DOCX, ODT, EPUB), opened with care: bombs, entities, lies.

Of each document only its text parts are handed on, in a package made anew. So pictures, fonts and
what may be packed inside a package never reach the program that parses it.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import PurePosixPath

from khiva_notes.model.errors import UserError

_MEGABYTE = 1 << 20
_MOST_ENTRIES = 10_000
_MOST_UNPACKED = 1024 * _MEGABYTE
_MOST_TEXT = 64 * _MEGABYTE
_SUSPICIOUS_RATIO = 150
_SUSPICIOUS_SIZE = 8 * _MEGABYTE
_HEAVY_WORDS = (
    ".png .jpg .jpeg .gif .bmp .tif .tiff .svg .webp .emf .wmf .ico .mp3 .mp4 .m4a .m4v .ogg .wav "
    ".webm .ttf .otf .woff .woff2 .odttf .bin .zip .gz .7z .rar .tar .jar .xlsx .xls .docx .doc "
    ".pptx .ppt .odt .ods .odp .epub .pdf .css .js"
)
_HEAVY = frozenset(_HEAVY_WORDS.split())


class Package:
    """A document's parts, each read once and within limits; ``UserError`` for what is amiss."""

    def __init__(self, data: bytes, file_name: str) -> None:
        """Read the text parts; pictures and the like are only named."""
        self._file_name = file_name
        self._heavy: list[str] = []
        self._parts: dict[str, bytes] = {}
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                self._read(archive)
        except UserError:
            raise
        except (
            zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, NotImplementedError,
            ValueError, RuntimeError, OSError, OverflowError, KeyError, IndexError,
        ) as error:  # fmt: skip
            raise UserError(
                f"The file “{file_name}” is damaged or cut short; it cannot be unpacked.",
                "Fetch or save it anew.",
            ) from error

    def part(self, name: str) -> bytes:
        """The bytes of a part, ``b""`` if the document has none of that name."""
        return self._parts.get(name, b"")

    def change(self, name: str, change: Callable[[bytes], bytes]) -> None:
        """Put a part that the document has into another form."""
        if name in self._parts:
            self._parts[name] = change(self._parts[name])

    def packed(self) -> bytes:
        """The document with its text parts alone; the others are there and empty."""
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
            for name, data in self._parts.items():
                archive.writestr(zipfile.ZipInfo(name), data)
            for name in self._heavy:
                archive.writestr(zipfile.ZipInfo(name), b"")
        return target.getvalue()

    def _read(self, archive: zipfile.ZipFile) -> None:
        entries = archive.infolist()
        if len(entries) > _MOST_ENTRIES or sum(e.file_size for e in entries) > _MOST_UNPACKED:
            raise self._bomb()
        total = 0
        for entry in entries:
            if entry.is_dir() or entry.filename in self._parts:
                continue
            if entry.flag_bits & 1:
                raise UserError(
                    f"The file “{self._file_name}” is protected by a password.",
                    "Open it in the program it came from and save it without one.",
                )
            if PurePosixPath(entry.filename.lower()).suffix in _HEAVY:
                self._heavy.append(entry.filename)
                continue
            total += entry.file_size
            packed_well = entry.file_size > _SUSPICIOUS_RATIO * max(entry.compress_size, 1)
            if total > _MOST_TEXT or (packed_well and entry.file_size > _SUSPICIOUS_SIZE):
                raise self._bomb()
            part = archive.read(entry)
            refuse_entities(part, self._file_name)
            self._parts[entry.filename] = part

    def _bomb(self) -> UserError:
        most = _MOST_TEXT // _MEGABYTE
        return UserError(
            f"The file “{self._file_name}” unpacks to far more than a text has "
            f"(the limit is {most} MB of text, {_MOST_ENTRIES:,} parts).",
            "If it is a real document, split it into its chapters; otherwise leave it alone.",
        )


def refuse_entities(part: bytes, file_name: str) -> None:
    """Raise a ``UserError`` for XML that defines entities: they can grow without end, or fetch."""
    plain = part.replace(b"\x00", b"") if b"\x00" in part[:200] else part
    if b"<!ENTITY" in plain:
        raise UserError(
            f"The file “{file_name}” defines XML entities, which can be harmful.",
            "Open it in the program it came from and save it again.",
        )
