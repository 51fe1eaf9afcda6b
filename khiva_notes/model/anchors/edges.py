"""Where the edges of some words lie in a stretch that says nearly the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from khiva_notes.model.passages import trim


def carry(old: str, start: int, end: int, new: str) -> tuple[int, int]:
    """Return the span of ``new`` that stands for ``old[start:end]``; an empty one if nothing does.

    Both texts are aligned letter by letter. What was only put in at the edges stays outside, what
    took the place of words inside them is taken in; an edge of a word stays one.
    """
    first, last = 0, len(new)
    for same, old_start, old_end, new_start, new_end in _parts(old, new):
        if old_start <= start < old_end:
            first = min(new_start + start - old_start, new_end)
        if old_start < end <= old_end:
            whole = end == old_end and not same
            last = new_end if whole else min(new_start + end - old_start, new_end)
    if last <= first:
        return first, first
    if not _inside_word(old, start):
        while _inside_word(new, first):
            first -= 1
    if not _inside_word(old, end):
        while _inside_word(new, last):
            last += 1
    return trim(new, first, last)


def keeps_edges(old: str, start: int, end: int, new: str, new_start: int, new_end: int) -> bool:
    """Tell whether a span of ``new`` begins and ends at words' edges wherever the old one does."""
    return (_inside_word(old, start) or not _inside_word(new, new_start)) and (
        _inside_word(old, end) or not _inside_word(new, new_end)
    )


def _parts(old: str, new: str) -> Iterator[tuple[bool, int, int, int, int]]:
    """Give by turns parts that are the same and parts that are not, with their spans in both."""
    from rapidfuzz.distance import Levenshtein  # loads slowly

    old_start = new_start = 0
    for each in Levenshtein.opcodes(old, new):
        if each.tag != "equal":
            continue
        if (old_start, new_start) != (each.src_start, each.dest_start):
            yield False, old_start, each.src_start, new_start, each.dest_start
        old_start, new_start = each.src_end, each.dest_end
        yield True, each.src_start, old_start, each.dest_start, new_start
    yield False, old_start, len(old), new_start, len(new)


def _inside_word(text: str, place: int) -> bool:
    return 0 < place < len(text) and _is_letter(text[place - 1]) and _is_letter(text[place])


@cache
def _is_letter(sign: str) -> bool:
    """Letters, figures and the marks that are set on them: what an edge must not part."""
    return unicodedata.category(sign)[0] in "LNM"
