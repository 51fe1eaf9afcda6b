"""A dispute read as a table, with what each row's accounts amount to."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from khiva_notes.model.comparison import Column, ComparedCell, Comparison, Row
from khiva_notes.model.conflicts import RowState, Statement, row_state
from khiva_notes.model.disputes import Account, Aspect, Dispute
from khiva_notes.model.items import Item, Name
from khiva_notes.model.passages import Passage
from khiva_notes.services.quoting import Quoting
from khiva_notes.services.verdict_reading import is_stale
from khiva_notes.services.wholes import wholes
from khiva_notes.store.repositories import Repositories


def compare(data: Repositories, dispute_id: int) -> Comparison:
    """Return one dispute as a table."""
    return compare_many(data, [dispute_id])[dispute_id]


def compare_many(data: Repositories, dispute_ids: Collection[int]) -> dict[int, Comparison]:
    """Return disputes as tables, by number, in few queries however many they are."""
    disputes = data.disputes.many(dispute_ids)
    links = data.links.of_many(dispute_ids)
    wanted = set(dispute_ids)
    passage_ids: set[int] = set()
    for dispute in disputes.values():
        for account in dispute.accounts:
            wanted |= {i for i in (account.voice_id, account.source_id) if i is not None}
            wanted |= {*account.basis_source_ids}
            passage_ids |= {account.passage_id} if account.passage_id else set()
        wanted |= {cell.card_id for cell in dispute.cells if cell.card_id is not None}
        passage_ids |= {i for cell in dispute.cells for i in cell.passage_ids}
        wanted |= {link.to_id for link in links.get(dispute.item_id, [])}
    values = {c.card_id for d in disputes.values() for c in d.cells if c.card_id is not None}
    looked_up = _LookedUp(
        data.items.many(wanted),
        data.passages.many(passage_ids),
        data.names.of_many(values),
        wholes(data, values),
        Quoting(data),
    )
    found = {}
    for dispute_id, dispute in disputes.items():
        verdict = dispute.verdict
        about = [link.to_id for link in links.get(dispute_id, []) if link.type == "about"]
        found[dispute_id] = Comparison(
            looked_up.items[dispute_id],
            tuple(looked_up.items[i] for i in about if i in looked_up.items),
            tuple(_column(account, dispute, looked_up) for account in dispute.accounts),
            tuple(_row(aspect, dispute, looked_up) for aspect in dispute.aspects),
            verdict,
            next((a for a in dispute.accounts if verdict and a.id == verdict.elected_id), None),
            verdict is not None and is_stale(data, verdict),
        )
    return found


class _LookedUp:
    """What the rows of several disputes refer to, read beforehand."""

    def __init__(
        self,
        items: Mapping[int, Item],
        passages: Mapping[int, Passage],
        names: Mapping[int, Sequence[Name]],
        wholes: Mapping[int, tuple[str, ...]],
        quoting: Quoting,
    ) -> None:
        self.items = items
        self.passages = passages
        self.names = names
        self.wholes = wholes
        self.quoting = quoting


def _column(account: Account, dispute: Dispute, looked_up: _LookedUp) -> Column:
    labels = {other.id: other.label for other in dispute.accounts}
    bases = [labels[i] for i in account.basis_account_ids if i in labels]
    bases += [looked_up.items[i].title for i in account.basis_source_ids if i in looked_up.items]
    passage = looked_up.passages.get(account.passage_id or 0)
    return Column(
        account,
        looked_up.items.get(account.voice_id or 0),
        looked_up.items.get(account.source_id or 0),
        tuple(bases),
        looked_up.quoting.quote(passage) if passage else None,
    )


def _row(aspect: Aspect, dispute: Dispute, looked_up: _LookedUp) -> Row:
    cells = [_cell(account, aspect, dispute, looked_up) for account in dispute.accounts]
    statements = tuple(_statement(compared, aspect, looked_up) for compared in cells)
    state = _judged(statements)
    return Row(aspect, state.state, state.why, tuple(cells), state.pairs, statements)


@lru_cache(maxsize=1 << 10)
def _judged(statements: tuple[Statement, ...]) -> RowState:
    """Judge a row once: after an edit all the others of its dispute are as they were."""
    return row_state(statements)


def _cell(account: Account, aspect: Aspect, dispute: Dispute, looked_up: _LookedUp) -> ComparedCell:
    cell = dispute.cell(account.id, aspect.id)
    if cell is None:
        return ComparedCell(account, "not-read", "", (), None, None)
    passages = [looked_up.passages[i] for i in cell.passage_ids if i in looked_up.passages]
    return ComparedCell(
        account,
        cell.stance,
        cell.value,
        looked_up.quoting.quotes(passages),
        looked_up.items.get(cell.card_id or 0),
        cell,
    )


def _statement(compared: ComparedCell, aspect: Aspect, looked_up: _LookedUp) -> Statement:
    cell = compared.cell
    card = compared.card
    return Statement(
        account=compared.account.label,
        stance=compared.stance,
        value_type=aspect.value_type,
        value=compared.value,
        card=card.key if card else "",
        names=tuple(name.text for name in looked_up.names.get(card.id, ())) if card else (),
        within=looked_up.wholes.get(card.id, ()) if card else (),
        date=cell.date if cell else None,
        number=cell.number if cell else None,
    )
