"""Readers of files: bytes in, model values out; one file a format behind one registry.

To add a format, write its module with an object that satisfies
:class:`~khiva_notes.importers.contract.Importer`, and name that object in ``IMPORTERS``.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePath

from khiva_notes.importers.contract import Format, Importer
from khiva_notes.importers.docx import DOCX
from khiva_notes.importers.epub import EPUB
from khiva_notes.importers.html import HTML
from khiva_notes.importers.markdown import MARKDOWN
from khiva_notes.importers.odt import ODT
from khiva_notes.importers.pdf import PDF
from khiva_notes.importers.plain_text import PLAIN_TEXT
from khiva_notes.importers.rtf import RTF
from khiva_notes.importers.tei import TEI
from khiva_notes.model.errors import UserError
from khiva_notes.model.texts import ImportedText

__all__ = ["FORMATS", "IMPORTERS", "LARGEST_FILE", "Format", "Importer", "read", "read_bytes"]

IMPORTERS: tuple[Importer, ...] = (
    PLAIN_TEXT,
    MARKDOWN,
    HTML,
    TEI,
    DOCX,
    ODT,
    RTF,
    EPUB,
    PDF,
)

FORMATS: tuple[Format, ...] = tuple(
    Format(importer.name, importer.suffixes, importer.media_type) for importer in IMPORTERS
)

_SIGNATURES_OF_BROKEN_FILES = (b"PK", b"%PDF")
"""With these, a file is of the kind that its name says, only so damaged that nobody claims it."""

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes. The Bible has four and a half million; a larger file is not one source's text."""


def read(path: Path) -> ImportedText:
    """Import the file at ``path``; ``UserError`` if it is missing, unreadable or no text."""
    data = _bytes_of(path)
    return read_bytes(data, path.name)


def read_bytes(data: bytes, file_name: str) -> ImportedText:
    """Import bytes that came with a file name, from a file, the clipboard or an archive.

    Files with a signature of their own (PDF, Word …) are known by it whatever their name; else the
    name's suffix picks the format, else the contents. What nobody claims is read as plain text and
    refused with a ``UserError`` if it is none.
    """
    if not data:
        raise UserError(f"The file “{file_name}” is empty.", "Choose a file that has text in it.")
    if len(data) > LARGEST_FILE:
        raise _too_large(file_name, len(data))
    importer = _importer_for(data, file_name)
    imported = importer.read(data, file_name)
    suffix = PurePath(file_name).suffix.lower()
    named = _by_suffix(suffix)
    if named is None or named is importer:
        return imported
    notice = f"The file's name ends in {suffix}, but it was read as {importer.name}, which it is."
    return replace(imported, notices=(notice, *imported.notices))


def _importer_for(data: bytes, file_name: str) -> Importer:
    for importer in IMPORTERS:
        if importer.signed and importer.claims(data):
            return importer
    named = _by_suffix(PurePath(file_name).suffix.lower())
    if named is not None and (not named.signed or data.startswith(_SIGNATURES_OF_BROKEN_FILES)):
        return named
    for importer in IMPORTERS:
        if importer.claims(data):
            return importer
    return PLAIN_TEXT


def _by_suffix(suffix: str) -> Importer | None:
    return next((importer for importer in IMPORTERS if suffix in importer.suffixes), None)


def _bytes_of(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise UserError(f"“{path}” is a folder.", "Choose the files in it.")
        if not path.exists():
            raise UserError(f"There is no file “{path}”.", "Check its name and folder.")
        if not path.is_file():
            raise UserError(f"“{path}” is not an ordinary file.", "Choose a text file.")
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise _too_large(path.name, size)
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(
            f"The file “{path}” cannot be read: {reason}.",
            "Check that it is still there and that you may read it.",
        ) from error
    except ValueError as error:  # a NUL in the name
        raise UserError(f"“{path!s}” is no file name.", "Check the name.") from error


def _too_large(file_name: str, size: int) -> UserError:
    most = LARGEST_FILE // (1024 * 1024)
    return UserError(
        f"The file “{file_name}” has {size / (1024 * 1024):.0f} MB; a source may have {most}.",
        "Split it into its chapters or volumes, and import those.",
    )
