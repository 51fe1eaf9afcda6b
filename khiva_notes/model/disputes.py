"""Disputed accounts: who says what on which aspect of a question, and what the reader concludes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from khiva_notes.model.dates import HistoricalDate

Stance = Literal["asserts", "denies", "silent", "out-of-scope", "not-read"]
STANCES: tuple[Stance, ...] = ("asserts", "denies", "silent", "out-of-scope", "not-read")

ValueType = Literal["text", "person", "place", "date", "number"]
VALUE_TYPES: tuple[ValueType, ...] = ("text", "person", "place", "date", "number")

CERTAINTIES = ("proven", "probable", "possible", "undecided", "cannot-be-decided")


@dataclass(frozen=True, slots=True)
class Account:
    """One voice on a dispute's question.

    ``voice_id`` is the card of who speaks, ``source_id`` the source whose words they are,
    ``passage_id`` where the voice is introduced; ``claim_ids`` are the claims it rests on,
    ``basis_account_ids`` and ``basis_source_ids`` what it depends on; ``place_id`` is the card of
    the place where it was written.
    """

    id: int
    dispute_id: int
    key: str
    label: str
    voice_id: int | None = None
    source_id: int | None = None
    how_known: str = "unknown"
    passage_id: int | None = None
    written: HistoricalDate | None = None
    interest: str = ""
    note: str = ""
    claim_ids: tuple[int, ...] = ()
    basis_account_ids: tuple[int, ...] = ()
    basis_source_ids: tuple[int, ...] = ()
    place_id: int | None = None


@dataclass(frozen=True, slots=True)
class AccountOrder:
    """That one event came before another by an account, with the words and passage that say so.

    ``strict`` is False for "not later than".
    """

    id: int
    account_id: int
    earlier_id: int
    later_id: int
    words: str = ""
    strict: bool = True
    passage_id: int | None = None


@dataclass(frozen=True, slots=True)
class SettledConflict:
    """Two items, mostly claims, whose conflict on an aspect is none to the reader, and why not."""

    id: int
    first_id: int
    second_id: int
    aspect: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Aspect:
    """A row of the comparison and the type of its values."""

    id: int
    dispute_id: int
    key: str
    name: str
    value_type: ValueType = "text"


@dataclass(frozen=True, slots=True)
class Number:
    """A figure as a range, ``low`` equal to ``high`` when exact, with its unit in words."""

    low: float
    high: float
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one account says on one aspect; ``value`` is the reader's short wording of it."""

    id: int
    account_id: int
    aspect_id: int
    stance: Stance = "not-read"
    value: str = ""
    card_id: int | None = None
    date: HistoricalDate | None = None
    number: Number | None = None
    paraphrase: str = ""
    passage_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The researcher's conclusion, which never changes by itself.

    ``inputs`` are, as JSON, what it rested on when it was written, and ``fingerprint`` is a digest
    of them, so that a later change of any of them can be told and shown.
    """

    dispute_id: int
    elected_id: int | None = None
    certainty: str = "undecided"
    reasons: str = ""
    fingerprint: str = ""
    decided: str = ""
    inputs: str = ""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A dispute's inside: its accounts and aspects in their order, and every cell that exists."""

    item_id: int
    accounts: tuple[Account, ...] = ()
    aspects: tuple[Aspect, ...] = ()
    cells: tuple[Cell, ...] = ()
    verdict: Verdict | None = None

    def cell(self, account_id: int, aspect_id: int) -> Cell | None:
        """Return the cell where an account meets an aspect, if anything was entered there."""
        for cell in self.cells:
            if cell.account_id == account_id and cell.aspect_id == aspect_id:
                return cell
        return None
