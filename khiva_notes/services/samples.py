"""A working copy of the sample library, for the user to read and to write in."""

from __future__ import annotations

import shutil
from pathlib import Path

from khiva_notes.model.errors import UserError
from khiva_notes.services.folders import Folders, shipped
from khiva_notes.services.library import Library

SAMPLE = "khiva.khiva"


def copy_sample(folders: Folders, target: Path | None = None) -> Path:
    """Copy the sample to ``target``, or under a free name into the documents; return where.

    The copy gets an identity of its own. UserError if ``target`` exists or cannot be written.
    """
    original = shipped("sample_db") / SAMPLE
    if target is None:
        target = _free_name(folders.documents)
    if target.exists():
        raise UserError(f"{target} exists already.", "Choose another name; nothing was changed.")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_name(target.name + ".part")
        shutil.copyfile(original, partial)
        partial.replace(target)
    except OSError as error:
        raise UserError(
            f"The sample cannot be copied to {target} ({error.strerror}).", "Choose another place."
        ) from error
    with Library.open(target, folders.locks) as library:
        library.become_another()
    return target


def _free_name(folder: Path) -> Path:
    number, name = 1, folder / "Khiva sample.khiva"
    while name.exists():
        number += 1
        name = folder / f"Khiva sample {number}.khiva"
    return name
