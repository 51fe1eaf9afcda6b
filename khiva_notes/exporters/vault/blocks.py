"""The program's blocks in a note: marked, with a fingerprint that tells whether a hand was there.

``<!-- khiva: key/part fingerprint -->`` ... ``<!-- /khiva -->``. What stands around them is the
user's, and so is a block whose text no longer has its fingerprint.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from khiva_notes.exporters.vault.front import Front, split, written

_BEGIN = re.compile(r"<!-- khiva: (\S+) ([0-9a-f]{12}) -->\s*")
_END = re.compile(r"<!-- /khiva -->\s*")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")  # str.splitlines also breaks at form feeds and the like
MARKER = re.compile(r"<!--\s*/?\s*khiva\b")


@dataclass(frozen=True, slots=True)
class Note:
    """A note as the program wants it: front matter, and its blocks by part in their order."""

    key: str
    front: Front
    blocks: Mapping[str, str]

    def text(self) -> str:
        """Return the file's text when nothing of the user's is in it."""
        made = [render(self.key, part, text) for part, text in self.blocks.items()]
        return written(self.front) + "\n" + "\n\n".join(made) + "\n"


@dataclass(frozen=True, slots=True)
class Block:
    """A block as found in a file."""

    id: str
    fingerprint: str
    text: str
    raw: str

    @property
    def intact(self) -> bool:
        """Whether nobody changed it since the program wrote it."""
        return self.fingerprint == fingerprint(self.text)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file in its parts, ``pieces`` in their order; ``front`` is None without front matter."""

    front: str | None
    pieces: tuple[str | Block, ...]
    broken: bool

    @property
    def blocks(self) -> dict[str, Block]:
        """Return the blocks by id; of two with the same, the first."""
        result: dict[str, Block] = {}
        for piece in self.pieces:
            if isinstance(piece, Block):
                result.setdefault(piece.id, piece)
        return result

    @property
    def outside(self) -> str:
        """Return what stands around the blocks."""
        return "".join(piece for piece in self.pieces if isinstance(piece, str))


def block_id(key: str, part: str) -> str:
    """Return the id by which a block is found again."""
    return f"{quote(key, safe='')}/{part}"


def fingerprint(text: str) -> str:
    """Return the digest that stands in a block's mark; blank lines around the text are nothing."""
    return hashlib.sha256(text.strip("\n").encode("utf-8", "replace")).hexdigest()[:12]


def render(key: str, part: str, text: str) -> str:
    """Return a block with its marks."""
    bare = text.strip("\n")
    begin = f"<!-- khiva: {block_id(key, part)} {fingerprint(bare)} -->"
    return f"{begin}\n\n{bare}\n\n<!-- /khiva -->"


def parse(text: str) -> Parsed:
    """Part a file's text (line breaks already ``\\n``) into front matter, blocks and the rest."""
    parted = split(text)
    front, rest = parted if parted else (None, text)
    pieces: list[str | Block] = []
    outside: list[str] = []
    inside: list[str] = []
    begun: re.Match[str] | None = None
    broken = False
    for line in _LINE.findall(rest):
        bare = line.removesuffix("\n")
        begins = _BEGIN.fullmatch(bare)
        if begun is None and begins:
            pieces.append("".join(outside))
            outside, inside, begun = [], [line], begins
        elif begun is not None and begins:
            broken = True
            inside.append(line)
        elif begun is not None:
            inside.append(line)
            if _END.fullmatch(bare):
                body = "".join(inside[1:-1]).strip("\n")
                raw = "".join(inside).removesuffix("\n")
                pieces.append(Block(begun[1], begun[2], body, raw))
                outside, begun = ["\n"] if line.endswith("\n") else [], None
        else:
            outside.append(line)
    if begun is not None:
        broken = True
        outside = inside
    pieces.append("".join(outside))
    return Parsed(front, tuple(pieces), broken)
