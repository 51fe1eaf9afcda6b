"""What readers of notes hand over: cards, what ties them, texts, and excerpts still to be placed.

Things name one another by references that are the file's own; they mean nothing outside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from khiva_notes.model.dates import HistoricalDate
from khiva_notes.model.items import FieldValue
from khiva_notes.model.texts import ImportedText


@dataclass(frozen=True, slots=True)
class NoteCard:
    """A card or source to be made; ``names`` are forms besides the title, each with its kind.

    ``text`` is a source's text and ``file_name`` where that came from; ``languages`` are those of
    names, by form.
    """

    ref: str
    kind: str
    title: str
    body: str = ""
    key: str = ""
    names: tuple[tuple[str, str], ...] = ()
    fields: Mapping[str, FieldValue] = field(default_factory=dict)
    dates: Mapping[str, HistoricalDate] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    starred: bool = False
    text: ImportedText | None = None
    file_name: str = ""
    languages: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tie:
    """A link between two cards by reference; ``type`` is a relation's name."""

    from_ref: str
    type: str
    to_ref: str
    role: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of a source and the card they belong to, ``card`` "" for a plain highlight.

    ``source`` is a reference, "" for the source that the user names. ``start`` counts code points
    in the text as the file knew it; -1 if it does not say.
    """

    exact: str
    source: str = ""
    card: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = -1


@dataclass(frozen=True, slots=True)
class Notes:
    """All of one file or folder; ``problems`` are sentences about what could not be read."""

    cards: tuple[NoteCard, ...] = ()
    ties: tuple[Tie, ...] = ()
    excerpts: tuple[Excerpt, ...] = ()
    problems: tuple[str, ...] = ()
