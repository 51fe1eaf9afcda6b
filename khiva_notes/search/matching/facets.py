"""What the hits of a query have in common: sources, people, tags and years, with numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set

from khiva_notes.search.documents import KINDS, TEXT_KIND
from khiva_notes.search.engine.records import NO_DAY
from khiva_notes.search.engine.snapshot import LiveSegment
from khiva_notes.search.layout import CARD, TAG
from khiva_notes.search.results import Facets, SourceCount

_LONGEST_SPAN = 5 * 366
"""Days of the longest date that is counted under each of its years; longer ones say too little."""
_TEXT = KINDS.index(TEXT_KIND)

Hits = Sequence[tuple[LiveSegment, Set[int]]]


def count_facets(hits: Hits, most: int) -> Facets:
    """Count the ``most`` common values of each facet among ``hits``."""
    people = _keywords(hits, CARD, "person:")
    return Facets(
        sources=_sources(hits, most),
        people=dict(people.most_common(most)),
        tags=dict(_keywords(hits, TAG).most_common(most)),
        years=_years(hits),
    )


def _sources(hits: Hits, most: int) -> tuple[SourceCount, ...]:
    counts: Counter[int] = Counter()
    shown: dict[int, tuple[LiveSegment, int]] = {}
    for segment, numbers in hits:
        items, kinds = segment.view.items, segment.view.kinds
        for number in numbers:
            if kinds[number] == _TEXT:
                counts[items[number]] += 1
                shown[items[number]] = (segment, number)
    found = []
    for item, count in counts.most_common(most):
        segment, number = shown[item]
        _, _, title, _ = segment.files.records.label(number)
        found.append(SourceCount(item, title, count))
    return tuple(found)


def _keywords(hits: Hits, field: str, prefix: str = "") -> Counter[str]:
    counts: Counter[str] = Counter()
    for segment, numbers in hits:
        for section in segment.files.sections(field):
            for place in range(*section.prefix_range(prefix)):
                ids = segment.files.ids(section, 2 * place, 2 * place + 1)
                met = len(numbers & set(ids))
                if met:
                    counts[section.words[place].removeprefix(prefix)] += met
    return counts


def _years(hits: Hits) -> dict[int, int]:
    counts: Counter[int] = Counter()
    for segment, numbers in hits:
        earliest, latest = segment.view.days
        for number in numbers:
            first, last = earliest[number], latest[number]
            if first != NO_DAY and last != NO_DAY and 0 <= last - first <= _LONGEST_SPAN:
                years = range(_year(first), _year(last) + 1)
                counts.update(years)
    return dict(sorted(counts.items()))


def _year(day: int) -> int:
    from khiva_notes.model.dates import from_jdn

    return from_jdn("gregorian", day)[0]
