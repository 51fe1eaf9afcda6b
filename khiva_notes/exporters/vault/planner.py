"""Decides file by file what an export does; the dry run and the export itself both ask it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from khiva_notes.exporters.parts import words
from khiva_notes.exporters.parts.escape import inline
from khiva_notes.exporters.vault.blocks import Note
from khiva_notes.exporters.vault.card_note import card_note
from khiva_notes.exporters.vault.dispute_note import dispute_note
from khiva_notes.exporters.vault.folder import Folder
from khiva_notes.exporters.vault.front_merge import digests
from khiva_notes.exporters.vault.index_note import index_note
from khiva_notes.exporters.vault.links import Links
from khiva_notes.exporters.vault.manifest import Entry, Manifest
from khiva_notes.exporters.vault.merge import Merged, merge
from khiva_notes.exporters.vault.naming import INDEX, assign
from khiva_notes.exporters.vault.present import note_key, paths_by_key, text_of
from khiva_notes.exporters.vault.report import Action, Step
from khiva_notes.exporters.vault.source_note import source_note
from khiva_notes.model.items import Item
from khiva_notes.model.snapshot import Snapshot

Deleted = Literal["stub", "remove"]
"""What becomes of the note of a card that is no longer in the library."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A step with what it takes: the bytes to write (None: none) and the manifest's new entry."""

    step: Step
    data: bytes | None = None
    entry: Entry | None = None


