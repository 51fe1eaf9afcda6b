"""Commands on disputes: questions, accounts, aspects, cells and the verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from khiva_notes.model.dates import HistoricalDate
from khiva_notes.model.disputes import Cell, ValueType
from khiva_notes.model.errors import UserError
from khiva_notes.model.items import Item
from khiva_notes.model.keys import unique_key
from khiva_notes.services import cards
from khiva_notes.services.claim_reading import ClaimReader
from khiva_notes.services.library import Library
from khiva_notes.services.verdicts import confirm_verdict, remove_verdict, set_verdict

__all__ = [
    "add_account",
    "add_aspect",
    "add_claims",
    "aspect_named",
    "clear_cell",
    "confirm_verdict",
    "create_dispute",
    "dispute_from_claims",
    "edit_account",
    "edit_aspect",
    "order_accounts",
    "order_aspects",
    "remove_account",
    "remove_aspect",
    "remove_verdict",
    "set_bases",
    "set_cell",
    "set_claims",
    "set_verdict",
    "set_written",
]


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
        add_claims(library, dispute.id, claim_ids)
        return data.items.get(dispute.id)


def add_claims(library: Library, dispute_id: int, claim_ids: Sequence[int]) -> None:
    """Put claims into a dispute: into the cell of their speaker and aspect, made if there is none.

    A cell that says something else is never written over: a second answer of one speaker on one
    aspect becomes a further account, and a claim without an aspect a further row.
    """
    with library.change("Add claims to dispute") as data:
        for claim in (data.items.get(claim_id) for claim_id in claim_ids):
            _add_claim(library, dispute_id, claim)


def _add_claim(library: Library, dispute_id: int, claim: Item) -> None:
    data = library.data
    aspect = str(claim.fields.get("aspect") or "")
    name = (aspect or "What").capitalize()
    date = data.dates.of(claim.id).get("value-date")
    read = ClaimReader(data).value(data.claims.many([claim.id])[claim.id], date)
    value = read.words or claim.title
    account_id = _account_of_claim(library, dispute_id, claim)
    aspect_id = aspect_named(library, dispute_id, name, read.type)
    said = data.disputes.get(dispute_id).cell(account_id, aspect_id)
    if said is not None and said.stance != "not-read" and said.value != value:
        if aspect:
            account_id = _new_account(library, dispute_id, claim)
        else:
            aspect_id = add_aspect(library, dispute_id, name)
        said = None
    if said is None or said.stance == "not-read":
        said = Cell(
            0, account_id, aspect_id, "asserts", value, read.card_id, read.date, read.number
        )
    passages = (passage.id for passage in data.passages.of(claim.id))
    passage_ids = tuple(dict.fromkeys((*said.passage_ids, *passages)))
    set_cell(library, replace(said, passage_ids=passage_ids))
    account = next(a for a in data.disputes.get(dispute_id).accounts if a.id == account_id)
    data.accounts.set_claims(account_id, [*account.claim_ids, claim.id])


def aspect_named(
    library: Library, dispute_id: int, name: str, value_type: ValueType = "text"
) -> int:
    """Return the row of that name, in any case, made with values of that type if there is none."""
    for aspect in library.data.disputes.get(dispute_id).aspects:
        if aspect.name.casefold() == name.casefold():
            return aspect.id
    return add_aspect(library, dispute_id, name, value_type)


def _account_of_claim(library: Library, dispute_id: int, claim: Item) -> int:
    speaker = _speaker(library, claim)
    for account in library.data.disputes.get(dispute_id).accounts:
        speaks = account.voice_id or account.source_id
        if (speaker is not None and speaks == speaker.id) or claim.id in account.claim_ids:
            return account.id
    return _new_account(library, dispute_id, claim)


def _new_account(library: Library, dispute_id: int, claim: Item) -> int:
    data = library.data
    speaker = _speaker(library, claim)
    label = speaker.title if speaker else claim.title
    taken = {account.label for account in data.disputes.get(dispute_id).accounts}
    number = next(n for n in range(1, len(taken) + 2) if _numbered(label, n) not in taken)
    account_id = add_account(library, dispute_id, _numbered(label, number))
    if speaker is not None and speaker.kind == "source":
        data.accounts.set(account_id, source_id=speaker.id)
    elif speaker is not None:
        data.accounts.set(account_id, voice_id=speaker.id)
    passages = data.passages.of(claim.id)
    if passages and not (speaker is not None and speaker.kind == "source"):
        data.accounts.set(account_id, source_id=data.texts.info(passages[0].version_id).item_id)
    data.accounts.set(account_id, how_known=str(claim.fields.get("how-known") or "unknown"))
    return account_id


def _speaker(library: Library, claim: Item) -> Item | None:
    links = library.data.links.of(claim.id)
    return next(
        (library.data.items.find(link.to_id) for link in links if link.type == "speaker"), None
    )


def _numbered(label: str, number: int) -> str:
    return label if number == 1 else f"{label} ({number})"


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
