"""How each sort of block is set: its space, indents and type, all in ems of the text's size."""

from __future__ import annotations

from dataclasses import dataclass

from khiva_notes.model.texts import Block


@dataclass(frozen=True, slots=True)
class BlockStyle:
    """Lengths in ems of the reading size; ``scale`` is the block's own size relative to it.

    ``first`` indents the first line and ``rest`` the others; ``before`` and ``after`` are the
    least space round the block; those of a ``group`` stand close to one another.
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
    group: bool = False


_CLOSE = 0.1
_PARAGRAPH = BlockStyle(before=0.3, after=0.3, first=1.4)
_OPENING = BlockStyle(before=0.3, after=0.3)
_HEADINGS = (
    BlockStyle(scale=1.5, before=1.6, after=0.7, bold=True),
    BlockStyle(scale=1.25, before=1.4, after=0.5, bold=True),
    BlockStyle(scale=1.1, before=1.2, after=0.4, italic=True),
)
_LIST_ITEMS = tuple(
    BlockStyle(before=0.15, after=0.15, first=1.4 * level, rest=1.4 * level)
    for level in range(1, 7)
)
_QUOTATION = BlockStyle(scale=0.96, before=0.7, after=0.7, first=2.0, rest=2.0, right=2.0)
_NOTE = BlockStyle(scale=0.85, before=1.2, after=0.6, rest=1.2, group=True)
_VERSE = BlockStyle(before=0.7, after=0.7, first=2.0, rest=4.0, group=True)
_PREFORMATTED = BlockStyle(scale=0.88, before=0.7, after=0.7, mono=True, group=True)


def style_of(block: Block, before: Block | None) -> BlockStyle:
    """Return how a block is set after another; a paragraph is indented only after one."""
    if block.kind == "heading":
        return _HEADINGS[min(max(block.level, 1), len(_HEADINGS)) - 1]
    if block.kind == "quotation":
        return _QUOTATION
    if block.kind == "list-item":
        return _LIST_ITEMS[min(max(block.level, 1), len(_LIST_ITEMS)) - 1]
    if block.kind == "note":
        return _NOTE
    if block.kind == "verse":
        return _VERSE
    if block.kind == "preformatted":
        return _PREFORMATTED
    return _PARAGRAPH if before is not None and before.kind == "paragraph" else _OPENING


def gap(above: BlockStyle | None, below: BlockStyle) -> float:
    """Return the space between two blocks: the larger of what both ask for."""
    if above is None:
        return 0.0
    if below.group and above == below:
        return _CLOSE
    return max(above.after, below.before)
