"""Bringing many files in: which files, one after the other, and a report of each.

The window reads on another thread and adds on its own, so both halves stand by themselves:
:func:`read_each` needs no library, :func:`take` needs no file. :func:`import_many` does both.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from khiva_notes.importers.bibliography.contract import Bibliography
from khiva_notes.importers.notes.contract import Notes
from khiva_notes.model.citations import Mark, find_marks
from khiva_notes.model.errors import UserError
from khiva_notes.model.items import Item
from khiva_notes.model.texts import ImportedText
from khiva_notes.services.bibliography_import import BibliographyReport, import_bibliography
from khiva_notes.services.library import Library
from khiva_notes.services.notes_import import (
    NotesReport,
    read_notes,
    read_table_file,
    take_notes,
)
from khiva_notes.services.sources import import_text

_FAMILY_TREE = ".ged"
NOTES = (_FAMILY_TREE, ".csv", ".tsv")
"""Endings of files whose rows become cards; those that belong to one source have another door."""

Progress = Callable[[int, int, Path], None]
"""Told before each file: how many are done, how many there are, which is next."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The files to read, and how many of the folders' files are of no format known here."""

    files: tuple[Path, ...]
    passed_over: int = 0


@dataclass(frozen=True, slots=True)
class Read:
    """One file after reading: its text, or the works or cards it lists, or why it has none."""

    path: Path
    imported: ImportedText | None
    error: UserError | None = None
    bibliography: Bibliography | None = None
    marks: tuple[Mark, ...] | None = None
    """A text's citation marks, found where it was read: in a long one that takes a while."""
    notes: Notes | None = None
    """The cards of a family tree or a table."""


@dataclass(frozen=True, slots=True)
class Came:
    """A file that became a source, with sentences about how."""

    path: Path
    source: Item
    notices: tuple[str, ...]


@dataclass(slots=True)
class Report:
    """What became of each file; ``twins`` were left out, with the source that each is already."""

    came: list[Came] = field(default_factory=list)
    failed: list[tuple[Path, UserError]] = field(default_factory=list)
    twins: list[tuple[Path, Item]] = field(default_factory=list)
    passed_over: int = 0
    cancelled: bool = False
    bibliographies: list[tuple[Path, BibliographyReport]] = field(default_factory=list)
    notes: list[tuple[Path, NotesReport]] = field(default_factory=list)

    @property
    def done(self) -> int:
        """How many files have been dealt with."""
        lists = (self.came, self.failed, self.twins, self.bibliographies, self.notes)
        return sum(len(each) for each in lists)

    def lines(self) -> list[str]:
        """The report in sentences: numbers first, then what did not come in and why."""
        lines = []
        if self.came or not (self.bibliographies or self.notes):
            lines.append(f"{_many(len(self.came), 'text')} came in.")
        for path, works in self.bibliographies:
            lines += [f"{path.name}: {line}" for line in works.lines()]
        for path, cards in self.notes:
            lines += [f"{path.name}: {line}" for line in cards.lines()]
        if self.cancelled:
            lines.append("The rest was left out, as asked.")
        lines += [f"{path.name}: {error}" for path, error in self.failed]
        lines += [
            f"{path.name} is in the library already, as '{source.title}', and was left out."
            for path, source in self.twins
        ]
        if self.passed_over:
            other = _many(self.passed_over, "file")
            lines.append(f"{other} in the folders, of other formats, were passed over.")
        return lines


def files_in(paths: Iterable[Path]) -> Chosen:
    """The files that these paths name: each file, and of each folder those of known formats.

    Hidden files, links to folders, and what a browser saves beside a page are left out.
    """
    from khiva_notes.importers import FORMATS
    from khiva_notes.importers.bibliography import BIBLIOGRAPHY_FORMATS

    suffixes = {suffix for form in FORMATS for suffix in form.suffixes}
    suffixes |= {suffix for form in BIBLIOGRAPHY_FORMATS for suffix in form.suffixes}
    suffixes = (suffixes - {".json"}) | {_FAMILY_TREE}
    files: dict[Path, None] = {}
    passed_over = 0
    for path in paths:
        if not path.is_dir():
            files.setdefault(path)
            continue
        for found in _inside(path):
            if found.suffix.lower() in suffixes or is_bibliography(found):
                files.setdefault(found)
            else:
                passed_over += 1
    return Chosen(tuple(files), passed_over)


