"""Commands on found conflicts: that one is none, that it is one again, and a dispute made of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from khiva_notes.model.disputes import Cell, SettledConflict
from khiva_notes.model.errors import UserError
from khiva_notes.model.items import Item
from khiva_notes.model.kinds.dispute import QUESTION_KINDS
from khiva_notes.services import cards, disputes
from khiva_notes.services.conflicts import FoundConflict
from khiva_notes.services.library import Library
from khiva_notes.store.repositories import Repositories


@dataclass(frozen=True, slots=True)
class Settled:
    """A settled conflict with the two things it was between."""

    conflict: SettledConflict
    first: Item
    second: Item


def settle(library: Library, conflict: FoundConflict, reason: str) -> None:
    """Note that none of a conflict's pairs is a conflict, and why; it is not told again.

    UserError without a reason: nobody would know later why it is not told.
    """
    reason = " ".join(reason.split())
    if not reason:
        raise UserError("A conflict is settled for a reason.", "Say why both can be true.")
    with library.change("Settle conflict") as data:
        for pair in conflict.pairs:
            data.settled.put(pair.first_id, pair.second_id, conflict.aspect, reason)


def unsettle(library: Library, settled_id: int) -> None:
    """Let a conflict be told again."""
    with library.change("Reopen conflict") as data:
        data.settled.remove(settled_id)


def settled_conflicts(data: Repositories) -> tuple[Settled, ...]:
    """Return what was settled, the latest first, with the things it was between."""
    settled = data.settled.all()
    items = data.items.many({i for each in settled for i in (each.first_id, each.second_id)})
    return tuple(
        Settled(each, items[each.first_id], items[each.second_id]) for each in reversed(settled)
    )


def dispute_from_conflict(library: Library, conflict: FoundConflict, question: str = "") -> Item:
    """Make a dispute of a conflict: an account for each speaker, its aspect as a row, cells filled.

    A card whose own date is part of the conflict becomes an account of its own.
    """
    aspect = conflict.aspect.capitalize() or "What"
    question = question.strip() or f"{conflict.subject.title}: {aspect.lower()}?"
    with library.change("Make dispute") as data:
        kind = conflict.aspect if conflict.aspect in QUESTION_KINDS else ""
        dispute = disputes.create_dispute(library, question, question_kind=kind)
        cards.set_links(library, dispute.id, "about", [(conflict.subject.id, "")])
        claims = [one.item.id for one in conflict.testimonies if one.item.kind == "claim"]
        disputes.add_claims(library, dispute.id, claims)
        for one in conflict.testimonies:
            if one.item.kind != "claim":
                _add_card(library, dispute.id, aspect, one.item.id, one.said_by, one.value)
        return data.items.get(dispute.id)


def _add_card(
    library: Library, dispute_id: int, aspect: str, item_id: int, label: str, value: str
) -> None:
    data = library.data
    account_id = disputes.add_account(library, dispute_id, label)
    aspect_id = disputes.aspect_named(library, dispute_id, aspect, "date")
    dates = data.dates.of(item_id)
    date = next((each for each in dates.values() if each.original == value), None)
    passages = tuple(passage.id for passage in data.passages.of(item_id))
    cell = Cell(0, account_id, aspect_id, "asserts", value, date=date)
    disputes.set_cell(library, replace(cell, passage_ids=passages))
