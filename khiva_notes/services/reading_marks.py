"""Commands on what has been read: spans of a text, joined where they touch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from khiva_notes.model.errors import UserError
from khiva_notes.services.library import Library
from khiva_notes.store.repositories import Repositories

Span = tuple[int, int]


def mark_read(library: Library, version_id: int, start: int, end: int) -> None:
    """Note that a span of a text has been read; offsets in code points, end exclusive.

    UserError if there are no words in the span, or all of it was marked before.
    """
    before = library.data.read_spans.of(version_id)
    start, end = _inside(library, version_id, start, end)
    spans = joined([*before, (start, end)])
    if spans == before:
        raise UserError("These words are marked as read already.", "Put the caret further on.")
    with library.change("Mark as read") as data:
        data.read_spans.replace(version_id, spans)


def unmark_read(library: Library, version_id: int, start: int, end: int) -> None:
    """Note that a span of a text has not been read; UserError if none of it was marked."""
    before = library.data.read_spans.of(version_id)
    start, end = _inside(library, version_id, start, end)
    spans = without(before, start, end)
    if spans == before:
        raise UserError("These words are not marked as read.", "Put the caret on words that are.")
    with library.change("Mark as not read") as data:
        data.read_spans.replace(version_id, spans)


def read_share(data: Repositories, version_id: int) -> float:
    """Return how much of a text has been read, from 0.0 to 1.0, counted in code points."""
    read = sum(end - start for start, end in data.read_spans.of(version_id))
    return share_of(read, data.texts.info(version_id).length) if read else 0.0


def share_of(read: int, length: int) -> float:
    """Return a share from 0.0 to 1.0; an empty text counts as not read."""
    return min(1.0, read / length) if length else 0.0


def carry_read(data: Repositories, old_id: int, new_id: int) -> None:
    """Let what was read of a text be read of its corrected version; part of a change.

    Paragraphs are set beside each other: within those that are the same, marks stand at the same
    words; within those put in the place of others, in proportion. New ones count as not read.
    """
    spans = data.read_spans.of(old_id)
    if spans:
        old, new = data.texts.body(old_id).text, data.texts.body(new_id).text
        data.read_spans.replace(new_id, carried(spans, old, new))


def carried(spans: Sequence[Span], old: str, new: str) -> list[Span]:
    """Return where spans of an old text lie in a new one."""
    old_lines, new_lines = old.split("\n"), new.split("\n")
    old_starts, new_starts = _starts(old_lines), _starts(new_lines)
    found: list[Span] = []
    matcher = SequenceMatcher(None, old_lines, new_lines, autojunk=False)
    for _, i1, i2, j1, j2 in matcher.get_opcodes():
        if i1 == i2 or j1 == j2:
            continue
        a, b = old_starts[i1], old_starts[i2] - 1
        c, d = new_starts[j1], new_starts[j2] - 1
        for start, end in spans:
            first, last = max(start, a), min(end, b)
            if first < last:
                scale = (d - c) / (b - a)
                found.append((c + round((first - a) * scale), c + round((last - a) * scale)))
    gaps = [(start - 1, start) for start in new_starts[1:-1]]
    whole = joined(found)
    edges = {start for start, _ in whole}, {end for _, end in whole}
    return joined([*whole, *(gap for gap in gaps if gap[1] in edges[0] and gap[0] in edges[1])])


def joined(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, those that overlap or touch made one, empty ones left out."""
    result: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(result[-1][1], end))
        else:
            result.append((start, end))
    return result


def without(spans: Iterable[Span], start: int, end: int) -> list[Span]:
    """Return spans with a stretch taken out of them."""
    pieces = []
    for first, last in spans:
        pieces += [(first, min(last, start)), (max(first, end), last)]
    return joined(pieces) if start < end else joined(spans)


def unread_before(spans: Iterable[Span], end: int) -> int:
    """Return where the stretch that has not been read, and ends at a place, begins."""
    return max((last for _, last in spans if last <= end), default=0)


def first_unread(spans: Sequence[Span], length: int) -> int:
    """Return the first place that has not been read; the length if all has been."""
    whole = joined(spans)
    if not whole or whole[0][0] > 0:
        return 0
    return min(whole[0][1], length)


def _inside(library: Library, version_id: int, start: int, end: int) -> Span:
    length = library.data.texts.info(version_id).length
    start, end = max(0, start), min(end, length)
    if start >= end:
        raise UserError("There are no words to mark.", "Put the caret on some words first.")
    return start, end


def _starts(lines: Sequence[str]) -> list[int]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    return starts
