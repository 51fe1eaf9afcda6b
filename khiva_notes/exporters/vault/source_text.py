"""A source's text in its note: each paragraph with a block id to which quotations link.

The words are exactly the text's. Ids are ``p`` and the number of the block, counted from one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from khiva_notes.exporters.parts.escape import inline, line
from khiva_notes.exporters.vault.blocks import MARKER
from khiva_notes.model.texts import Block, PageBreak, TextBody

_TOGETHER = ("verse", "preformatted")


def block_ids(body: TextBody) -> list[tuple[int, str]]:
    """Return where each paragraph of the note begins in the text, and its id."""
    return [(group[0].start, _id(number)) for number, group in _groups(body)]


def source_text(body: TextBody) -> str:
    """Return the text as Markdown; the pages on which a paragraph stands are named before it."""
    parts: list[str] = []
    shown = ""
    base = min((b.level for b in body.blocks if b.kind == "list-item"), default=0)
    depth = -1
    for number, group in _groups(body):
        pages = _pages(body.pages, group[0].start, group[-1].end)
        if pages != shown and pages:
            parts.append(f"*{inline(pages)}*")
        shown = pages
        first = group[0]
        words = [body.text[block.start : block.end] for block in group]
        if first.kind == "list-item":
            depth = min(first.level - base, depth + 1)
            parts.append(f"{'    ' * depth}- {line(words[0])} ^{_id(number)}")
            continue
        depth = -1
        parts.append(_block(first, words, _id(number)))
    return "\n\n".join(parts)


def _block(block: Block, words: Sequence[str], name: str) -> str:
    if block.kind == "heading":
        return f"{'#' * min(6, max(1, block.level) + 2)} {line(words[0])} ^{name}"
    if block.kind == "quotation":
        return f"> {line(words[0])}\n\n^{name}"
    if block.kind == "preformatted" and not any(MARKER.search(part) for part in words):
        fence = "`" * max(3, 1 + max(_ticks(part) for part in words))
        inside = "\n".join(words)
        return f"{fence}\n{inside}\n{fence}\n\n^{name}"
    return "\\\n".join(line(part) for part in words) + f" ^{name}"


def _groups(body: TextBody) -> Iterator[tuple[int, list[Block]]]:
    """Give each paragraph with its number; lines of verse and of code stand together."""
    group: list[Block] = []
    begun = 0
    for number, block in enumerate(body.blocks, start=1):
        blank = not body.text[block.start : block.end].strip()
        joins = bool(group) and block.kind in _TOGETHER and block.kind == group[0].kind
        if joins and not blank:
            group.append(block)
            continue
        if group:
            yield begun, group
        group, begun = ([], 0) if blank else ([block], number)
    if group:
        yield begun, group


def _pages(pages: Sequence[PageBreak], start: int, end: int) -> str:
    """Return ``p. 54`` or ``pp. 54-55``: the pages on which a span of the text stands."""
    before = [page.label for page in pages if page.offset <= start]
    inside = [page.label for page in pages if start < page.offset < end]
    labels = [*before[-1:], *inside]
    if not labels:
        return ""
    return f"p. {labels[0]}" if len(labels) == 1 else f"pp. {labels[0]}–{labels[-1]}"


def _id(number: int) -> str:
    return f"p{number}"


def _ticks(text: str) -> int:
    return max((len(run) for run in re.findall("`+", text)), default=0)
