"""How evenly a dispute's sources have been used: read, extracted, and cells still empty."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from khiva_notes.model.disputes import Dispute
from khiva_notes.model.items import Item
from khiva_notes.model.texts import VersionInfo
from khiva_notes.services.reading_marks import read_share
from khiva_notes.store.repositories import Repositories


@dataclass(frozen=True, slots=True)
class SourceBalance:
    """One source's share in a dispute.

    ``read`` is the share of its text marked as read, ``extracted`` that of its paragraphs with a
    passage of anything in them, both from 0.0 to 1.0 and None for a source without a text;
    ``paragraphs`` counts those with words. ``text_of`` is the source whose text was measured: the
    one that quotes, where the source itself has no text. ``unread`` of ``cells`` are not yet read.
    """

    source: Item
    text_of: Item | None
    accounts: tuple[str, ...]
    read: float | None
    extracted: float | None
    paragraphs: int
    cells: int
    unread: int


@dataclass(frozen=True, slots=True)
class Balance:
    """A dispute's sources in the order of its accounts, and the cells that are not yet read.

    ``unread`` are pairs of account and aspect, by number; ``sourceless`` the labels of accounts
    that name no source.
    """

    sources: tuple[SourceBalance, ...]
    cells: int
    unread: tuple[tuple[int, int], ...]
    sourceless: tuple[str, ...]


def balance(data: Repositories, dispute_id: int) -> Balance:
    """Return how much of each source of a dispute has been read and extracted."""
    dispute = data.disputes.get(dispute_id)
    unread = _unread(dispute)
    by_source: dict[int, dict[int, str]] = {}
    for account in dispute.accounts:
        if account.source_id is not None:
            by_source.setdefault(account.source_id, {})[account.id] = account.label
    items = data.items.many(by_source)
    measured: dict[int, tuple[float, float, int]] = {}
    sources = []
    for source_id, accounts in by_source.items():
        version = _text(data, source_id, dispute)
        read: float | None = None
        extracted: float | None = None
        paragraphs = 0
        if version is not None:
            if version.id not in measured:
                measured[version.id] = (read_share(data, version.id), *_extracted(data, version.id))
            read, extracted, paragraphs = measured[version.id]
        sources.append(
            SourceBalance(
                items[source_id],
                data.items.find(version.item_id) if version else None,
                tuple(accounts.values()),
                read,
                extracted,
                paragraphs,
                len(accounts) * len(dispute.aspects),
                sum(account_id in accounts for account_id, _ in unread),
            )
        )
    sourceless = tuple(account.label for account in dispute.accounts if account.source_id is None)
    cells = len(dispute.accounts) * len(dispute.aspects)
    return Balance(tuple(sources), cells, tuple(unread), sourceless)


def _unread(dispute: Dispute) -> list[tuple[int, int]]:
    said = {(cell.account_id, cell.aspect_id): cell.stance for cell in dispute.cells}
    return [
        (account.id, aspect.id)
        for account in dispute.accounts
        for aspect in dispute.aspects
        if said.get((account.id, aspect.id), "not-read") == "not-read"
    ]


def _text(data: Repositories, source_id: int, dispute: Dispute) -> VersionInfo | None:
    """Return a source's own text, or else the one in which its words were found."""
    version = data.texts.current(source_id)
    if version is not None:
        return version
    accounts = {a.id for a in dispute.accounts if a.source_id == source_id}
    wanted = {i for c in dispute.cells if c.account_id in accounts for i in c.passage_ids}
    found = sorted(passage.version_id for passage in data.passages.many(wanted).values())
    return data.texts.info(found[-1]) if found else None


def _extracted(data: Repositories, version_id: int) -> tuple[float, int]:
    """Return the share of a text's paragraphs with a passage in them, and how many there are."""
    body = data.texts.body(version_id)
    starts = [block.start for block in body.blocks]
    full = [i for i, block in enumerate(body.blocks) if body.text[block.start : block.end].strip()]
    held: set[int] = set()
    for passage in data.passages.in_version(version_id):
        first = bisect_right(starts, passage.start) - 1
        last = bisect_right(starts, max(passage.start, passage.end - 1)) - 1
        held.update(range(first, last + 1))
    return (sum(i in held for i in full) / len(full) if full else 0.0), len(full)
