"""What an edition says of names and dates in its markup, which counts for more than a guess."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from khiva_notes.model.dates import FoundDate, from_edtf
from khiva_notes.model.errors import UserError
from khiva_notes.model.suggestions.suggestion import Suggestion
from khiva_notes.model.texts import Mark, MarkKind

_KINDS: Mapping[MarkKind, str] = {"person": "person", "place": "place", "name": "group"}


def with_told_dates(
    found: Iterable[FoundDate], text: str, marks: Sequence[Mark]
) -> list[FoundDate]:
    """Put dates whose normal form the edition gives in the place of those found in the same words.

    A normal form that is no EDTF is passed over; the words are then read as any others.
    """
    told: list[FoundDate] = []
    for mark in marks:
        if mark.kind != "date" or not mark.value:
            continue
        try:
            date = from_edtf(mark.value, original=text[mark.start : mark.end])
        except UserError:
            continue
        told.append(FoundDate(mark.start, mark.end, date))
    spans = _Spans((date.start, date.end) for date in told)
    rest = [date for date in found if not spans.touch(date.start, date.end)]
    return sorted([*rest, *told], key=lambda date: (date.start, date.end))


def with_told_names(
    found: Iterable[Suggestion], text: str, marks: Sequence[Mark]
) -> list[Suggestion]:
    """Put names that the edition marks before those found: its word on the kind is sure.

    One of the same words that was found lends its other places; one that was found only inside
    marked words gives way.
    """
    places: dict[tuple[str, str], list[tuple[int, int]]] = {}
    titles: dict[tuple[str, str], str] = {}
    for mark in marks:
        kind = _KINDS.get(mark.kind)
        words = " ".join(text[mark.start : mark.end].split())
        if kind is None or not words:
            continue
        places.setdefault((kind, words.casefold()), []).append((mark.start, mark.end))
        titles.setdefault((kind, words.casefold()), words)
    marked = _Spans(place for group in places.values() for place in group)
    rest: list[Suggestion] = []
    for one in found:
        free = tuple(place for place in one.places if not marked.touch(*place))
        title = one.title.casefold()
        kinds = [kind for kind in _KINDS.values() if (kind, title) in places]
        if len(kinds) == 1:
            places[kinds[0], title] += free
        elif free:
            first = free[0]
            rest.append(replace(one, start=first[0], end=first[1], core=first, places=free))
    told = [
        _name(kind, titles[kind, words], sorted(set(group)))
        for (kind, words), group in places.items()
    ]
    return [*told, *rest]


def _name(kind: str, title: str, places: list[tuple[int, int]]) -> Suggestion:
    return Suggestion("name", kind, *places[0], title, places[0], tuple(places))


class _Spans:
    """Spans that can be asked, each in logarithmic time, whether one of them is touched."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def touch(self, start: int, end: int) -> bool:
        """Tell whether some span shares a character with this one."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._reach[before - 1] > start
