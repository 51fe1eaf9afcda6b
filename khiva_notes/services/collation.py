"""Where copies of one text differ: the words to mark in the quotations of accounts that derive."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from khiva_notes.model.comparison import ComparedCell, Row
from khiva_notes.model.conflicts.collate import collate
from khiva_notes.model.conflicts.origins import origins_of
from khiva_notes.services.dispute_reading import DisputeTable

Spans = tuple[tuple[int, int], ...]
"""Words of a quotation as code points of its words joined by single spaces, ends exclusive."""
CellMarks = tuple[Spans, ...]
"""The spans of each of a cell's quotations."""
Marks = Mapping[tuple[int, int], CellMarks]
"""The marks of cells, by the numbers of account and aspect; cells without any are left out."""


def differing_words(table: DisputeTable) -> Marks:
    """Mark the differing words of near-identical quotations that go back to one text.

    Each account's words are set beside those of the first account before it that shares an origin
    with it. Independent accounts are never set side by side, however alike their words are.
    """
    related = _related(table)
    found: dict[tuple[int, int], CellMarks] = {}
    if not related:
        return found
    for row in table.comparison.rows:
        found |= _of_row(row, related)
    return found


def _related(table: DisputeTable) -> list[tuple[int, int]]:
    """Return the places of accounts that share an origin, two by two, the earlier one first."""
    origins = origins_of(table.voices, table.derivations)
    keys = [voice.key for voice in table.voices]
    return [
        (i, j)
        for j, later in enumerate(keys)
        for i, earlier in enumerate(keys[:j])
        if origins[earlier] & origins[later]
    ]


def _of_row(row: Row, related: Sequence[tuple[int, int]]) -> dict[tuple[int, int], CellMarks]:
    words = [[" ".join(q.passage.exact.split()) for q in cell.quotes] for cell in row.cells]
    spans: list[list[set[tuple[int, int]]]] = [[set() for _ in each] for each in words]
    compared: set[tuple[int, int]] = set()
    for i, j in related:
        for b, second in enumerate(words[j]):
            if (j, b) in compared:
                continue
            for a, first in enumerate(words[i]):
                stretches = collate(first, second)
                if not stretches:
                    continue
                compared.add((j, b))
                for each in stretches:
                    if each.change != "same":
                        spans[i][a].add((each.a_start, each.a_end))
                        spans[j][b].add((each.b_start, each.b_end))
    return {
        _place(cell, row): tuple(_joined(each) for each in spans[place])
        for place, cell in enumerate(row.cells)
        if any(start < end for each in spans[place] for start, end in each)
    }


def _place(cell: ComparedCell, row: Row) -> tuple[int, int]:
    return cell.account.id, row.aspect.id


def _joined(spans: set[tuple[int, int]]) -> Spans:
    """Join spans that touch, and leave the empty ones out."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return tuple(found)
