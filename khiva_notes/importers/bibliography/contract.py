"""What reading a bibliography gives: works as CSL-JSON items, and what could not be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Entry:
    """One work: a CSL-JSON item, the line on which it begins, and what hangs on it.

    ``note`` is Markdown of the user's, ``tags`` words of theirs, ``files`` the paths or links that
    the entry names, as they are written; they are never followed.
    """

    item: dict[str, Any]
    line: int = 0
    note: str = ""
    tags: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """An entry that could not be read; ``line`` is where it begins, 0 if that is not known."""

    what: str
    line: int = 0

    def __str__(self) -> str:
        return f"Line {self.line}: {self.what}" if self.line else self.what


@dataclass(frozen=True, slots=True)
class Bibliography:
    """All that one file holds; one bad entry never costs the others."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class BibliographyFormat:
    """A format of bibliographies: its name, the endings of its files, and its reader.

    ``claims`` says whether a text without a telling name is plainly of this format.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[str], Bibliography]
    claims: Callable[[str], bool]