class Planner:
    """One export's decisions; nothing is written by it."""

    def __init__(
        self,
        snapshot: Snapshot,
        folder: Folder,
        manifest: Manifest,
        deleted: Deleted,
        replace: Collection[str],
    ) -> None:
        """Give every item its file name, the one that it has wherever that still fits."""
        self._snapshot = snapshot
        self._folder = folder
        self._manifest = manifest
        self._deleted = deleted
        self._replace = replace
        by_key = {item.key: item for item in snapshot.items.values()}
        entries = manifest.entries
        for path in [p for p, e in entries.items() if e.key not in by_key]:
            if path != INDEX and not folder.exists(path):
                del entries[path]  # neither the card nor its note is there any more
        present = {by_key[k].id: p for k, p in paths_by_key(entries).items() if k in by_key}
        self._gone = [
            path for path, entry in entries.items() if entry.key not in by_key and path != INDEX
        ]
        paths = assign(
            snapshot.items.values(),
            present,
            pinned={number for number, path in present.items() if entries[path].pinned},
            gone=self._gone,
            is_foreign=self._is_foreign,
        )
        self._links = Links(snapshot, paths)
        self._versions = {version.item_id: version for version in snapshot.versions.values()}
        self.total = len(snapshot.items) + 1 + len(self._gone)
        self.moves = {
            paths[number]: path
            for number, path in present.items()
            if path != paths[number] and folder.is_plain(path)
        }

    def steps(self, *, moved: bool) -> Iterator[Prepared]:
        """Prepare every file in turn; ``moved`` says that ``moves`` (to, from) are done."""
        paths = self._links.paths
        for item in sorted(self._snapshot.items.values(), key=lambda item: paths[item.id]):
            yield self._note(paths[item.id], self._render(item), moved)
        yield self._note(INDEX, index_note(self._links), moved)
        for path in self._gone:
            yield self._departed(path)

    def _render(self, item: Item) -> Note:
        if item.kind == "source":
            return source_note(self._links, item, self._versions.get(item.id))
        if item.kind == "dispute":
            return dispute_note(self._links, item)
        return card_note(self._links, item)

    def _is_foreign(self, path: str, present: str) -> bool:
        """Whether a file that is not ours has this name."""
        if path in self._manifest.entries or not self._folder.exists(path):
            return False
        return not (self._folder.exists(present) and self._folder.same(path, present))

    def _note(self, path: str, note: Note, moved: bool) -> Prepared:
        was = self.moves.get(path, "")
        now = was if was and not moved else path
        entry = self._manifest.entries.get(now)
        if not self._folder.exists(now):
            reason = "its file had been deleted outside" if entry else "new"
            return _whole(note, Step(path, "create", reason, note.key))
        data = self._folder.read(now)
        if data is None:
            return Prepared(Step(path, "conflict", "this is no ordinary file", note.key))
        if entry and entry.key == note.key:
            return self._renewed(path, note, entry, data, was)
        if data == _bytes(note.text()):
            return _whole(note, Step(path, "keep", "unchanged", note.key), write=False)
        if note_key(data) == note.key:
            return self._renewed(path, note, None, data, was)
        reason = "there is a file of this name that the program did not write"
        return Prepared(Step(path, "conflict", reason, note.key))

    def _renewed(
        self, path: str, note: Note, entry: Entry | None, data: bytes, was: str
    ) -> Prepared:
        """Prepare a file of ours that is there already."""
        pinned = bool(entry and entry.pinned)
        renamed = f"renamed from {was}" if was else ""
        as_written = entry and entry.sha256 == _sha256(data) and b"\r\n" not in data
        if as_written and entry and not entry.mixed:
            new = _bytes(note.text())
            action: Action = "update" if was or new != data else "keep"
            reason = renamed or ("changed in the library" if new != data else "unchanged")
            step = Step(path, action, reason, note.key, was)
            return _whole(note, step, write=new != data, pinned=pinned)
        read = text_of(data)
        if read is None:
            return Prepared(Step(path, "conflict", "it is no longer UTF-8 text", note.key), None)
        text, has_crlf = read
        wins = path in self._replace or bool(was and was in self._replace)
        merged = merge(text, note, entry, replace=wins)
        new = _bytes(merged.text.replace("\n", "\r\n") if has_crlf else merged.text)
        changed = merged.text != text
        made = Entry(
            note.key,
            _sha256(new if changed else data),
            merged.front,
            merged.blocks,
            merged.mixed,
            pinned,
        )
        step = _merged_step(path, note, merged, changed, was)
        return Prepared(step, new if changed else None, made)

    def _departed(self, path: str) -> Prepared:
        """Prepare the note of a card that is no longer in the library."""
        entry = self._manifest.entries[path]
        title = path.rpartition("/")[2].removesuffix(".md")
        stub = Note(
            entry.key,
            {"key": entry.key, "title": title},
            {"card": f"*“{inline(title)}” is no longer in the library.*"},
        )
        data = self._folder.read(path)
        read = text_of(data) if data is not None else None
        if data is None or read is None:
            return Prepared(Step(path, "conflict", "this is no note any more", entry.key))
        merged = merge(read[0], stub, entry, replace=path in self._replace)
        if self._deleted == "remove" and not merged.mixed:
            reason = "its card is no longer in the library"
            return Prepared(Step(path, "remove", reason, entry.key))
        prepared = self._renewed(path, stub, entry, data, "")
        if prepared.step.action != "update":
            return prepared
        step = Step(path, "update", "its card is no longer in the library", entry.key)
        return Prepared(step, prepared.data, prepared.entry)


def _whole(note: Note, step: Step, *, write: bool = True, pinned: bool = False) -> Prepared:
    data = _bytes(note.text())
    entry = Entry(note.key, _sha256(data), digests(note.front), tuple(note.blocks), False, pinned)
    return Prepared(step, data if write else None, entry)


def _merged_step(path: str, note: Note, merged: Merged, changed: bool, was: str) -> Step:
    renamed = f"renamed from {was}" if was else ""
    if merged.differences:
        parts = words.listed([difference.part for difference in merged.differences])
        reason = f"changed outside and left so: {parts}"
        if changed:
            reason += "; the rest is brought up to date"
        return Step(path, "conflict", reason, note.key, was, tuple(merged.differences))
    if changed or was:
        reason = renamed or "changed in the library; what was added outside stays"
        return Step(path, "update", reason, note.key, was)
    return Step(path, "keep", "unchanged", note.key)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
