"""What an exporter is, as menus and the command line see it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from khiva_notes.model.snapshot import Snapshot

Takes = Literal["library", "cards", "card", "dispute"]
"""What is exported: everything, chosen cards in an order, one card, or one dispute."""


@dataclass(frozen=True, slots=True)
class Exporter:
    """One way out of the library.

    ``suffix`` is that of the file it makes, empty if it makes a folder. ``text`` gives the file's
    whole text for the numbers of the chosen items; it is None for a folder, which its own module
    writes. ``bom`` says that the file is to begin with a byte order mark, as spreadsheets want it.
    """

    name: str
    label: str
    suffix: str
    description: str
    takes: Takes
    text: Callable[[Snapshot, Sequence[int]], str] | None = None
    bom: bool = False

    @property
    def is_folder(self) -> bool:
        """Whether this makes a folder of files, not one file."""
        return not self.suffix
