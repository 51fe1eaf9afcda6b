"""The formats that files can come in, for file dialogs and for the page that takes files."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A format by its name, with the endings of its files, lower case, dot included."""

    name: str
    suffixes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MissingPart:
    """An optional part that is not installed: what it is for, and the command that installs it."""

    name: str
    formats: str
    command: str


_COMMAND = "pip install 'khiva-notes[formats]'"


def kinds() -> tuple[Kind, ...]:
    """Return every registered format, texts first, then lists of works."""
    from khiva_notes.importers import FORMATS
    from khiva_notes.importers.bibliography import BIBLIOGRAPHY_FORMATS
    from khiva_notes.services.importing import NOTES

    return (
        *(Kind(form.name, form.suffixes) for form in FORMATS),
        *(Kind(form.name, form.suffixes) for form in BIBLIOGRAPHY_FORMATS),
        Kind("Zotero", (".sqlite",)),
        Kind("GEDCOM", NOTES[:1]),
        Kind("Table of people, places or events", NOTES[1:]),
    )


def missing_parts() -> tuple[MissingPart, ...]:
    """Return the optional parts that some formats need and that are not there."""
    from khiva_notes.importers.pandoc.program import find_pandoc

    missing = []
    if find_pandoc() is None:
        missing.append(MissingPart("pandoc", "Word, OpenDocument, EPUB", _COMMAND))
    if importlib.util.find_spec("pypdfium2") is None:
        missing.append(MissingPart("pypdfium2", "PDF", _COMMAND))
    return tuple(missing)


def dialog_filters(all_words: str, every_words: str) -> str:
    """Return the filters of a file dialog: all that can be read, each format, and every file."""
    shown = kinds()
    endings = dict.fromkeys(suffix for kind in shown for suffix in kind.suffixes)
    lines = [(all_words, endings), *((kind.name, kind.suffixes) for kind in shown)]
    filters = [f"{name} ({' '.join(f'*{end}' for end in ends)})" for name, ends in lines]
    return ";;".join([*filters, f"{every_words} (*)"])
