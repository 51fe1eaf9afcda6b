"""What cells could hold: who, when, where and how many, read from an account's own passages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from khiva_notes.model.disputes import Account, Aspect, Cell, Dispute
from khiva_notes.model.errors import UserError
from khiva_notes.services import disputes
from khiva_notes.services import passages as passage_commands
from khiva_notes.services.library import Library
from khiva_notes.services.proposal_finding import Finding, Findings
from khiva_notes.store.repositories import Repositories
from khiva_notes.store.store import Reader

SORT = "cell"
"""The sort under which refused proposals are kept."""
MOST = 4
"""Proposals for one cell; after the first few they are seldom right."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an account may say on an aspect; ``found`` has the value and the words it is from."""

    dispute_id: int
    account: Account
    aspect: Aspect
    found: Finding

    @property
    def token(self) -> str:
        """What tells this proposal from others, wherever in a later text it stands."""
        found = self.found
        return f"{self.account.key} | {self.aspect.key} | {found.value} | {found.exact[:80]}"


def propose(
    data: Repositories, dispute_id: int, cancelled: Callable[[], bool] = lambda: False
) -> tuple[Proposal, ...]:
    """Propose values for all cells of a dispute that are empty or not yet read.

    Only rows of persons, places, dates and figures get any. For each cell at most ``MOST``, those
    of the account's claims on that aspect first; what was refused stays away. May run on any
    thread with a connection of its own (``Reader``).
    """
    dispute = data.disputes.get(dispute_id)
    refused = {words for sort, words in data.refusals.of(dispute_id) if sort == SORT}
    findings = Findings(data, dispute)
    found: list[Proposal] = []
    for account in dispute.accounts:
        for aspect in dispute.aspects:
            if cancelled():
                return tuple(found)
            if is_open(dispute, account, aspect):
                offers = findings.of(account, aspect)
                proposals = [Proposal(dispute_id, account, aspect, one) for one in offers]
                found += [one for one in proposals if one.token not in refused][:MOST]
    return tuple(found)


def read_proposals(
    path: Path, dispute_id: int, cancelled: Callable[[], bool] = lambda: False
) -> tuple[Proposal, ...]:
    """Propose for a dispute on a connection of its own, from any thread; () if it is gone."""
    reader = Reader(path)
    try:
        with reader.moment() as data:
            gone = data.items.find(dispute_id) is None
            return () if gone else propose(data, dispute_id, cancelled)
    finally:
        reader.close()


def is_open(dispute: Dispute, account: Account, aspect: Aspect) -> bool:
    """Tell whether a cell has nothing in it that a proposal would write over."""
    cell = dispute.cell(account.id, aspect.id)
    return cell is None or (cell.stance == "not-read" and not cell.value)


def accept(library: Library, proposal: Proposal, value: str = "") -> int:
    """Write a proposal into its cell, in other words if given; return the cell's number.

    Its words become a passage of the dispute unless a passage has just them. UserError if
    something has been written there meanwhile.
    """
    account, aspect, found = proposal.account, proposal.aspect, proposal.found
    dispute = library.data.disputes.get(proposal.dispute_id)
    if not is_open(dispute, account, aspect):
        raise UserError("Something stands in this cell already.", "Empty it first.")
    with library.change("Accept proposal"):
        before = dispute.cell(account.id, aspect.id)
        kept = before.passage_ids if before else ()
        return disputes.set_cell(
            library,
            Cell(
                0,
                account.id,
                aspect.id,
                "asserts",
                value.strip() or found.value,
                found.card_id,
                found.date,
                found.number,
                before.paraphrase if before else "",
                tuple(dict.fromkeys((*kept, _passage(library, proposal)))),
            ),
        )


def accept_all(library: Library, proposals: Iterable[Proposal]) -> int:
    """Write the first proposal for each cell, as one step; return how many cells that were."""
    first: dict[tuple[int, int], Proposal] = {}
    for one in proposals:
        first.setdefault((one.account.id, one.aspect.id), one)
    with library.change("Accept proposals"):
        for one in first.values():
            accept(library, one)
    return len(first)


def refuse(library: Library, proposal: Proposal) -> None:
    """Not propose this for its cell again, as a step that can be undone."""
    with library.change("Refuse proposal") as data:
        data.refusals.add(proposal.dispute_id, SORT, proposal.token)


def propose_again(library: Library, dispute_id: int) -> None:
    """Let everything that was refused for a dispute be proposed again."""
    with library.change("Propose again") as data:
        data.refusals.remove_all(dispute_id)


def _passage(library: Library, proposal: Proposal) -> int:
    found = proposal.found
    owners = (proposal.dispute_id, *([found.claim_id] if found.claim_id else []))
    for passage in library.data.passages.in_version(found.version_id):
        if (passage.start, passage.end) == (found.start, found.end) and passage.item_id in owners:
            return passage.id
    return passage_commands.attach(
        library, proposal.dispute_id, found.version_id, found.start, found.end
    )
