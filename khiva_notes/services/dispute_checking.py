"""Whether disputes are sound: cells, verdicts and what they build on, orders, settled conflicts."""

from __future__ import annotations

import json
from collections.abc import Iterator

from khiva_notes.model.conflicts.wording import quoted
from khiva_notes.model.disputes import CERTAINTIES, STANCES, Dispute
from khiva_notes.model.items import Item
from khiva_notes.model.verdict_inputs import digest
from khiva_notes.services.verdicts import circles
from khiva_notes.store.repositories import Repositories


def dispute_problems(data: Repositories) -> Iterator[str]:
    """Yield what is wrong with the disputes of a library, a sentence each."""
    items = {
        item.id: item for trashed in (False, True) for item in data.items.heads(trashed=trashed)
    }
    disputes = {i: item for i, item in items.items() if item.kind == "dispute"}
    for dispute_id, dispute in data.disputes.many(disputes).items():
        yield from _dispute(disputes[dispute_id], dispute)
        yield from _orders(data, disputes[dispute_id], dispute, items)
    bases = data.verdict_bases.all()
    for dispute_id in {i for one, others in bases.items() for i in (one, *others)}:
        if dispute_id not in disputes:
            yield f"A verdict builds on '{_key(items, dispute_id)}', which is no dispute."
    for circle in circles(bases):
        names = ", on ".join(f"'{_key(items, i)}'" for i in (*circle, circle[0]))
        yield f"Verdicts build on one another in a circle: {names}."
    for settled in data.settled.all():
        kinds = {_kind(items, settled.first_id), _kind(items, settled.second_id)}
        if not kinds <= {"claim", "event", "person"} or "claim" not in kinds:
            yield (
                f"A settled conflict is between '{_key(items, settled.first_id)}' and "
                f"'{_key(items, settled.second_id)}', which are not claims."
            )


def _dispute(item: Item, dispute: Dispute) -> Iterator[str]:
    accounts = {account.id for account in dispute.accounts}
    aspects = {aspect.id for aspect in dispute.aspects}
    for cell in dispute.cells:
        if cell.account_id not in accounts or cell.aspect_id not in aspects:
            yield f"A cell of the dispute '{item.key}' is in no row or column of it."
        if cell.stance not in STANCES:
            yield f"A cell of the dispute '{item.key}' has the unknown stance '{cell.stance}'."
    for account in dispute.accounts:
        if not set(account.basis_account_ids) <= accounts - {account.id}:
            what = f"The account {quoted(account.label)} of '{item.key}'"
            yield f"{what} depends on itself or on an account of another dispute."
    verdict = dispute.verdict
    if verdict is None:
        return
    if verdict.elected_id is not None and verdict.elected_id not in accounts:
        yield f"The verdict on '{item.key}' elects an account of another dispute."
    if verdict.certainty not in CERTAINTIES:
        yield f"The verdict on '{item.key}' is '{verdict.certainty}', which is no certainty."
    if verdict.inputs and not _is_sealed(verdict.inputs, verdict.fingerprint):
        yield f"What the verdict on '{item.key}' rested on does not fit its fingerprint."


def _is_sealed(inputs: str, fingerprint: str) -> bool:
    try:
        return isinstance(json.loads(inputs), dict) and digest(inputs) == fingerprint
    except ValueError:
        return False


def _orders(
    data: Repositories, item: Item, dispute: Dispute, items: dict[int, Item]
) -> Iterator[str]:
    found = data.orders.of_many([account.id for account in dispute.accounts])
    for order in (each for orders in found.values() for each in orders):
        for event_id in (order.earlier_id, order.later_id):
            if _kind(items, event_id) != "event":
                yield (
                    f"In the dispute '{item.key}' '{_key(items, event_id)}' is put before or"
                    " after something, but is no event."
                )


def _key(items: dict[int, Item], item_id: int) -> str:
    return items[item_id].key if item_id in items else str(item_id)


def _kind(items: dict[int, Item], item_id: int) -> str:
    return items[item_id].kind if item_id in items else ""
