"""The notes in a folder, within limits: nothing hidden, nothing outside, no attachment opened."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from khiva_notes.importers.notes.contract import Notes
from khiva_notes.importers.notes.vault import read_vault
from khiva_notes.importers.notes.vault_front import split_note, words
from khiva_notes.importers.notes.vault_note import kind_of
from khiva_notes.model.errors import UserError

_MOST_NOTES = 50_000
_LARGEST_NOTE = 4 << 20
_LARGEST = 256 << 20
_ENDINGS = (".md", ".markdown")
_LOOKED_AT = 200


def read_vault_folder(folder: Path, default_kind: str = "claim") -> Notes:
    """Read all notes of a folder; UserError if it has none, or more than can be taken."""
    files: dict[str, bytes] = {}
    passed_over: list[str] = []
    size = attachments = 0
    for path in _inside(folder):
        name = path.relative_to(folder).as_posix()
        if path.suffix.lower() not in _ENDINGS:
            attachments += 1
            continue
        try:
            length = path.stat().st_size
            if length > _LARGEST_NOTE:
                passed_over.append(f"{name} has more than {_LARGEST_NOTE >> 20} MB; left out.")
                continue
            files[name] = path.read_bytes()
        except OSError as error:
            passed_over.append(f"{name} cannot be read ({error.strerror}).")
            continue
        size += length
        if len(files) > _MOST_NOTES or size > _LARGEST:
            raise UserError(
                f"“{folder.name}” has more than {_MOST_NOTES:,} notes or {_LARGEST >> 20} MB.",
                "Import its folders one by one.",
            )
    notes = read_vault(files, folder.name, attachments, default_kind)
    problems = (*notes.problems, *passed_over)
    return Notes(notes.cards, notes.ties, notes.excerpts, problems)


def is_vault(folder: Path) -> bool:
    """Tell whether a folder is a vault: Obsidian's, our own export, or notes that tell their kind.

    A folder of texts in Markdown is none, whatever titles and authors they have.
    """
    if not folder.is_dir():
        return False
    if (folder / ".obsidian").is_dir() or (folder / ".khiva-notes.json").is_file():
        return True
    looked_at = 0
    for path in _inside(folder):
        if path.suffix.lower() in _ENDINGS:
            try:
                with path.open("rb") as file:
                    start = file.read(65_536).decode("utf-8", "replace")
            except OSError:
                continue
            front, _, _ = split_note(start.replace("\r\n", "\n"))
            if kind_of(words(front.get("kind")).casefold(), "", [], ""):
                return True
            looked_at += 1
            if looked_at >= _LOOKED_AT:
                break
    return False


def _inside(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            if not name.startswith(".") and not path.is_symlink() and path.is_file():
                yield path
