"""Commands on sources: bringing a text in, and telling what its citations stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from khiva_notes.model.citations import Mark, find_marks
from khiva_notes.model.errors import UserError
from khiva_notes.model.items import Item
from khiva_notes.model.texts import ImportedText
from khiva_notes.services import cards, works
from khiva_notes.services.library import Library


@dataclass(frozen=True, slots=True)
class Imported:
    """A source that came in, with sentences for the user about how."""

    source: Item
    notices: tuple[str, ...]


def import_text(
    library: Library,
    imported: ImportedText,
    file_name: str,
    *,
    title: str = "",
    key: str = "",
    marks: Sequence[Mark] | None = None,
) -> Imported:
    """Add a source with its first text, its structure and its citation marks, as one step.

    ``marks`` are what ``find_marks`` gave for the text, where somebody has asked it already.
    """
    notices = list(imported.notices)
    with library.change("Import source") as data:
        source = cards.create(library, "source", title or imported.title, key=key)
        works.describe_work(library, source.id, imported.bibliography)
        version_id = keep_text(library, source.id, imported, file_name, marks)
        twins = [
            version
            for version in data.texts.with_hash(data.texts.info(version_id).sha256)
            if version.item_id != source.id
        ]
        if twins:
            twin = data.items.get(twins[0].item_id)
            notices.append(f"The same file is in the library already, as '{twin.title}'.")
        return Imported(data.items.get(source.id), tuple(notices))


def add_text(library: Library, source_id: int, imported: ImportedText, file_name: str) -> None:
    """Give a source that was known without its text the text, as one step.

    UserError if it has a text already.
    """
    source = library.data.items.get(source_id)
    if library.data.texts.current(source_id) is not None:
        raise UserError(f"'{source.title}' has a text already.", "Import the file as a new source.")
    with library.change("Import text"):
        keep_text(library, source_id, imported, file_name)


def keep_text(
    library: Library,
    source_id: int,
    imported: ImportedText,
    file_name: str,
    marks: Sequence[Mark] | None = None,
) -> int:
    """Add a version of a source's text with its citation marks; return the version's number."""
    with library.change("Import text") as data:
        version_id = data.texts.add(source_id, imported, file_name)
        found = find_marks(imported.body.text) if marks is None else marks
        data.citations.add_all(version_id, found)
        if imported.language and not data.items.get(source_id).fields.get("language"):
            cards.set_field(library, source_id, "language", imported.language)
        return version_id


def import_file(library: Library, path: Path) -> Imported:
    """Read a file and add it as a source; UserError if it cannot be read as a text."""
    from khiva_notes import importers

    return import_text(library, importers.read(path), path.name)


def resolve_citation(library: Library, version_id: int, number: str, work_id: int | None) -> None:
    """Say which work a citation number of a text stands for; all its marks follow."""
    with library.change("Resolve citation") as data:
        data.citations.resolve(version_id, number, work_id)
