"""A source's plain text and its structure, as importers make it and the library keeps it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal[
    "heading", "paragraph", "quotation", "list-item", "note", "verse", "preformatted"
]


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the text (without its newline) and what it is.

    ``start`` and ``end`` are code-point offsets into the text, end exclusive; ``level`` is the
    heading's depth (1 is the highest) or the list item's nesting, else 0.
    """

    start: int
    end: int
    kind: BlockKind = "paragraph"
    level: int = 0


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Where a page of the original begins: code-point offset and the page's printed label."""

    offset: int
    label: str


MarkKind = Literal["emphasis", "strong", "person", "place", "date", "name"]


@dataclass(frozen=True, slots=True)
class Mark:
    """What a file says of some of its words: that they are set apart, or whom or when they name.

    ``start`` and ``end`` are code-point offsets into the text, inside one block; ``value`` is the
    normal form that the file gives, such as ``1918-10-01`` for a date, else "".
    """

    start: int
    end: int
    kind: MarkKind
    value: str = ""


@dataclass(frozen=True, slots=True)
class TextBody:
    """A plain text with its structure.

    ``text`` is NFC, its blocks are its lines: each block one line, joined by a single ``\\n``, no
    trailing newline, no ``\\r``, no NUL. So an offset in the text is an offset in any editor that
    shows one paragraph per line.
    """

    text: str
    blocks: tuple[Block, ...]
    pages: tuple[PageBreak, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedText:
    """What an importer makes of one file.

    ``original`` are the file's bytes untouched; ``notices`` are sentences for the user, such as
    which encoding was assumed; ``bibliography`` is a CSL-JSON item as far as the file tells;
    ``marks`` is the file's own markup inside its lines, in order.
    """

    title: str
    body: TextBody
    original: bytes
    media_type: str
    encoding: str
    language: str = ""
    notices: tuple[str, ...] = ()
    bibliography: dict[str, object] = field(default_factory=dict)
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class VersionInfo:
    """What is known of a text version without its text; ``length`` in code points."""

    id: int
    item_id: int
    number: int
    file_name: str
    media_type: str
    encoding: str
    language: str
    sha256: str
    created: str
    length: int
