"""What an account's own passages offer for a cell: words to quote there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from khiva_notes.model.comparison import Quote
from khiva_notes.model.disputes import Account
from khiva_notes.model.passages import Passage
from khiva_notes.services.quoting import Quoting
from khiva_notes.store.repositories import Repositories
from khiva_notes.store.store import Reader


def read_offers(
    path: Path, account: Account, cancelled: Callable[[], bool] = lambda: False
) -> tuple[Quote, ...]:
    """Read what an account could quote, on a connection of its own, from any thread.

    That are the passages of its claims, the passage that introduces it, and what it quotes in
    other cells, in reading order and each span once.
    """
    reader = Reader(path)
    try:
        with reader.moment() as data:
            passages = account_passages(data, account)
            return () if cancelled() else Quoting(data).quotes(passages)
    finally:
        reader.close()


def account_passages(data: Repositories, account: Account) -> list[Passage]:
    """Return the passages that an account rests on, in reading order and each span once."""
    found = [p for group in data.passages.of_many(account.claim_ids).values() for p in group]
    cells = data.disputes.get(account.dispute_id).cells
    quoted = {i for cell in cells if cell.account_id == account.id for i in cell.passage_ids}
    if account.passage_id is not None:
        quoted.add(account.passage_id)
    found += data.passages.many(quoted).values()
    spans: dict[tuple[int, int, int], Passage] = {}
    for passage in found:
        span = (passage.version_id, passage.start, passage.end)
        if span not in spans or passage.id in quoted:
            spans[span] = passage
    return [spans[span] for span in sorted(spans)]
