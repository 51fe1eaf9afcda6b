"""A passage with the paragraphs round it, so that its words are read where they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from khiva_notes.model.citing import locator
from khiva_notes.model.items import Item
from khiva_notes.model.passages import Passage
from khiva_notes.model.texts import Block, TextBody
from khiva_notes.store.store import Reader

_ENOUGH = 900
"""Code points wanted before and after; whole paragraphs are taken until there are as many."""
_MOST = 6000


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A piece of a source's text round a passage.

    ``text`` begins at ``start`` of the text version; ``blocks`` and ``spans`` count from there, in
    code points. The first of ``spans`` is the passage, the others its fellows in sight. ``place``
    is its locator; ``before`` and ``after`` tell whether the text goes on.
    """

    source: Item
    passage: Passage
    place: str
    start: int
    text: str
    blocks: tuple[Block, ...]
    spans: tuple[tuple[int, int], ...]
    before: bool
    after: bool


def read_surroundings(
    path: Path,
    passage_ids: Sequence[int],
    which: int = 0,
    cancelled: Callable[[], bool] = lambda: False,
) -> Surroundings | None:
    """Read what is round one of some passages, on a connection of its own, from any thread.

    None if the passage is gone, or no longer wanted.
    """
    reader = Reader(path)
    try:
        with reader.moment() as data:
            passages = data.passages.many(passage_ids)
            passage = passages.get(passage_ids[which]) if which < len(passage_ids) else None
            if passage is None or cancelled():
                return None
            source = data.items.find(data.texts.info(passage.version_id).item_id)
            if source is None:
                return None
            fellows = [
                other
                for other in passages.values()
                if other.version_id == passage.version_id and other.id != passage.id
            ]
            return _around(source, data.texts.body(passage.version_id), passage, fellows)
    finally:
        reader.close()


def _around(
    source: Item, body: TextBody, passage: Passage, fellows: Sequence[Passage]
) -> Surroundings:
    starts = [block.start for block in body.blocks]
    first = max(0, bisect_right(starts, passage.start) - 1)
    last = max(first, bisect_right(starts, max(passage.start, passage.end - 1)) - 1)
    while first > 0 and passage.start - body.blocks[first].start < _ENOUGH:
        first -= 1
    while last + 1 < len(body.blocks) and body.blocks[last].end - passage.end < _ENOUGH:
        last += 1
    begin = max(body.blocks[first].start, passage.start - _MOST) if body.blocks else 0
    end = min(body.blocks[last].end, passage.end + _MOST) if body.blocks else len(body.text)
    blocks = tuple(
        replace(block, start=max(block.start, begin) - begin, end=min(block.end, end) - begin)
        for block in body.blocks[first : last + 1]
        if block.end >= begin and block.start <= end
    )
    spans = [(passage.start - begin, passage.end - begin)]
    spans += [
        (other.start - begin, other.end - begin)
        for other in fellows
        if begin <= other.start and other.end <= end
    ]
    return Surroundings(
        source,
        passage,
        locator(body, passage.start),
        begin,
        body.text[begin:end],
        blocks,
        tuple(spans),
        begin > 0,
        end < len(body.text),
    )
