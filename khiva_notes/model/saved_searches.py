"""A search that is kept under a name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query with the kinds it was narrowed down to; other facets are clauses of the query.

    ``position`` orders the searches of a library, the first one having the lowest.
    """

    id: int
    name: str
    query: str
    kinds: tuple[str, ...] = ()
    position: int = 0
