"""Readers of bibliographies: CSL-JSON, BibTeX and BibLaTeX, RIS."""

from __future__ import annotations

from pathlib import PurePath

from khiva_notes.importers.bibliography.bibtex import BIBTEX
from khiva_notes.importers.bibliography.contract import (
    Bibliography,
    BibliographyFormat,
    Entry,
    Problem,
)
from khiva_notes.importers.bibliography.csl_json import CSL_JSON
from khiva_notes.importers.bibliography.ris import RIS
from khiva_notes.importers.decoding import decode
from khiva_notes.model.errors import UserError

__all__ = [
    "BIBLIOGRAPHY_FORMATS",
    "LARGEST_BIBLIOGRAPHY",
    "Bibliography",
    "BibliographyFormat",
    "Entry",
    "Problem",
    "bibliography_format",
    "read_bibliography",
]

BIBLIOGRAPHY_FORMATS: tuple[BibliographyFormat, ...] = (BIBTEX, RIS, CSL_JSON)

LARGEST_BIBLIOGRAPHY = 64 * 1024 * 1024
"""Bytes: some hundred thousand works."""


def bibliography_format(file_name: str, data: bytes) -> BibliographyFormat | None:
    """Return the format of a file that is a bibliography, None if it is none.

    ``.json`` and ``.txt`` files are bibliographies only if their contents say so.
    """
    suffix = PurePath(file_name).suffix.lower()
    start = data[:4096].decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    for each in BIBLIOGRAPHY_FORMATS:
        if suffix in each.suffixes and (suffix != ".json" or each.claims(start)):
            return each
    if suffix in (".txt", ""):
        return next((each for each in BIBLIOGRAPHY_FORMATS if each.claims(start)), None)
    return None


def read_bibliography(data: bytes, file_name: str) -> Bibliography:
    """Read a bibliography; UserError if the file as a whole is none."""
    if len(data) > LARGEST_BIBLIOGRAPHY:
        raise UserError(
            f"“{file_name}” has more than {LARGEST_BIBLIOGRAPHY // 2**20} MB.",
            "Export it in parts.",
        )
    found = bibliography_format(file_name, data)
    if found is None:
        known = ", ".join(each.name for each in BIBLIOGRAPHY_FORMATS)
        raise UserError(f"“{file_name}” is no bibliography that we know.", f"We read {known}.")
    bibliography = found.read(decode(data, file_name).text.removeprefix("\ufeff"))
    if not bibliography.entries and not bibliography.problems:
        raise UserError(f"There is no work in “{file_name}”.", "Look whether it is the right file.")
    return bibliography
