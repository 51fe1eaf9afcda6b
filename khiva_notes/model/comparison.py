"""A dispute as a table: accounts as columns, aspects as rows, each row with its state and why."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from khiva_notes.model.conflicts import Pair, State, Statement
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
    """One aspect across all accounts; cells stand in the order of the columns.

    ``pairs`` are the reasons of the state, for each two accounts that speak, by their places;
    ``statements`` what was compared, to be compared again without some of them.
    """

    aspect: Aspect
    state: State
    why: str
    cells: tuple[ComparedCell, ...]
    pairs: tuple[Pair, ...] = ()
    statements: tuple[Statement, ...] = ()


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

    def only(self, account_ids: Collection[int], aspect_ids: Collection[int]) -> Comparison:
        """Return the same comparison with just these accounts and aspects, states as they are."""
        places = [i for i, c in enumerate(self.columns) if c.account.id in account_ids]
        return replace(
            self,
            columns=tuple(self.columns[i] for i in places),
            rows=tuple(
                replace(row, cells=tuple(row.cells[i] for i in places), pairs=(), statements=())
                for row in self.rows
                if row.aspect.id in aspect_ids
            ),
        )
