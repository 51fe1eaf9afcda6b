"""The order of events as rows of a ledger, and as the voices beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from khiva_notes.gui.ledger.detail import Said
from khiva_notes.gui.ledger.rows import LedgerRow
from khiva_notes.gui.navigation import Place, place_of_passage
from khiva_notes.services.event_order import Contradiction, EventOrder
from khiva_notes.services.order_page import OrderPage
from khiva_notes.services.order_proposals import OrderProposal
from khiva_notes.services.order_reading import EventStatement


def order_rows(page: OrderPage) -> list[LedgerRow]:
    """Return everything under headings: what cannot hold, proposals, accounts, the whole order."""
    order = page.order
    return [
        *_contradictions(order),
        *_proposals(page.proposals),
        *_accounts(order),
        *_steps(order),
    ]


def before_words(statement: EventStatement, titles: Mapping[str, str]) -> str:
    """Say a statement in words: "A" before "B"."""
    one = statement.before
    earlier, later = (titles.get(key, key) for key in (one.earlier, one.later))
    link = tr("before") if one.strict else tr("not later than")
    return f"{earlier}  →  {later}" if one.strict else f"{earlier}  {link}  {later}"


def statement_said(statement: EventStatement, titles: Mapping[str, str]) -> Said:
    """Return a statement as a voice, with its words and the way to them."""
    quote = statement.quote
    place = None
    if quote is not None and quote.source is not None:
        place = place_of_passage(quote.source.id, quote.passage)
    why = statement.before.why
    if statement.origin == "dates":
        why = tr("By its dates: {}").format(why)
    value = before_words(statement, titles)
    return Said(
        statement.before.account, value, why, (quote,) if quote else (), place, plain=quote is None
    )


def proposal_words(one: OrderProposal) -> str:
    """Say a proposal in words."""
    return f"{one.earlier.title}  →  {one.later.title}"


def tr(words: str) -> str:
    """Translate a phrase of this page."""
    return QCoreApplication.translate("Order", words)


def _contradictions(order: EventOrder) -> Iterator[LedgerRow]:
    found = order.contradictions
    if found:
        yield LedgerRow(tr("Cannot all hold"), beside=f"{len(found):,}", heading=True)
    for number, one in enumerate(found):
        keys = [statement.before.earlier for statement in one.statements]
        names = [order.titles.get(key, key) for key in keys]
        yield LedgerRow(
            "  →  ".join([*names, names[0]]),
            one.why,
            "✕",
            "conflict",
            tr("{} statements").format(len(one.statements)),
            key=("contradiction", number),
            value=one,
        )


def _proposals(found: Sequence[OrderProposal]) -> Iterator[LedgerRow]:
    if found:
        title = tr("Proposed from the accounts’ words: Y takes, X refuses")
        yield LedgerRow(title, beside=f"{len(found):,}", heading=True)
    for one in found:
        yield LedgerRow(
            proposal_words(one),
            f"“{one.words}”: {' '.join(one.exact.split())}",
            "?",
            "compatible",
            one.account.label,
            key=("proposal", one.token),
            value=one,
        )


def _accounts(order: EventOrder) -> Iterator[LedgerRow]:
    by_account: dict[str, list[EventStatement]] = {}
    for each in order.statements:
        by_account.setdefault(each.before.account, []).append(each)
    for account, statements in by_account.items():
        title = tr("The order by {}").format(account)
        yield LedgerRow(title, beside=f"{len(statements):,}", heading=True)
        for each in statements:
            stated = each.origin == "stated"
            yield LedgerRow(
                before_words(each, order.titles),
                each.before.why,
                "•" if stated else "◷",
                "event",
                tr("stated") if stated else tr("from dates"),
                key=("statement", each.order_id or each.before),
                value=each,
            )


def _steps(order: EventOrder) -> Iterator[LedgerRow]:
    steps = order.order.steps
    if steps:
        yield LedgerRow(tr("All together, earliest first"), heading=True)
    for number, step in enumerate(steps):
        names = [order.titles.get(key, key) for key in step]
        tangled = any(key in order.order.tangled for key in step)
        alone = len(step) == 1
        sub = "" if alone else tr("in no known order: {}").format("; ".join(names))
        yield LedgerRow(
            "; ".join(names),
            tr("contradicted: the accounts go round in a circle") if tangled else sub,
            "✕" if tangled else "◆",
            "conflict" if tangled else "event",
            f"{number + 1}",
            key=("step", tuple(step)),
            value=step,
        )


def contradiction_said(one: Contradiction, titles: Mapping[str, str]) -> list[Said]:
    """Return the statements that cannot all hold, side by side."""
    return [statement_said(each, titles) for each in one.statements]


def step_said(step: Sequence[str], titles: Mapping[str, str], ids: Mapping[str, int]) -> list[Said]:
    """Return the events of one step, each with the way to its card."""
    return [
        Said(
            tr("event"),
            titles.get(key, key),
            place=Place("card", item_id=ids[key]) if key in ids else None,
            plain=True,
        )
        for key in step
    ]
