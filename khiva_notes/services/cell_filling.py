"""Filling a cell with what is dragged or pasted into it: passages, claims, cards, bare words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from khiva_notes.model.disputes import Account, Aspect, Cell, Dispute, Stance
from khiva_notes.model.errors import UserError
from khiva_notes.model.items import Item
from khiva_notes.services import disputes, passages
from khiva_notes.services.library import Library

_QUOTED = re.compile(r"^\s*[“\"«](.+)[”\"»]\s*(?:\([^()]*(?:\([^()]*\)[^()]*)*\))?\s*$", re.S)
_NAMED = ("person", "place")


def put_into_cell(
    library: Library,
    account_id: int,
    aspect_id: int,
    item_ids: Sequence[int] = (),
    passage_ids: Sequence[int] = (),
) -> int:
    """Let a cell quote passages and take what cards say; return the cell's number.

    A claim gives its passages, and its value where the cell has none; any other card becomes the
    value of an aspect that takes its kind, else it gives its title. A cell not yet read then
    asserts; a value that is there stays. UserError where nothing of this can be put in.
    """
    if not item_ids and not passage_ids:
        raise UserError("There is nothing to put into the cell.", "Drag a passage or a claim.")
    with library.change("Put into the cell") as data:
        account, aspect, cell = _place(library, account_id, aspect_id)
        for item in (data.items.get(item_id) for item_id in item_ids):
            if item.kind in ("source", "dispute"):
                raise UserError(
                    f"A {item.kind} is no answer of an account.", "Drag a passage or a claim."
                )
            cell = _with_item(library, cell, aspect, item)
            if item.kind == "claim" and item.id not in account.claim_ids:
                data.accounts.set_claims(account.id, [*account.claim_ids, item.id])
        ids = dict.fromkeys((*cell.passage_ids, *passage_ids))
        cell = replace(cell, passage_ids=tuple(ids))
        if account.source_id is None and cell.passage_ids:
            version = data.passages.get(cell.passage_ids[0]).version_id
            data.accounts.set(account.id, source_id=data.texts.info(version).item_id)
        stance: Stance = "asserts" if cell.stance == "not-read" else cell.stance
        return disputes.set_cell(library, replace(cell, stance=stance))


def put_words(library: Library, account_id: int, aspect_id: int, words: str) -> int:
    """Quote words in a cell that stand in the account's source; return the cell's number.

    A source without a text is sought in the texts of the dispute's other accounts. Quotation marks
    and a citation in brackets round the words may stay. UserError if the account has no source
    with a text, or the words aren't in it as they stand.
    """
    match = _QUOTED.match(words)
    words = " ".join((match[1] if match else words).split())
    account, _, _ = _place(library, account_id, aspect_id)
    versions = _texts_of(library, account)
    if not versions:
        raise UserError(
            f"“{account.label}” has no source with a text to find the words in.",
            "Name its source first, or drag the passage from the text.",
        )
    if not words:
        raise UserError("There are no words to quote.", "Copy some from the text first.")
    sought = re.compile(r"\s+".join(map(re.escape, words.split(" "))))
    for version_id in versions:
        found = sought.search(library.data.texts.body(version_id).text)
        if found is not None:
            break
    else:
        raise UserError(
            f"These words aren't in the source of “{account.label}”.",
            "Copy them from that text, so that the quotation is exact.",
        )
    with library.change("Paste a quotation"):
        start, end = found.span()
        known = _passage_at(library, version_id, start, end)
        passage = known or passages.highlight(library, version_id, start, end)
        return put_into_cell(library, account_id, aspect_id, passage_ids=[passage])


def quote_in_dispute(
    library: Library,
    version_id: int,
    span: tuple[int, int],
    dispute: int | str,
    account: int | str,
    aspect: int | str,
) -> tuple[int, int, int]:
    """Quote a span of a text in a dispute's cell; return dispute, account and aspect.

    Each of the three is a number, or the name of one to be made; an account that is made has this
    text as its source. UserError for empty names and empty spans.
    """
    with library.change("Add to the dispute") as data:
        if isinstance(dispute, str):
            dispute = disputes.create_dispute(library, dispute).id
        if isinstance(account, str):
            account = disputes.add_account(library, dispute, account)
            data.accounts.set(account, source_id=data.texts.info(version_id).item_id)
        if isinstance(aspect, str):
            aspect = disputes.add_aspect(library, dispute, aspect)
        known = _passage_at(library, version_id, *span)
        passage = known or passages.highlight(library, version_id, *span)
        put_into_cell(library, account, aspect, passage_ids=[passage])
    return dispute, account, aspect


def dispute_from_passages(library: Library, passage_ids: Sequence[int], question: str = "") -> Item:
    """Make a dispute of passages: an account for each source, one row, each words in its cell.

    UserError for fewer than two passages.
    """
    if len(passage_ids) < 2:
        raise UserError("One passage is no dispute.", "Select two that disagree.")
    with library.change("Compare passages") as data:
        found = data.passages.many(passage_ids)
        dispute = disputes.create_dispute(library, question or "What do the sources say?")
        aspect = disputes.add_aspect(library, dispute.id, "What")
        accounts: dict[int, int] = {}
        for passage in (found[i] for i in passage_ids if i in found):
            source_id = data.texts.info(passage.version_id).item_id
            if source_id not in accounts:
                source = data.items.get(source_id)
                account = disputes.add_account(library, dispute.id, source.title)
                data.accounts.set(account, source_id=source_id)
                accounts[source_id] = account
            put_into_cell(library, accounts[source_id], aspect, passage_ids=[passage.id])
        if len(accounts) < 2:
            _part_accounts(library, dispute.id, aspect)
        return data.items.get(dispute.id)


def _part_accounts(library: Library, dispute_id: int, aspect_id: int) -> None:
    """Let passages of one source be accounts of their own, as its voices may be."""
    data = library.data
    dispute = data.disputes.get(dispute_id)
    account = dispute.accounts[0]
    cell = dispute.cell(account.id, aspect_id)
    assert cell is not None
    first, *others = cell.passage_ids
    disputes.set_cell(library, replace(cell, passage_ids=(first,)))
    for number, passage in enumerate(others, 2):
        added = disputes.add_account(library, dispute_id, f"{account.label} ({number})")
        data.accounts.set(added, source_id=account.source_id)
        put_into_cell(library, added, aspect_id, passage_ids=[passage])


def _place(library: Library, account_id: int, aspect_id: int) -> tuple[Account, Aspect, Cell]:
    dispute: Dispute = library.data.disputes.get(library.data.accounts.dispute_of(account_id))
    account = next(each for each in dispute.accounts if each.id == account_id)
    aspect = next(each for each in dispute.aspects if each.id == aspect_id)
    return account, aspect, dispute.cell(account_id, aspect_id) or Cell(0, account_id, aspect_id)


def _texts_of(library: Library, account: Account) -> list[int]:
    """Return the text of an account's source, else the texts in which its words may be quoted.

    Those are the texts of the other accounts of the dispute.
    """
    texts = library.data.texts
    own = texts.current(account.source_id) if account.source_id else None
    if own is not None or account.source_id is None:
        return [own.id] if own is not None else []
    others = library.data.disputes.get(account.dispute_id).accounts
    sources = dict.fromkeys(other.source_id for other in others if other.source_id)
    found = [texts.current(source) for source in sources if source != account.source_id]
    return [version.id for version in found if version is not None]


def _with_item(library: Library, cell: Cell, aspect: Aspect, item: Item) -> Cell:
    if item.kind == "claim":
        own = tuple(passage.id for passage in library.data.passages.of(item.id))
        value = cell.value or str(item.fields.get("value") or item.title)
        ids = tuple(dict.fromkeys((*cell.passage_ids, *own)))
        return replace(cell, value=value, passage_ids=ids)
    if item.kind == aspect.value_type and item.kind in _NAMED:
        return replace(cell, card_id=item.id, value=cell.value or item.title)
    return replace(cell, value=cell.value or item.title)


def _passage_at(library: Library, version_id: int, start: int, end: int) -> int:
    """Return a passage of just this span that exists already, 0 if there is none."""
    known = library.data.passages.in_version(version_id)
    return next((each.id for each in known if (each.start, each.end) == (start, end)), 0)
