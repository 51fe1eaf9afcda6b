"""Writing the library out in any registered shape, from a thread of its own; a dry run for folders.

Shapes are what ``exporters.EXPORTERS`` names: a new one needs no line here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from khiva_notes.exporters import EXPORTERS, Exporter
from khiva_notes.exporters.essay import ESSAY
from khiva_notes.exporters.vault import Deleted, Plan, Report, plan_vault, write_vault
from khiva_notes.exporters.works import WORKS_BIBTEX, WORKS_CSL
from khiva_notes.model.errors import UserError
from khiva_notes.services.exports import everything, write_text
from khiva_notes.services.library import Library
from khiva_notes.services.snapshot import take_snapshot
from khiva_notes.services.works import fix_citekeys
from khiva_notes.store.repositories import Repositories
from khiva_notes.store.store import Reader

Progress = Callable[[int, int], object]

_KINDS = {
    "card": ("person", "event", "claim", "place", "group", "source", "dispute"),
    "dispute": ("dispute",),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be written where.

    ``shape`` is the name of an exporter, ``item_ids`` what was chosen of the library, empty for
    all of it. ``deleted`` and ``replace`` are for folders, as :func:`write_vault` explains.
    """

    shape: str
    target: Path
    item_ids: tuple[int, ...] = ()
    deleted: Deleted = "stub"
    replace: frozenset[str] = frozenset()


def shapes() -> tuple[Exporter, ...]:
    """Return all shapes in the registry's order."""
    return tuple(EXPORTERS.values())


def kinds_for(shape: Exporter) -> tuple[str, ...]:
    """Return of which kinds one item has to be chosen; empty where none need be."""
    return _KINDS.get(shape.takes, ())


def free_name(folder: Path, shape: Exporter, title: str) -> Path:
    """Return a name for the file, or the folder, that no file has; a folder may be there again."""
    safe = (
        "".join(" " if c in '\\/:*?"<>|' or c < " " else c for c in title).strip(" .") or "Export"
    )
    name = f"{' '.join(safe.split())[:80]} {'notes' if shape.is_folder else shape.name}"
    target = folder / f"{name}{shape.suffix}"
    number = 2
    while target.exists() and not shape.is_folder:
        target = folder / f"{name} {number}{shape.suffix}"
        number += 1
    return target


def prepare(library: Library, wish: Wish) -> None:
    """Note in the library, as a step, the citation keys that are about to be handed out.

    To be called before :func:`carry_out`; a library that is only read stays as it is.
    """
    if wish.shape in (WORKS_CSL.name, WORKS_BIBTEX.name) and not library.reads_only:
        sources = {item.id for item in library.data.items.all("source")}
        chosen = sources & set(wish.item_ids) if wish.item_ids else sources
        fix_citekeys(library, sorted(chosen))


def plan(
    library: Path,
    wish: Wish,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Plan:
    """Say for each file of a folder what would happen to it, and write nothing."""
    reader = Reader(library)
    try:
        with reader.moment() as data:
            return plan_vault(
                take_snapshot(data),
                wish.target,
                deleted=wish.deleted,
                replace=wish.replace,
                progress=progress,
                cancelled=cancelled,
            )
    finally:
        reader.close()


def carry_out(
    library: Path,
    wish: Wish,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Report | None:
    """Write what is wished; return what was done to each file of a folder, None for one file.

    A file is put in place whole. UserError if nothing suitable is chosen, and when the disk
    refuses.
    """
    shape = EXPORTERS[wish.shape]
    reader = Reader(library)
    try:
        with reader.moment() as data:
            snapshot = take_snapshot(data)
            if shape.text is None:
                return write_vault(
                    snapshot,
                    wish.target,
                    deleted=wish.deleted,
                    replace=wish.replace,
                    progress=progress,
                    cancelled=cancelled,
                )
            text = shape.text(snapshot, _ids(shape, wish, data))
    finally:
        reader.close()
    if cancelled is not None and cancelled():
        return None
    write_text(wish.target, text, bom=shape.bom)
    return None


def _ids(shape: Exporter, wish: Wish, data: Repositories) -> Sequence[int]:
    if wish.item_ids:
        return wish.item_ids
    if kinds_for(shape):
        raise UserError(f"Nothing is chosen for “{shape.label}”.", "Choose what is to be written.")
    return everything(data) if shape.name == ESSAY.name else ()
