"""What a change did, as told to the index and to every view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verb = Literal["added", "edited", "removed"]


@dataclass(frozen=True, slots=True)
class Touch:
    """One item that a change touched, and in which ``parts``.

    Parts are tables, such as ``names`` or ``passages``, and columns of the item itself, such as
    ``items.title``. ``removed`` means gone from the library; being put in the trash is an edit of
    ``items.trashed``.
    """

    item_id: int
    verb: Verb
    parts: frozenset[str] = frozenset()

    @property
    def retitled(self) -> bool:
        """Whether others now call the item by another name, or can no longer call it."""
        return self.verb != "edited" or bool(self.parts & {"items.title", "items.trashed", "names"})

    @property
    def retexted(self) -> bool:
        """Whether the item's text, as far as it has one, is another, gone or back."""
        return bool(self.parts & {"text_versions", "items.trashed"})


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
