"""What a change did, as told to the index and to every view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verb = Literal["added", "edited", "removed"]


@dataclass(frozen=True, slots=True)
class Touch:
    """One item that a change touched, and the tables in which it did so.

    ``removed`` means gone from the library altogether; being put in the trash is an edit.
    """

    item_id: int
    verb: Verb
    parts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """One step of the library's history: its name, who asked for it, and what it touched.

    ``way`` tells doing from undoing; ``revision`` counts every step the library has ever made.
    """

    label: str
    origin: str
    way: Literal["do", "undo", "redo"]
    revision: int
    touched: tuple[Touch, ...]

    @property
    def item_ids(self) -> frozenset[int]:
        """The numbers of all items touched."""
        return frozenset(touch.item_id for touch in self.touched)
