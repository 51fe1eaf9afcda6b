"""Cards of any kind brought into a dispute, each as what it can be there."""

from __future__ import annotations

from collections.abc import Sequence

from khiva_notes.model.disputes import Account
from khiva_notes.model.errors import UserError
from khiva_notes.model.items import Item
from khiva_notes.model.kinds import KINDS
from khiva_notes.services import cards, disputes
from khiva_notes.services.library import Library

_VOICES = ("person", "group", "source")


def add_cards(library: Library, dispute_id: int, item_ids: Sequence[int]) -> None:
    """Bring cards into a dispute as one step.

    A claim goes into the cell of its speaker and aspect; a person, a group or a source becomes a
    voice with an account of its own, unless it has one; an event or a place is what the dispute
    is about. UserError if there is a dispute or nothing among them.
    """
    items = library.data.items.many(item_ids)
    found = [items[number] for number in item_ids if number in items]
    if not found:
        raise UserError("Nothing is selected.", "Select a card first.")
    for item in found:
        if item.kind == "dispute":
            raise UserError(
                f"'{item.title}' is itself a dispute.", "Add claims, people or sources."
            )
    with library.change("Add to dispute"):
        claims = [item.id for item in found if item.kind == "claim"]
        if claims:
            disputes.add_claims(library, dispute_id, claims)
        for item in found:
            if item.kind in _VOICES:
                _add_voice(library, dispute_id, item)
        _add_subjects(library, dispute_id, [i for i in found if i.kind in ("event", "place")])


def _add_voice(library: Library, dispute_id: int, item: Item) -> None:
    accounts = library.data.disputes.get(dispute_id).accounts
    if any(_speaks(account, item) for account in accounts):
        return
    account_id = disputes.add_account(library, dispute_id, item.title)
    column = "source_id" if item.kind == "source" else "voice_id"
    disputes.edit_account(library, account_id, **{column: item.id})


def _speaks(account: Account, item: Item) -> bool:
    if item.kind == "source":
        return account.voice_id is None and account.source_id == item.id
    return account.voice_id == item.id


def _add_subjects(library: Library, dispute_id: int, items: Sequence[Item]) -> None:
    if items:
        about = KINDS["dispute"].field("about")
        held = [
            (link.to_id, link.role)
            for link in library.data.links.of(dispute_id)
            if link.type == about.relation
        ]
        cards.set_links(library, dispute_id, "about", [*held, *((item.id, "") for item in items)])
