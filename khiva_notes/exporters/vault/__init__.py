"""A folder for Obsidian: one note per card, source and dispute, exported again and again.

What the program did not write it never overwrites. Its own text stands in marked blocks; around
them, and in properties of their own, users write what they like, and it stays.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from khiva_notes.exporters.exporter import Exporter
from khiva_notes.exporters.vault.folder import Folder
from khiva_notes.exporters.vault.manifest import Journal, Manifest, ahead, load
from khiva_notes.exporters.vault.planner import Deleted, Planner, Prepared
from khiva_notes.exporters.vault.present import follow
from khiva_notes.exporters.vault.report import Action, Difference, Plan, Report, Step
from khiva_notes.model.snapshot import Snapshot

__all__ = [
    "VAULT",
    "Action",
    "Deleted",
    "Difference",
    "Plan",
    "Report",
    "Step",
    "plan_vault",
    "write_vault",
]

Progress = Callable[[int, int], object]
"""Told after each file: how many are done, of how many."""


def plan_vault(
    snapshot: Snapshot,
    target: Path,
    *,
    deleted: Deleted = "stub",
    replace: Collection[str] = (),
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Plan:
    """Say for every file what :func:`write_vault` would do, and write nothing.

    Raises UserError for a target that is a file, of another library, or leads elsewhere.
    """
    folder = Folder(target)
    manifest = load(folder, snapshot.uid, snapshot.title)
    follow(folder, manifest)
    planner = Planner(snapshot, folder, manifest, deleted, replace)
    steps: list[Step] = []
    for prepared in planner.steps(moved=False):
        if cancelled and cancelled():
            break
        steps.append(prepared.step)
        if progress:
            progress(len(steps), planner.total)
    return Plan(target, tuple(steps))


def write_vault(
    snapshot: Snapshot,
    target: Path,
    *,
    deleted: Deleted = "stub",
    replace: Collection[str] = (),
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Report:
    """Write or bring up to date the vault in ``target``, which is made if need be.

    ``deleted`` says whether the note of a card that is no longer there becomes a stub or goes (it
    goes only if nobody wrote in it); ``replace`` names the paths, as a plan gives them, in which
    the library's text shall win over blocks changed outside. A file that the program did not write
    is left alone whatever is asked. Raises UserError as :func:`plan_vault` does, and when the
    disk refuses; what was written until then is remembered.
    """
    folder = Folder(target)
    manifest = load(folder, snapshot.uid, snapshot.title)
    follow(folder, manifest)
    planner = Planner(snapshot, folder, manifest, deleted, replace)
    folder.make()
    folder.sweep()
    steps: list[Step] = []
    writer = _Writer(folder, manifest)
    try:
        writer.move(planner.moves)
        for prepared in planner.steps(moved=True):
            if cancelled and cancelled():
                return Report(target, tuple(steps), cancelled=True)
            writer.carry_out(prepared)
            steps.append(prepared.step)
            if progress:
                progress(len(steps), planner.total)
    finally:
        writer.close()
    return Report(target, tuple(steps))


class _Writer:
    """Carries out what was planned, each step journaled before it is done."""

    def __init__(self, folder: Folder, manifest: Manifest) -> None:
        self._folder = folder
        self._manifest = manifest
        self._journal = Journal(folder, manifest.library)

    def carry_out(self, prepared: Prepared) -> None:
        """Write or remove one file."""
        path, entry = prepared.step.path, prepared.entry
        entries = self._manifest.entries
        if prepared.step.action == "remove":
            self._folder.remove(path)
            entries.pop(path, None)
        elif entry is not None:
            if prepared.data is not None:
                self._journal.say(path, ahead(entry, entries.get(path)))
                self._folder.write(path, prepared.data)
            entries[path] = entry

    def move(self, moves: Mapping[str, str]) -> None:
        """Rename files, none onto another; where they change names in a ring, by a detour."""
        left = dict(moves)
        while left:
            free = [to for to, path in left.items() if self._may_move(path, to)]
            for to in free:
                self._rename(left.pop(to), to)
            if not free:
                to, path = next(iter(left.items()))
                aside = f"{path.removesuffix('.md')} {secrets.token_hex(4)}.md"
                self._rename(path, aside)
                left[to] = aside

    def close(self) -> None:
        """Remember what was done."""
        self._journal.close()
        self._manifest.save(self._folder)

    def _may_move(self, path: str, to: str) -> bool:
        return not self._folder.exists(to) or self._folder.same(path, to)

    def _rename(self, path: str, to: str) -> None:
        entries = self._manifest.entries
        self._journal.say(to, entries[path])
        self._folder.rename(path, to)
        self._journal.say(path, None)
        entries[to] = entries.pop(path)


VAULT = Exporter(
    "vault",
    "Folder of notes for Obsidian",
    "",
    "A note for each card, source and dispute, linked to one another; what you write in them stays",
    "library",
)
