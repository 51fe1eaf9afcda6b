"""What differs between a passage's old words and its new ones, for the eye that confirms them."""

from __future__ import annotations

import re

_PIECE = re.compile(r"\w+|\s+|[^\w\s]")

Spans = tuple[tuple[int, int], ...]


def differences(old: str, new: str) -> tuple[Spans, Spans]:
    """Return the parts of ``old`` that are gone and those of ``new`` that have come, as spans.

    Compared are whole words, signs and spaces, since single letters would blink; without those
    parts both texts are the same.
    """
    from rapidfuzz.distance import Indel  # loads slowly

    pieces_old, pieces_new = _PIECE.findall(old), _PIECE.findall(new)
    ends_old, ends_new = _places(pieces_old), _places(pieces_new)
    gone: list[tuple[int, int]] = []
    come: list[tuple[int, int]] = []
    for each in Indel.opcodes(pieces_old, pieces_new):
        if each.tag == "delete":
            gone.append((ends_old[each.src_start], ends_old[each.src_end]))
        elif each.tag == "insert":
            come.append((ends_new[each.dest_start], ends_new[each.dest_end]))
    return tuple(gone), tuple(come)


def _places(pieces: list[str]) -> list[int]:
    places = [0]
    for piece in pieces:
        places.append(places[-1] + len(piece))
    return places
