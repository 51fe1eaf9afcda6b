"""Writing a library out as Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from khiva_notes.model.errors import UserError
from khiva_notes.services.snapshot import take_snapshot
from khiva_notes.store.repositories import Repositories
from khiva_notes.store.store import Reader

_DONE = {
    "create": "written",
    "update": "brought up to date",
    "keep": "as they were",
    "conflict": "left alone",
    "remove": "removed",
}


def export_vault(data: Repositories, target: Path) -> dict[str, Any]:
    """Write a folder of notes; return what was written, kept and left alone."""
    from khiva_notes.exporters.vault import write_vault

    report = write_vault(take_snapshot(data), target)
    lines = [
        f"{target}: "
        + ", ".join(f"{count} {_DONE[action]}" for action, count in report.counts.items() if count)
    ]
    lines += [f"{step.path}: {step.reason}" for step in report.of("conflict")]
    return {
        "target": str(target),
        "counts": dict(report.counts),
        "conflicts": [{"path": step.path, "reason": step.reason} for step in report.of("conflict")],
        "lines": lines,
    }


def export_document(data: Repositories, item_ids: Sequence[int], target: Path) -> dict[str, Any]:
    """Write one continuous document of these items; UserError if the file exists already."""
    from khiva_notes.exporters.essay import ESSAY, essay_markdown

    file = target if target.suffix == ".md" else target / "essay.md"
    if file.exists():
        raise UserError(f"{file} exists already.", "Choose another name; it was left as it is.")
    write_text(file, essay_markdown(take_snapshot(data), item_ids), bom=ESSAY.bom)
    return {"file": str(file), "lines": [f"{file} is written."]}


def export_library(
    library: Path, target: Path, item_ids: Sequence[int], *, document: bool
) -> dict[str, Any]:
    """Write a library from a thread of its own: a folder of notes, or one ``document``.

    A document of no chosen items has every dispute, then every event by date.
    """
    reader = Reader(library)
    try:
        with reader.moment() as data:
            if not document:
                return export_vault(data, target)
            return export_document(data, item_ids or everything(data), target)
    finally:
        reader.close()


def write_text(target: Path, text: str, *, bom: bool = False) -> None:
    """Put a text in place as UTF-8, whole or not at all; UserError if that can't be done.

    With ``bom`` it begins with the mark by which spreadsheets know UTF-8.
    """
    from khiva_notes.exporters.vault.folder import Folder

    if target.is_dir():
        raise UserError(f"{target} is a folder.", "Choose the name of a file.")
    folder = Folder(target.parent)
    folder.make()
    folder.write(target.name, text.encode("utf-8-sig" if bom else "utf-8", "replace"))


def everything(data: Repositories) -> list[int]:
    """Return what a document of the whole library has: every dispute, then every event by date."""
    dates = data.dates.of_many("item")
    last_day = 10**9

    def day(item_id: int) -> int:
        date = dates.get(item_id, {}).get("date")
        return last_day if date is None or date.earliest is None else date.earliest

    events = sorted(data.items.all("event"), key=lambda item: (day(item.id), item.id))
    return [item.id for item in (*data.items.all("dispute"), *events)]
