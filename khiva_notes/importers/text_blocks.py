"""Blocks as importers collect them, one after the other, and the text that they make."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from khiva_notes.model.texts import Block, BlockKind, TextBody

_CONTROLS = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\ufeff]+")


@dataclass(frozen=True, slots=True)
class TextBlock:
    """One line of a text to be, and what it is; ``level`` as in :class:`Block`."""

    text: str
    kind: BlockKind
    level: int = 0


def body_of_blocks(blocks: Sequence[TextBlock]) -> TextBody:
    """Join blocks to one text, in NFC and free of control codes whatever a parser gave."""
    rows = [unicodedata.normalize("NFC", _CONTROLS.sub(" ", block.text)) for block in blocks]
    placed: list[Block] = []
    start = 0
    for row, block in zip(rows, blocks, strict=True):
        placed.append(Block(start, start + len(row), block.kind, block.level))
        start += len(row) + 1
    return TextBody("\n".join(rows), tuple(placed))
