"""A tree of conditions over one segment, as sets of documents."""

from __future__ import annotations

from collections.abc import Iterator, Set

from khiva_notes.search.engine.snapshot import LiveSegment
from khiva_notes.search.matching.gather import Counts
from khiva_notes.search.matching.leaves import LeafReader
from khiva_notes.search.query.tree import And, Node, Not, Or

Found = dict[Node, Counts]
"""What each leaf of a query found in one segment."""


def scored_leaves(node: Node) -> Iterator[Node]:
    """Yield the leaves that speak for a document: all but those under a Not."""
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from scored_leaves(part)
        case Not():
            return
        case _:
            yield node


def evaluate(node: Node, segment: LiveSegment, leaves: LeafReader, found: Found) -> Set[int]:
    """Give the living documents that ``node`` finds; fills ``found`` with what its leaves do."""
    match node:
        case And(parts):
            return _all_of(parts, segment, leaves, found)
        case Or(parts):
            sets = [evaluate(part, segment, leaves, found) for part in parts]
            return set().union(*sets) if len(sets) != 1 else sets[0]
        case Not(part):
            everything = set(range(segment.files.documents)) - segment.deleted
            return everything - evaluate(part, segment, leaves, found)
        case _:
            counts = found.get(node)
            if counts is None:
                counts = found[node] = leaves.read(node, segment)
            return counts.keys()


def _all_of(
    parts: tuple[Node, ...], segment: LiveSegment, leaves: LeafReader, found: Found
) -> Set[int]:
    wanted = [evaluate(part, segment, leaves, found) for part in parts if not isinstance(part, Not)]
    unwanted = [part.part for part in parts if isinstance(part, Not)]
    if wanted:
        smallest, *others = sorted(wanted, key=len)
        left = set(smallest).intersection(*others) if others else smallest
    else:
        left = set(range(segment.files.documents)) - segment.deleted
    for part in unwanted:
        left = left - evaluate(part, segment, leaves, found)
    return left
