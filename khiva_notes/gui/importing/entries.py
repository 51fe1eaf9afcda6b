"""One line of an import: a file, what became of it and why."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from khiva_notes.services.importing import Read

State = Literal["waiting", "reading", "came", "twin", "failed", "left"]

SIGNS: dict[State, str] = {
    "waiting": "·",
    "reading": "…",
    "came": "✓",
    "twin": "=",
    "failed": "✕",
    "left": "–",
}
"""A shape for each state, so that colour alone says nothing."""


@dataclass(slots=True)
class Entry:
    """A file, or the clipboard; ``items`` are the sources it is now, or is already.

    ``read`` is kept only of what could not be read again, as the clipboard's text.
    """

    path: Path
    state: State = "waiting"
    words: str = ""
    items: tuple[int, ...] = ()
    read: Read | None = None
