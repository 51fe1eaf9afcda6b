"""How each sort of block is set: its space, indents and type, all in ems of the text's size."""

from __future__ import annotations

from dataclasses import dataclass

from khiva_notes.model.texts import Block


@dataclass(frozen=True, slots=True)
class BlockStyle:
    """Lengths in ems of the reading size; ``scale`` is the block's own size relative to it.

    ``first`` indents the first line and ``rest`` the others; ``before`` and ``after`` are the
    least space round the block.
    """

    scale: float = 1.0
    before: float = 0.0
    after: float = 0.0
    first: float = 0.0
    rest: float = 0.0
    right: float = 0.0
    bold: bool = False
    italic: bool = False
    mono: bool = False


_PARAGRAPH = BlockStyle(before=0.3, after=0.3, first=1.4)
_OPENING = BlockStyle(before=0.3, after=0.3)
_HEADINGS = (
    BlockStyle(scale=1.5, before=1.6, after=0.7, bold=True),
    BlockStyle(scale=1.25, before=1.4, after=0.5, bold=True),
    BlockStyle(scale=1.1, before=1.2, after=0.4, italic=True),
)
_QUOTATION = BlockStyle(scale=0.96, before=0.7, after=0.7, first=2.0, rest=2.0, right=2.0)
_NOTE = BlockStyle(scale=0.85, before=0.2, after=0.2, first=0.0, rest=1.2)
_VERSE = BlockStyle(first=2.0, rest=4.0)
_PREFORMATTED = BlockStyle(scale=0.88, mono=True)


def style_of(block: Block, before: Block | None) -> BlockStyle:
    """Return how a block is set after another; a paragraph is indented only after one."""
    if block.kind == "heading":
        return _HEADINGS[min(max(block.level, 1), len(_HEADINGS)) - 1]
    if block.kind == "quotation":
        return _QUOTATION
    if block.kind == "list-item":
        indent = 1.4 * max(1, block.level)
        return BlockStyle(before=0.15, after=0.15, first=indent, rest=indent + 1.2)
    if block.kind == "note":
        return _NOTE
    if block.kind == "verse":
        return _VERSE
    if block.kind == "preformatted":
        return _PREFORMATTED
    return _PARAGRAPH if before is not None and before.kind == "paragraph" else _OPENING


def gap(above: BlockStyle | None, below: BlockStyle) -> float:
    """Return the space between two blocks: the larger of what both ask for."""
    return max(above.after, below.before) if above is not None else 0.0
