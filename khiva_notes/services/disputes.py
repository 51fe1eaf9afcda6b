"""Commands on disputes: questions, accounts, aspects, cells and the verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from khiva_notes.model.dates import HistoricalDate
from khiva_notes.model.disputes import Cell, Verdict
from khiva_notes.model.errors import UserError
from khiva_notes.model.items import Item
from khiva_notes.model.keys import unique_key
from khiva_notes.services import cards
from khiva_notes.services.fingerprints import fingerprint
from khiva_notes.services.library import Library
from khiva_notes.store.items import now


def create_dispute(
    library: Library, question: str, *, key: str = "", question_kind: str = "", body: str = ""
) -> Item:
    """Ask a question on which accounts disagree."""
    fields = {"question-kind": question_kind} if question_kind else None
    return cards.create(library, "dispute", question, key=key, body=body, fields=fields)


def dispute_from_claims(library: Library, claim_ids: Sequence[int], question: str = "") -> Item:
    """Make a dispute of claims that disagree: an account for each speaker, a row for each aspect.

    UserError for fewer than two claims.
    """
    if len(claim_ids) < 2:
        raise UserError("One claim is no dispute.", "Select two claims that disagree.")
    with library.change("Compare claims") as data:
        claims = [data.items.get(claim_id) for claim_id in claim_ids]
        about = [
            link
            for claim_id in claim_ids
            for link in data.links.of(claim_id)
            if link.type == "about"
        ]
        if not question:
            subject = data.items.get(about[0].to_id).title if about else claims[0].title
            question = f"{subject}: what do the accounts say?"
        dispute = create_dispute(library, question)
        cards.set_links(library, dispute.id, "about", [(link.to_id, "") for link in about])
        accounts: dict[int | None, int] = {}
        aspects: dict[str, int] = {}
        for claim in claims:
            account_id = _account_of_claim(library, dispute.id, claim, accounts)
            name = str(claim.fields.get("aspect") or "What")
            if name not in aspects:
                aspects[name] = add_aspect(library, dispute.id, name.capitalize())
            passages = data.passages.of(claim.id)
            set_cell(
                library,
                Cell(
                    0,
                    account_id,
                    aspects[name],
                    "asserts",
                    str(claim.fields.get("value") or claim.title),
                    passage_ids=tuple(passage.id for passage in passages),
                ),
            )
        return data.items.get(dispute.id)


def _account_of_claim(
    library: Library, dispute_id: int, claim: Item, accounts: dict[int | None, int]
) -> int:
    data = library.data
    speakers = [link.to_id for link in data.links.of(claim.id) if link.type == "speaker"]
    speaker = data.items.find(speakers[0]) if speakers else None
    known = accounts.get(speaker.id if speaker else claim.id)
    if known is not None:
        rests_on = next(
            a.claim_ids for a in data.disputes.get(dispute_id).accounts if a.id == known
        )
        data.accounts.set_claims(known, [*rests_on, claim.id])
        return known
    account_id = add_account(library, dispute_id, speaker.title if speaker else claim.title)
    accounts[speaker.id if speaker else claim.id] = account_id
    if speaker is not None and speaker.kind == "source":
        data.accounts.set(account_id, source_id=speaker.id)
    elif speaker is not None:
        data.accounts.set(account_id, voice_id=speaker.id)
    passages = data.passages.of(claim.id)
    if passages and not (speaker is not None and speaker.kind == "source"):
        data.accounts.set(account_id, source_id=data.texts.info(passages[0].version_id).item_id)
    data.accounts.set(account_id, how_known=str(claim.fields.get("how-known") or "unknown"))
    data.accounts.set_claims(account_id, [claim.id])
    return account_id


def add_account(library: Library, dispute_id: int, label: str, *, key: str = "") -> int:
    """Add a voice to a dispute and return the account's number."""
    label = " ".join(label.split())
    if not label:
        raise UserError("An account needs a name.", "Say whose account it is.")
    with library.change("Add account") as data:
        taken = lambda text: data.accounts.key_taken(dispute_id, text)  # noqa: E731
        return data.accounts.add(dispute_id, key or unique_key(label, "account", taken), label)


def edit_account(library: Library, account_id: int, **columns: object) -> None:
    """Change an account's label, voice, source, passage, how it knows, interest or note."""
    with library.change("Edit account", merge=("account", account_id, *sorted(columns))) as data:
        data.accounts.set(account_id, **columns)


def set_written(library: Library, account_id: int, date: HistoricalDate | None) -> None:
    """Say when an account was written."""
    with library.change("Edit account", merge=("account", account_id, "written")) as data:
        data.dates.set("account", account_id, date, "written")


def set_claims(library: Library, account_id: int, claim_ids: Iterable[int]) -> None:
    """Say which claims an account rests on."""
    with library.change("Edit account") as data:
        data.accounts.set_claims(account_id, claim_ids)


def set_bases(
    library: Library, account_id: int, account_ids: Iterable[int], source_ids: Iterable[int]
) -> None:
    """Say which other accounts and sources an account depends on."""
    bases = [basis for basis in account_ids if basis != account_id]
    with library.change("Edit account") as data:
        data.accounts.set_bases(account_id, bases, source_ids)


def remove_account(library: Library, account_id: int) -> None:
    """Take a voice, with its cells, out of its dispute."""
    with library.change("Remove account") as data:
        data.accounts.remove(account_id)


def order_accounts(library: Library, account_ids: Sequence[int]) -> None:
    """Put a dispute's columns into this order."""
    with library.change("Move account") as data:
        for position, account_id in enumerate(account_ids, 1):
            data.accounts.set(account_id, position=position)


def add_aspect(
    library: Library, dispute_id: int, name: str, value_type: str = "text", *, key: str = ""
) -> int:
    """Add a row to a dispute and return the aspect's number."""
    name = " ".join(name.split())
    if not name:
        raise UserError("An aspect needs a name.", "Say what is compared, such as 'When'.")
    with library.change("Add aspect") as data:
        taken = lambda text: data.aspects.key_taken(dispute_id, text)  # noqa: E731
        return data.aspects.add(
            dispute_id, key or unique_key(name, "aspect", taken), name, value_type
        )


def edit_aspect(library: Library, aspect_id: int, name: str, value_type: str) -> None:
    """Rename a row or change the type of its values."""
    with library.change("Edit aspect", merge=("aspect", aspect_id)) as data:
        data.aspects.set(aspect_id, name, value_type)


def order_aspects(library: Library, aspect_ids: Sequence[int]) -> None:
    """Put a dispute's rows into this order."""
    with library.change("Move aspect") as data:
        data.aspects.order(aspect_ids)


def remove_aspect(library: Library, aspect_id: int) -> None:
    """Take a row, with its cells, out of its dispute."""
    with library.change("Remove aspect") as data:
        data.aspects.remove(aspect_id)


def set_cell(library: Library, cell: Cell) -> int:
    """Write what an account says on an aspect; return the cell's number."""
    with library.change("Edit cell", merge=("cell", cell.account_id, cell.aspect_id)) as data:
        return data.cells.put(cell)


def clear_cell(library: Library, cell_id: int) -> None:
    """Empty a cell, which is then not yet read."""
    with library.change("Clear cell") as data:
        data.cells.remove(cell_id)


def set_verdict(library: Library, verdict: Verdict) -> None:
    """Write the researcher's conclusion, with the fingerprint of what it rests on now."""
    with library.change("Edit verdict", merge=("verdict", verdict.dispute_id)) as data:
        data.disputes.set_verdict(
            replace(verdict, fingerprint=fingerprint(data, verdict.dispute_id), decided=now())
        )
