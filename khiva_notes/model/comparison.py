"""A dispute as a table: accounts as columns, aspects as rows, each row with its state and why."""

from __future__ import annotations

from dataclasses import dataclass

from khiva_notes.model.conflicts import State
from khiva_notes.model.disputes import Account, Aspect, Cell, Stance, Verdict
from khiva_notes.model.items import Item
from khiva_notes.model.passages import Passage


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage as it is quoted: the words, where they stand, and how to cite that."""

    passage: Passage
    source: Item | None
    citation: str


@dataclass(frozen=True, slots=True)
class Column:
    """One account with the things it refers to looked up."""

    account: Account
    voice: Item | None
    source: Item | None
    bases: tuple[str, ...]
    introduced: Quote | None


@dataclass(frozen=True, slots=True)
class ComparedCell:
    """What one account says on one aspect, ready to be shown; ``cell`` is None where nothing is."""

    account: Account
    stance: Stance
    value: str
    quotes: tuple[Quote, ...]
    card: Item | None
    cell: Cell | None


@dataclass(frozen=True, slots=True)
class Row:
    """One aspect across all accounts; cells stand in the order of the columns."""

    aspect: Aspect
    state: State
    why: str
    cells: tuple[ComparedCell, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A dispute whole; ``changed`` tells that the verdict's inputs are no longer what they were."""

    dispute: Item
    about: tuple[Item, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    verdict: Verdict | None
    elected: Account | None
    changed: bool
