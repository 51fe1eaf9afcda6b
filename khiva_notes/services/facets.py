"""By what the hits of a query can be narrowed down, each with the clause that does so."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from khiva_notes.search.index import SearchIndex
from khiva_notes.services.query_language import clause, with_clause
from khiva_notes.store.repositories import Repositories

FacetGroup = Literal["source", "person", "tag", "year"]

MOST_YEARS = 12
"""Values beyond which years are counted by decades, and decades by centuries."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One value that hits have in common, how many have it, and the clause that asks for it."""

    group: FacetGroup
    label: str
    count: int
    clause: str


def find_facets(
    index: SearchIndex,
    data: Repositories,
    query: str,
    *,
    limit: int = 8,
    kinds: Collection[str] | None = None,
    typing: bool = False,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Facet, ...]:
    """Count what the hits of ``query`` have in common, group by group, the commonest first.

    ``limit`` is the number of values a group; years are in order, and by decades or centuries
    where they are many. With ``typing`` the last word is taken as unfinished. SearchCancelled as
    soon as ``cancelled`` says so.
    """
    counted = index.facets(query, limit=limit, kinds=kinds, typing=typing, cancelled=cancelled)
    sources = data.items.many({abs(source.item) for source in counted.sources})
    found = [
        Facet("source", source.title, source.count, clause("source", item.key))
        for source in counted.sources
        if (item := sources.get(abs(source.item))) is not None
    ]
    found += [
        Facet("person", name, count, clause("person", name))
        for name, count in counted.people.items()
    ]
    found += [
        Facet("tag", name, count, clause("tag", name)) for name, count in counted.tags.items()
    ]
    if len(counted.years) <= MOST_YEARS:
        return (*found, *_years(counted.years))
    for first, last in _spans(counted.years):
        asked = clause("date", f"{_edtf(first)}..{_edtf(last)}")
        narrowed = with_clause(query, asked)
        total = index.search(
            narrowed, limit=1, kinds=kinds, typing=typing, cancelled=cancelled
        ).total
        found.append(Facet("year", f"{_year(first)}–{_year(last)}", total, asked))
    return tuple(found)


def _years(counts: Mapping[int, int]) -> list[Facet]:
    return [
        Facet("year", _year(year), count, clause("date", _edtf(year)))
        for year, count in counts.items()
    ]


def _spans(years: Collection[int]) -> list[tuple[int, int]]:
    """Return the decades, centuries or millennia, first year and last, that years fall into."""
    length = 1
    begins = set(years)
    while len(begins) > MOST_YEARS and length < 1000:
        length *= 10
        begins = {year // length * length for year in years}
    return [(first, first + length - 1) for first in sorted(begins)]


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BCE"


def _edtf(year: int) -> str:
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"