def read_each(
    files: Iterable[Path],
    progress: Progress = lambda done, of, path: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Read]:
    """Read files one after the other; a bad one comes with its error and stops no other."""
    waiting = list(files)
    for place, path in enumerate(waiting):
        if cancelled():
            return
        progress(place, len(waiting), path)
        try:
            yield read_one(path)
        except UserError as error:
            yield Read(path, None, error)


def read_one(path: Path) -> Read:
    """Read a file as what it is: a list of works, or a text; UserError if it is neither."""
    from khiva_notes import importers
    from khiva_notes.importers.bibliography import LARGEST_BIBLIOGRAPHY
    from khiva_notes.importers.bibliography.apart import read_apart

    if is_zotero(path):
        from khiva_notes.services.zotero import read_zotero

        return Read(path, None, bibliography=read_zotero(path))
    if path.suffix.lower() in NOTES:
        return Read(path, None, notes=_notes_of(path))
    if not is_bibliography(path):
        imported = importers.read(path)
        return Read(path, imported, marks=find_marks(imported.body.text))
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_BIBLIOGRAPHY + 1)
    except OSError as error:
        raise UserError(f"“{path}” cannot be read ({error.strerror}).", "Try again.") from error
    return Read(path, None, bibliography=read_apart(data, path.name))


def _notes_of(path: Path) -> Notes:
    """Read a family tree or a table, and tell what a table's columns are taken for."""
    if path.suffix.lower() == _FAMILY_TREE:
        return read_notes(path)
    table = read_table_file(path)
    pairs = zip(table.header, table.mapping.columns, strict=True)
    told = ", ".join(
        f"{name} as {target}" if target else f"{name} left out" for name, target in pairs
    )
    notes = table.notes()
    columns = f"Each row was taken for a {table.mapping.kind}; columns: {told}."
    return replace(notes, problems=(columns, *notes.problems))


def is_bibliography(path: Path) -> bool:
    """Tell from a file's name and its first bytes whether it is a list of works."""
    from khiva_notes.importers.bibliography import bibliography_format

    if path.suffix.lower() not in (".bib", ".bibtex", ".biblatex", ".ris", ".json", ".csljson"):
        return is_zotero(path)
    try:
        with path.open("rb") as file:
            start = file.read(4096)
    except (OSError, ValueError):
        return False
    return bibliography_format(path.name, start) is not None


def is_zotero(path: Path) -> bool:
    """Tell whether this is the name of a library of Zotero."""
    return path.suffix.lower() == ".sqlite"


def take(library: Library, read: Read, report: Report, *, again: bool = False) -> None:
    """Add what was read as a source, as one step, and write down what became of it.

    A file that is in the library already, byte for byte, is left out unless ``again``.
    """
    if read.bibliography is not None:
        report.bibliographies.append((read.path, import_bibliography(library, read.bibliography)))
        return
    if read.notes is not None:
        report.notes.append((read.path, take_notes(library, read.notes)))
        return
    if read.imported is None:
        assert read.error is not None
        report.failed.append((read.path, read.error))
        return
    if not again and (twin := twin_of(library, read.imported)) is not None:
        report.twins.append((read.path, twin))
        return
    came = import_text(library, read.imported, read.path.name, marks=read.marks)
    report.came.append(Came(read.path, came.source, came.notices))


def twin_of(library: Library, imported: ImportedText) -> Item | None:
    """The source, not in the trash, that came from a file with these very bytes."""
    digest = hashlib.sha256(imported.original).hexdigest()
    versions = library.data.texts.with_hash(digest)
    return library.data.items.get(versions[0].item_id) if versions else None


def import_many(
    library: Library,
    paths: Iterable[Path],
    progress: Progress = lambda done, of, path: None,
    cancelled: Callable[[], bool] = lambda: False,
    *,
    again: bool = False,
) -> Report:
    """Bring files and folders in, each file a source and a step of its own."""
    chosen = files_in(paths)
    report = Report(passed_over=chosen.passed_over)
    for read in read_each(chosen.files, progress, cancelled):
        take(library, read, report, again=again)
    report.cancelled = report.done < len(chosen.files)
    return report


def _inside(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        pages = {Path(name).stem for name in names if name.lower().endswith((".html", ".htm"))}
        beside = {f"{stem}{ending}" for stem in pages for ending in ("_files", "-Dateien")}
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and name not in beside
        )
        for name in sorted(names):
            path = Path(root, name)
            if not name.startswith(".") and path.is_file():
                yield path


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
