"""A folder for Obsidian: one note per card, source and dispute, exported again and again.

What the program did not write it never overwrites. Its own text stands in marked blocks; around
them, and in properties of their own, users write what they like, and it stays.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from khiva_notes.exporters.exporter import Exporter
from khiva_notes.exporters.vault.folder import Folder
from khiva_notes.exporters.vault.manifest import JOURNAL, Manifest, ahead, journal_line, load
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
    steps: list[Step] = []
    try:
        _move(folder, manifest, planner.moves)
        for prepared in planner.steps(moved=True):
            if cancelled and cancelled():
                return Report(target, tuple(steps), cancelled=True)
            _carry_out(folder, manifest, prepared)
            steps.append(prepared.step)
            if progress:
                progress(len(steps), planner.total)
    finally:
        manifest.save(folder)
    return Report(target, tuple(steps))


def _carry_out(folder: Folder, manifest: Manifest, prepared: Prepared) -> None:
    path, entry = prepared.step.path, prepared.entry
    if prepared.step.action == "remove":
        folder.remove(path)
        manifest.entries.pop(path, None)
    elif entry is not None:
        if prepared.data is not None:
            former = manifest.entries.get(path)
            folder.append(JOURNAL, journal_line(path, ahead(entry, former), manifest.library))
            folder.write(path, prepared.data)
        manifest.entries[path] = entry


def _move(folder: Folder, manifest: Manifest, moves: dict[str, str]) -> None:
    """Rename files in an order in which none lands on another; a ring is opened by a detour."""
    left = dict(moves)
    while left:
        free = [to for to, path in left.items() if _may_move(folder, path, to)]
        if free:
            _rename(folder, manifest, left.pop(free[0]), free[0])
            continue
        to, path = next(iter(left.items()))
        aside = f"{path.removesuffix('.md')} (being renamed).md"
        _rename(folder, manifest, path, aside)
        left[to] = aside


def _may_move(folder: Folder, path: str, to: str) -> bool:
    return not folder.exists(to) or folder.same(path, to)


def _rename(folder: Folder, manifest: Manifest, path: str, to: str) -> None:
    entry = manifest.entries[path]
    folder.append(JOURNAL, journal_line(to, entry, manifest.library))
    folder.rename(path, to)
    folder.append(JOURNAL, journal_line(path, None, manifest.library))
    manifest.entries[to] = manifest.entries.pop(path)


VAULT = Exporter(
    "vault",
    "Folder of notes for Obsidian",
    "",
    "A note for each card, source and dispute, linked to one another; what you write in them stays",
    "library",
)
