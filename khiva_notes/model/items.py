"""The things a library holds, as frozen values: sources, cards, disputes and what hangs on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

FieldValue = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Item:
    """Anything with a key and a title: a source, a card or a dispute.

    ``id`` is the library's own number, ``key`` the stable name by which people and scripts call
    it; ``created``, ``modified`` and ``trashed`` are UTC times in ISO 8601, ``trashed`` empty for
    what is not in the trash. ``fields`` holds the plain values that its kind declares.
    """

    id: int
    key: str
    kind: str
    title: str
    body: str = ""
    fields: Mapping[str, FieldValue] = field(default_factory=dict)
    starred: bool = False
    created: str = ""
    modified: str = ""
    trashed: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """One form of a name; ``kind`` is preferred, attested, variant or transliteration.

    ``passage_id`` is the passage that attests the form, if any.
    """

    id: int
    item_id: int
    text: str
    kind: str = "attested"
    language: str = ""
    script: str = ""
    passage_id: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A typed relation from one item to another; ``role`` says in words as what."""

    id: int
    from_id: int
    to_id: int
    type: str
    role: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """A word of the user's own, and how many items bear it."""

    id: int
    name: str
    note: str = ""
    uses: int = 0
