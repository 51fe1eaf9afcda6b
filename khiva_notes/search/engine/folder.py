"""The folder of an index: builds side by side, one of them current, swapped in one step."""

from __future__ import annotations

import shutil
from pathlib import Path
from uuid import uuid4

_CURRENT = "current"
_BUILD = "build-"


def current_build(folder: Path) -> Path | None:
    """Give the folder of the build in use, or None."""
    try:
        name = (folder / _CURRENT).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
    if not name.startswith(_BUILD) or Path(name).name != name or not (folder / name).is_dir():
        return None
    return folder / name


def new_build(folder: Path) -> Path:
    """Make an empty folder for the next build."""
    build = folder / f"{_BUILD}{uuid4().hex[:12]}"
    build.mkdir(parents=True)
    return build


def make_current(folder: Path, build: Path) -> None:
    """Put a finished build in place of the old one, which goes as far as nobody reads it."""
    note = folder / f"{_CURRENT}.{uuid4().hex[:8]}"
    note.write_text(build.name, encoding="ascii")
    note.replace(folder / _CURRENT)
    discard_others(folder, build)


def discard_others(folder: Path, kept: Path | None) -> None:
    """Remove what interrupted or superseded builds have left behind."""
    for other in folder.glob(f"{_BUILD}*"):
        if other != kept:
            shutil.rmtree(other, ignore_errors=True)
    for note in folder.glob(f"{_CURRENT}.*"):
        note.unlink(missing_ok=True)
