"""What earlier exports wrote into a folder: the one thing that decides what is ours to change."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any

from khiva_notes.exporters.vault.folder import Appended, Folder
from khiva_notes.model.errors import UserError

MANIFEST = ".khiva-notes.json"
JOURNAL = ".khiva-notes.journal"
FORMAT = 1

FrontDigests = Mapping[str, str | list[str]]


@dataclass(frozen=True, slots=True)
class Entry:
    """One file as it was last written.

    ``sha256`` is of its bytes; ``front`` has a digest for each value of ours (for a list one for
    each member), ``before`` the same from the writing before that was perhaps interrupted;
    ``blocks`` names the parts. ``mixed``: text of the user's is in it; ``pinned``: the user moved
    or renamed it.
    """

    key: str
    sha256: str
    front: FrontDigests = field(default_factory=dict)
    blocks: tuple[str, ...] = ()
    mixed: bool = False
    pinned: bool = False
    before: FrontDigests = field(default_factory=dict)


@dataclass(slots=True)
class Manifest:
    """The entries by path, and whose library they are of."""

    library: str
    title: str
    entries: dict[str, Entry] = field(default_factory=dict)

    loaded: dict[str, Entry] = field(default_factory=dict)

    def save(self, folder: Folder) -> None:
        """Write the manifest if it is another than on disk; the journal has served its turn."""
        if self.entries != self.loaded or not folder.exists(MANIFEST) or folder.exists(JOURNAL):
            files = {path: _plain(entry) for path, entry in sorted(self.entries.items())}
            whole = {
                "program": "khiva-notes",
                "format": FORMAT,
                "library": self.library,
                "title": self.title,
                "files": files,
            }
            text = json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
            folder.write(MANIFEST, text.encode("utf-8", "replace"))
        folder.remove(JOURNAL)


def load(folder: Folder, uid: str, title: str) -> Manifest:
    """Read the manifest, with the journal of an export that was cut off; empty if there is none.

    Raises UserError if it is unreadable, from a newer version, or of another library.
    """
    data = folder.read(MANIFEST)
    manifest = Manifest(uid, title)
    if data is not None:
        whole = _json(data)
        if whole.get("format", 0) != FORMAT:
            raise UserError(
                f"{folder.target} was exported by a newer version of Khiva Notes.",
                "Update the program, or export to another folder.",
            )
        if whole.get("library") != uid:
            raise UserError(
                f"{folder.target} holds the export of another library, “{whole.get('title')}”.",
                "Export to another folder.",
            )
        for path, values in whole["files"].items():
            _add(manifest, path, values)
        manifest.loaded = dict(manifest.entries)
    for line in (folder.read(JOURNAL) or b"").split(b"\n"):
        try:
            path, values, library = json.loads(line)
        except ValueError:  # the line at which the export was cut off
            continue
        if library == uid:
            _add(manifest, path, values)
    return manifest


class Journal:
    """Says of each file, before it is written, what it is about to be.

    So an export that is killed is known for what it did, though the manifest was never written.
    """

    def __init__(self, folder: Folder, library: str) -> None:
        """Open nothing before there is something to say."""
        self._folder = folder
        self._library = library
        self._file: Appended | None = None

    def say(self, path: str, entry: Entry | None) -> None:
        """Note that the file is about to be as in ``entry``; None: it is about to go."""
        if self._file is None:
            self._file = self._folder.append_to(JOURNAL)
        values = _plain(entry) if entry else None
        self._file.add((json.dumps([path, values, self._library]) + "\n").encode())

    def close(self) -> None:
        """Let go of the file; it stays until the manifest has been written."""
        if self._file is not None:
            self._file.close()


def ahead(entry: Entry, former: Entry | None) -> Entry:
    """Return an entry for the journal, true of the file whether or not the writing is reached."""
    if former is None:
        return entry
    both = tuple(part for part in entry.blocks if part in former.blocks)
    return replace(entry, before=former.front, blocks=both)


def _add(manifest: Manifest, path: str, values: object) -> None:
    if values is None:
        manifest.entries.pop(path, None)
        return
    if not _is_inside(path) or not isinstance(values, dict):
        return
    try:
        entry = Entry(**{**values, "blocks": tuple(values.get("blocks", ()))})
    except TypeError:
        return
    texts = isinstance(entry.key, str) and isinstance(entry.sha256, str)
    if texts and isinstance(entry.front, dict) and isinstance(entry.before, dict):
        manifest.entries[path] = entry


def _is_inside(path: object) -> bool:
    """Whether a path, which somebody may have tampered with, stays in the folder."""
    if not isinstance(path, str) or not path.endswith(".md") or re.search(r"[\\:\0]", path):
        return False
    parts = PurePosixPath(path)
    return not parts.is_absolute() and not any(part.startswith(".") for part in parts.parts)


def _json(data: bytes) -> dict[str, Any]:
    try:
        whole = json.loads(data)
        if isinstance(whole, dict) and isinstance(whole.get("files"), dict):
            return whole
    except (ValueError, RecursionError):
        pass
    raise UserError(
        f"The file {MANIFEST} in the target can no longer be read, so it cannot be told which "
        "notes are the program's.",
        "Put it back from a backup, or export to another folder.",
    )


def _plain(entry: Entry) -> dict[str, object]:
    values: dict[str, object] = {"key": entry.key, "sha256": entry.sha256}
    for name in ("front", "blocks", "mixed", "pinned", "before"):
        value = getattr(entry, name)
        if value:
            values[name] = value
    return values
