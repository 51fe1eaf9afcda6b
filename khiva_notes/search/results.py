"""What a search gives back, as plain values any thread may keep."""

from __future__ import annotations

from dataclasses import dataclass, field

PhraseSlots = tuple[frozenset[str], ...]
"""A phrase as its words one after the other; each may stand in any of several spellings."""


@dataclass(frozen=True, slots=True)
class Highlight:
    """What to mark in a text that a query found; see ``snippets``.

    ``words`` are words as the index knows them (case folded, one kind of apostrophe),
    ``prefixes`` beginnings of words, ``patterns`` words with ``*`` and ``?``, and ``phrases``
    runs of words that are marked only where they stand together.
    """

    words: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    phrases: tuple[PhraseSlots, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One found document; ``start`` and ``end`` are code points in the source's text."""

    uid: str
    item: int
    kind: str
    title: str
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Results:
    """The best hits of a query with the exact number of all of them.

    ``total`` counts the hits of the kinds asked for; ``by_kind`` counts every hit of the query
    whatever kinds were asked for, so that the other groups can show their numbers;
    ``suggestion`` is the query respelt, or empty.
    """

    total: int = 0
    hits: tuple[Hit, ...] = ()
    by_kind: dict[str, int] = field(default_factory=dict)
    suggestion: str = ""
    highlight: Highlight = field(default_factory=Highlight)


@dataclass(frozen=True, slots=True)
class SourceCount:
    """How many paragraphs of one source were found."""

    item: int
    title: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """By what the hits of a query can be narrowed down, with the number of hits of each.

    ``people`` are the names of cards that hits are tied to; ``years`` are in order, and a hit
    counts under each year it may fall in unless its dates are very wide.
    """

    sources: tuple[SourceCount, ...] = ()
    people: dict[str, int] = field(default_factory=dict)
    tags: dict[str, int] = field(default_factory=dict)
    years: dict[int, int] = field(default_factory=dict)


class SearchCancelled(Exception):
    """The caller no longer wants the answer (a newer keystroke, a closed window)."""


class IndexBusy(Exception):
    """Another process is writing to this index; try again later."""


class IndexUnusable(Exception):
    """The index has to be rebuilt before anything else can be done with it."""
