"""Keeping a library to one writing program at a time."""

from __future__ import annotations

import hashlib
from pathlib import Path

from filelock import FileLock, Timeout

from khiva_notes.model.errors import UserError


class OpenElsewhere(UserError):
    """The library is open for writing in another program; it can still be read."""


class LibraryLock:
    """A lock of the operating system's, which is freed even when the program is killed.

    It lies in a folder of the user's and not beside the library, where it would be litter.
    """

    def __init__(self, library: Path, locks: Path) -> None:
        digest = hashlib.sha256(str(library.resolve()).encode()).hexdigest()[:32]
        self._library = library
        self._folder = locks
        self._lock = FileLock(locks / f"{digest}.lock")

    def take(self) -> None:
        """Take the lock; UserError if another program has it."""
        self._folder.mkdir(parents=True, exist_ok=True)
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise OpenElsewhere(
                f"{self._library.name} is open in another Khiva Notes.",
                "Close it there first, or go on in that window; here it can be read.",
            ) from error

    def free(self) -> None:
        """Give the lock back."""
        self._lock.release()
