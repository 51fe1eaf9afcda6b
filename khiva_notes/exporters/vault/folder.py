"""The target folder and nothing outside it: no symlink is followed, no file half written."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from khiva_notes.model.errors import UserError

_T = TypeVar("_T")
_BESIDE = re.compile(r"\.khiva-[0-9a-f]{16}\.tmp")


class Folder:
    """Reads and writes files below one folder; paths are relative, with ``/``."""

    def __init__(self, target: Path) -> None:
        """Look at the target without making it; UserError if it is a file."""
        self.target = target
        if _mind(target, lambda: target.exists() and not target.is_dir()):
            raise UserError(f"{target} is a file, not a folder.", "Choose a folder to export to.")
        self._checked: set[str] = set()

    def make(self) -> None:
        """Make the folder if it is not there; UserError if that cannot be."""
        _mind(self.target, lambda: self.target.mkdir(parents=True, exist_ok=True))

    def sweep(self) -> None:
        """Remove what an export that was killed had half written."""
        for depth in ("", "*/"):
            for beside in self.target.glob(f"{depth}.khiva-*.tmp"):
                if _BESIDE.fullmatch(beside.name):
                    beside.unlink(missing_ok=True)

    def exists(self, path: str) -> bool:
        """Whether anything has this name, be it a broken symlink."""
        return os.path.lexists(self._at(path))

    def is_plain(self, path: str) -> bool:
        """Whether this is an ordinary file, no symlink and no folder."""
        at = self._at(path)
        return at.is_file() and not at.is_symlink()

    def same(self, one: str, other: str) -> bool:
        """Whether two paths are one file, as on systems that do not tell case apart."""
        return self._at(one).samefile(self._at(other))

    def read(self, path: str) -> bytes | None:
        """Return a file's bytes; None if there is no ordinary file of that name."""
        at = self._at(path)
        if at.is_symlink():
            return None
        return _mind(at, lambda: at.read_bytes() if at.is_file() else None)

    def write(self, path: str, data: bytes) -> None:
        """Put a whole file in place at once: beside it first, then over it."""
        at = self._at(path)
        _mind(at, lambda: self._replace(at, data))

    def append_to(self, path: str) -> Appended:
        """Open a file to add to it."""
        at = self._at(path)
        if at.is_symlink():
            raise _astray(at)
        return Appended(at)

    def rename(self, path: str, to: str) -> None:
        """Give a file another name; its new folder is made if need be."""
        at, new = self._at(path), self._at(to)

        def move() -> None:
            new.parent.mkdir(parents=True, exist_ok=True)
            at.rename(new)

        _mind(new, move)

    def remove(self, path: str) -> None:
        """Delete a file, and its sub-folder if that leaves it empty."""
        at = self._at(path)
        _mind(at, lambda: at.unlink(missing_ok=True))
        if at.parent != self.target and at.parent.is_dir() and not any(at.parent.iterdir()):
            _mind(at.parent, at.parent.rmdir)

    def notes(self) -> Iterator[str]:
        """Return the paths of all Markdown files, without hidden folders and symlinks."""
        for where, folders, files in os.walk(self.target):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(files):
                if name.lower().endswith(".md"):
                    yield (Path(where) / name).relative_to(self.target).as_posix()

    def _at(self, path: str) -> Path:
        parts = path.split("/")
        if not all(parts) or ".." in parts or "." in parts:
            raise ValueError(f"{path!r} leads out of the folder")
        *folders, _ = parts
        for depth in range(1, len(folders) + 1):
            place = "/".join(folders[:depth])
            if place in self._checked:
                continue
            at = self.target / place
            if at.is_symlink() or (at.exists() and not at.is_dir()):
                raise _astray(at)
            if at.exists():
                self._checked.add(place)
        return self.target.joinpath(*parts)

    def _replace(self, at: Path, data: bytes) -> None:
        at.parent.mkdir(parents=True, exist_ok=True)
        beside = at.parent / f".khiva-{secrets.token_hex(8)}.tmp"  # see _BESIDE
        try:
            with beside.open("xb") as file:
                file.write(data)
            if at.exists():
                beside.chmod(at.stat().st_mode & 0o777)
            beside.replace(at)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise


class Appended:
    """A file to which lines are added, each handed to the system before the next step."""

    def __init__(self, at: Path) -> None:
        """Open or make the file."""
        self._at = at
        self._file = _mind(at, lambda: at.open("ab"))

    def add(self, data: bytes) -> None:
        """Add to the file."""

        def write() -> None:
            self._file.write(data)
            self._file.flush()

        _mind(self._at, write)

    def close(self) -> None:
        """Close the file."""
        _mind(self._at, self._file.close)


def _mind(at: Path, act: Callable[[], _T]) -> _T:
    """Do something with a file; what the system refuses is the user's to put right."""
    try:
        return act()
    except OSError as error:
        raise UserError(
            f"{at} cannot be used: {error.strerror or error}.",
            "Choose a folder that can be written to, with room left.",
        ) from error


def _astray(at: Path) -> UserError:
    return UserError(
        f"{at} is not a folder of the export's own but a file or leads elsewhere.",
        "Move it away, or export to another folder.",
    )
