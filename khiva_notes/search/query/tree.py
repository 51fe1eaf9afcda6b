"""What a query asks for, as a tree of plain values."""

from __future__ import annotations

from dataclasses import dataclass

from khiva_notes.search.layout import WORDS


@dataclass(frozen=True, slots=True)
class Word:
    """Text without quotation marks: one word in any of its forms, or several side by side."""

    text: str
    field: str = WORDS


@dataclass(frozen=True, slots=True)
class Phrase:
    """Exactly these words, side by side."""

    text: str
    field: str = WORDS


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words that begin so; ``typing``: an unfinished word, of which names count in any spelling."""

    text: str
    field: str = WORDS
    typing: bool = False


@dataclass(frozen=True, slots=True)
class Wildcard:
    """Words of this shape: ``*`` is any letters, ``?`` is one."""

    pattern: str
    field: str = WORDS


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Words at most ``distance`` letters away from this one."""

    text: str
    distance: int
    field: str = WORDS


@dataclass(frozen=True, slots=True)
class Keyword:
    """Documents with this tag, status, language ...; a ``*`` at the end is any ending."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Kind:
    """Documents of one kind."""

    kind: str


@dataclass(frozen=True, slots=True)
class Days:
    """Documents whose days overlap these Julian day numbers, both inclusive; None is open."""

    earliest: int | None
    latest: int | None


@dataclass(frozen=True, slots=True)
class Names:
    """One person, place or group under any of these names, in any spelling."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class All:
    """Every document."""


@dataclass(frozen=True, slots=True)
class And:
    """Documents that all parts find."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Documents that any part finds."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Documents that the part does not find."""

    part: Node


TextLeaf = Word | Phrase | Prefix | Wildcard | Fuzzy
Leaf = TextLeaf | Keyword | Kind | Days | Names | All
Node = Leaf | And | Or | Not
