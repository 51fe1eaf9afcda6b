"""Orders of events proposed from the words of an account's passages, taken or refused."""

from __future__ import annotations

from dataclasses import dataclass

from khiva_notes.model.conflicts.order_words import OrderCue, Told, order_cues
from khiva_notes.model.disputes import Account, Dispute
from khiva_notes.model.items import Item
from khiva_notes.model.passages import Passage
from khiva_notes.services import passages as passage_commands
from khiva_notes.services.event_order import state_order
from khiva_notes.services.library import Library
from khiva_notes.store.repositories import Repositories

SORT = "order"
"""The sort under which refused orders are kept."""


@dataclass(frozen=True, slots=True)
class OrderProposal:
    """That by an account one event came before another, as its words seem to say.

    ``words`` is the word of time; ``start`` and ``end`` span the sentences in the text version,
    and ``exact`` are they.
    """

    dispute_id: int
    account: Account
    earlier: Item
    later: Item
    words: str
    version_id: int
    start: int
    end: int
    exact: str

    @property
    def token(self) -> str:
        """What tells this proposal from others, wherever in a later text it stands."""
        return f"{self.account.key} | {self.earlier.key} < {self.later.key} | {self.words}"


def order_proposals(data: Repositories, dispute_id: int) -> tuple[OrderProposal, ...]:
    """Read the order of events from the words round each account's passages.

    What is stated already, in either direction, and what was refused is left out.
    """
    dispute = data.disputes.get(dispute_id)
    refused = {words for sort, words in data.refusals.of(dispute_id) if sort == SORT}
    stated = data.orders.of_many([account.id for account in dispute.accounts])
    events = {item.id: item for item in data.items.heads("event")}
    by_key = {item.key: item for item in events.values()}
    texts: dict[int, tuple[str, list[OrderCue]]] = {}
    found: list[OrderProposal] = []
    for account in dispute.accounts:
        known = {
            frozenset((order.earlier_id, order.later_id)) for order in stated.get(account.id, ())
        }
        for passage in _passages(data, dispute, account):
            if passage.version_id not in texts:
                texts[passage.version_id] = _cues(data, passage.version_id, events)
            text, cues = texts[passage.version_id]
            for cue in cues:
                if cue.start < passage.end and passage.start < cue.end:
                    earlier, later = by_key[cue.earlier], by_key[cue.later]
                    one = _proposal(dispute_id, account, earlier, later, cue, passage, text)
                    pair = frozenset((earlier.id, later.id))
                    if pair not in known and one.token not in refused:
                        known.add(pair)
                        found.append(one)
    return tuple(found)


def accept_order(library: Library, proposal: OrderProposal) -> int:
    """State what is proposed, with its sentence as a passage of the dispute; return its number."""
    with library.change("Accept order of events"):
        passage_id = passage_commands.attach(
            library, proposal.dispute_id, proposal.version_id, proposal.start, proposal.end
        )
        return state_order(
            library,
            proposal.account.id,
            proposal.earlier.id,
            proposal.later.id,
            f"“{proposal.words}”",
            passage_id,
        )


def refuse_order(library: Library, proposal: OrderProposal) -> None:
    """Not propose this again."""
    with library.change("Refuse order of events") as data:
        data.refusals.add(proposal.dispute_id, SORT, proposal.token)


def _cues(
    data: Repositories, version_id: int, events: dict[int, Item]
) -> tuple[str, list[OrderCue]]:
    told = [
        Told(passage.start, passage.end, events[passage.item_id].key)
        for passage in data.passages.in_version(version_id)
        if passage.item_id in events and passage.status != "orphan"
    ]
    text = data.texts.body(version_id).text
    return text, order_cues(text, told)


def _passages(data: Repositories, dispute: Dispute, account: Account) -> list[Passage]:
    cells = [cell for cell in dispute.cells if cell.account_id == account.id]
    wanted = {i for cell in cells for i in cell.passage_ids}
    found = list(data.passages.many(wanted).values())
    for passages in data.passages.of_many(account.claim_ids).values():
        found += passages
    return sorted(found, key=lambda each: (each.version_id, each.start))


def _proposal(
    dispute_id: int,
    account: Account,
    earlier: Item,
    later: Item,
    cue: OrderCue,
    passage: Passage,
    text: str,
) -> OrderProposal:
    end = cue.end
    while end > cue.start and text[end - 1].isspace():
        end -= 1
    return OrderProposal(
        dispute_id,
        account,
        earlier,
        later,
        cue.words,
        passage.version_id,
        cue.start,
        end,
        text[cue.start : end],
    )
