"""What goes into a comparison of accounts and what comes out, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from khiva_notes.model.dates import HistoricalDate
from khiva_notes.model.disputes import Number, Stance, ValueType

State = Literal["agree", "compatible", "conflict", "single", "silent"]
"""What a row of the comparison amounts to; "single" means that only one account speaks."""

Relation = Literal["same", "compatible", "explained", "contradictory", "unknown"]
"""How two values stand to one another; "explained" differ in form only (calendar, measure)."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One account's cell, with what it refers to looked up.

    ``account`` is the account's label, for the words of the explanation; ``value`` the reader's
    short wording; ``card`` the key of the person's or place's card meant and ``names`` every
    spelling of it; ``within`` the keys of the cards that one is part of (a place's surroundings,
    a person's groups), all the way up.
    """

    account: str
    stance: Stance
    value_type: ValueType
    value: str = ""
    card: str = ""
    names: tuple[str, ...] = ()
    date: HistoricalDate | None = None
    number: Number | None = None
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """How two values stand to one another, and why in one sentence.

    ``finer`` tells which of them lies inside the other, if either does. ``proven`` is False where
    only the wordings differ, so that a reader has to judge.
    """

    relation: Relation
    why: str
    finer: Literal["", "first", "second"] = ""
    proven: bool = True


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements of a row by their places, how they stand to one another, and why.

    ``why`` is a whole sentence with the accounts and their values; ``reason`` its last part alone.
    ``proven`` is False where only the wordings differ.
    """

    i: int
    j: int
    relation: Relation
    why: str
    proven: bool = True
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RowState:
    """What a row amounts to, in a word and in one or two sentences, with every pair that speaks."""

    state: State
    why: str
    pairs: tuple[Pair, ...] = ()
