"""Finds the notes of earlier exports, also those that the user has moved or renamed since."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from khiva_notes.exporters.vault.blocks import parse
from khiva_notes.exporters.vault.folder import Folder
from khiva_notes.exporters.vault.front import load
from khiva_notes.exporters.vault.manifest import Entry, Manifest

_BLOCK_OF = re.compile(rb"^<!-- khiva: (\S+)/\S+ [0-9a-f]{12} -->", re.MULTILINE)


def text_of(data: bytes) -> tuple[str, bool] | None:
    """Return a file's text with ``\\n`` and whether it had ``\\r\\n``; None if it is not UTF-8."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return text.replace("\r\n", "\n"), "\r\n" in text


def note_key(data: bytes) -> str | None:
    """Return the key of the card whose note a file is, if an earlier export plainly wrote it."""
    if not _BLOCK_OF.search(data):
        return None
    read = text_of(data)
    parsed = parse(read[0]) if read else None
    if parsed is None or parsed.front is None:
        return None
    front = load(parsed.front) or {}
    key = front.get("key")
    return key if isinstance(key, str) else None


def follow(folder: Folder, manifest: Manifest) -> None:
    """Where a note is no longer at its path, look for it elsewhere and keep the new place."""
    _settle_renamings(folder, manifest)
    lost = {entry.key: path for path, entry in manifest.entries.items() if not folder.exists(path)}
    if not lost:
        return
    found: dict[str, list[str]] = {}
    for path in folder.notes():
        if path in manifest.entries or not folder.is_plain(path):
            continue
        key = note_key(folder.read(path) or b"")
        if key in lost:
            found.setdefault(key, []).append(path)
    for key, paths in found.items():
        if len(paths) == 1:
            entry = manifest.entries.pop(lost[key])
            manifest.entries[paths[0]] = replace(entry, pinned=True)


def _settle_renamings(folder: Folder, manifest: Manifest) -> None:
    """Where a renaming was cut off, and so both names are known, keep the one that is there."""
    known: dict[str, str] = {}
    for path, entry in list(manifest.entries.items()):
        other = known.setdefault(entry.key, path)
        if other != path:
            lost = path if folder.exists(other) else other
            known[entry.key] = other if lost == path else path
            del manifest.entries[lost]


def paths_by_key(entries: Mapping[str, Entry]) -> dict[str, str]:
    """Return where each card's note is."""
    return {entry.key: path for path, entry in entries.items()}
