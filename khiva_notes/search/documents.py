"""What the index is fed with, as plain values: it knows nothing of the library's tables."""

from __future__ import annotations

from dataclasses import dataclass

TEXT_KIND = "text"
"""The kind of a paragraph of a source's text; every other kind is an item's own."""

KINDS = (
    "person",
    "event",
    "claim",
    "place",
    "group",
    "source",
    "dispute",
    "essay",
    TEXT_KIND,
)
"""Every kind a document can have, in the order in which groups of hits are shown."""


@dataclass(frozen=True, slots=True)
class Document:
    """One unit of indexing: a card, source, dispute or essay, or one paragraph of a source's text.

    ``uid`` is unique in the index: ``i17`` for item 17 itself, ``t17:3`` for paragraph 3 of its
    current text. Replacing an item means removing every document with that ``item``.

    For an item, bare words look in title, names, body, tags, author, speaker, source key and
    quotes; for a paragraph only in its body, so that the title of a book does not find all of its
    paragraphs. ``about`` names the cards a document is tied to, each as ``kind:name``
    (``person:Junaid Khan``), which is what ``person:junaid`` also looks through.

    ``earliest`` and ``latest`` are Julian day numbers, both inclusive; ``start`` and ``end`` the
    span of a paragraph in its text, in code points, end exclusive.
    """

    uid: str
    item: int
    kind: str
    title: str
    body: str
    names: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    author: str = ""
    speaker: str = ""
    source_key: str = ""
    quotes: str = ""
    status: tuple[str, ...] = ()
    has: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    language: str = ""
    earliest: int | None = None
    latest: int | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which state of which library an index reflects.

    ``library`` is the library's own id, ``revision`` its count of changes, and ``token`` whatever
    tells two histories with the same count apart (after a restored backup, say).
    """

    library: str
    revision: int
    token: str
