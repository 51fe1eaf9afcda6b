"""What accounts, claims and cards say of the order of events, gathered from a library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from khiva_notes.model.comparison import Quote
from khiva_notes.model.conflicts.order import Before
from khiva_notes.model.conflicts.order_merge import order_from_dates
from khiva_notes.model.dates import HistoricalDate
from khiva_notes.model.disputes import AccountOrder, Dispute
from khiva_notes.model.items import Item
from khiva_notes.services.claim_reading import ClaimReader, said_by
from khiva_notes.services.quoting import Quoting
from khiva_notes.store.repositories import Repositories

CARDS = "The cards’ own dates"
"""The voice under which the dates of events' cards take part."""
_PORTION = 256

Dated = dict[str, HistoricalDate]


@dataclass(frozen=True, slots=True)
class EventStatement:
    """That by a voice one event came before another, and where that is from.

    ``origin`` is "stated" for what the reader entered, with its number and passage, and "dates"
    for what the voice's dates imply.
    """

    before: Before
    origin: Literal["stated", "dates"]
    account_id: int | None = None
    order_id: int | None = None
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Gathered:
    """All statements, and the titles of the events by the keys that the statements use."""

    statements: tuple[EventStatement, ...]
    titles: Mapping[str, str]


def gather_dispute(data: Repositories, dispute_id: int) -> Gathered:
    """Gather what one dispute's accounts say: stated, by dates in cells and by those of claims.

    A "When" is of the event that the dispute is about; another row of dates stands for itself.
    """
    dispute = data.disputes.get(dispute_id)
    item = data.items.get(dispute_id)
    titles: dict[str, str] = {}
    statements = _stated(data, [dispute], titles)
    spoken: dict[str, Dated] = {}
    subject = _event_about(data, dispute_id)
    claims = _claims(data, dispute)
    for account in dispute.accounts:
        dated = spoken.setdefault(account.label, {})
        for event, date in claims.get(account.id, ()):
            dated[event.key] = date
            titles[event.key] = event.title
        for aspect in dispute.aspects:
            cell = dispute.cell(account.id, aspect.id)
            if cell is None or cell.stance != "asserts" or cell.date is None or not cell.date.edtf:
                continue
            main = subject is not None and aspect.name.casefold() == "when"
            key = subject.key if subject and main else f"{item.key}/{aspect.key}"
            titles[key] = subject.title if subject and main else aspect.name
            dated[key] = cell.date
    _with_cards(data, titles, spoken)
    return Gathered((*statements, *_from_dates(spoken)), titles)


def gather_library(
    data: Repositories,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Gathered:
    """Gather what all accounts state, all claims on "when" say, and the cards' own dates."""
    titles: dict[str, str] = {}
    disputes = data.disputes.many([item.id for item in data.items.heads("dispute")])
    statements = _stated(data, disputes.values(), titles)
    spoken: dict[str, Dated] = {}
    events = {item.id: item for item in data.items.heads("event")}
    subjects = [i for i in data.claims.subjects() if i in events]
    reader = ClaimReader(data)
    for start in range(0, len(subjects), _PORTION):
        progress(start, len(subjects))
        if cancelled():
            break
        portion = data.claims.about(subjects[start : start + _PORTION])
        when = [row for rows in portion.values() for row in rows if _is_when(row.fields)]
        dates = data.dates.of_many("item", [row.id for row in when])
        speakers = data.items.many({row.speaker_id for row in when if row.speaker_id})
        for subject_id, rows in portion.items():
            for row in rows:
                if _is_when(row.fields):
                    date = reader.value(row, dates.get(row.id, {}).get("value-date")).date
                    if date is not None and date.edtf:
                        event = events[subject_id]
                        spoken.setdefault(said_by(row, speakers), {})[event.key] = date
                        titles[event.key] = event.title
    progress(len(subjects), len(subjects))
    dates = data.dates.of_many("item", events)
    for event_id, event in events.items():
        date = dates.get(event_id, {}).get("date")
        if date is not None and date.edtf:
            spoken.setdefault(CARDS, {})[event.key] = date
            titles[event.key] = event.title
    return Gathered((*statements, *_from_dates(spoken, statements)), titles)


def _stated(
    data: Repositories, disputes: Iterable[Dispute], titles: dict[str, str]
) -> list[EventStatement]:
    labels = {a.id: a.label for dispute in disputes for a in dispute.accounts}
    orders = [order for found in data.orders.of_many(labels).values() for order in found]
    events = data.items.many({i for o in orders for i in (o.earlier_id, o.later_id)})
    passages = data.passages.many({o.passage_id for o in orders if o.passage_id})
    quoting = Quoting(data)
    found = []
    for order in orders:
        earlier, later = events[order.earlier_id], events[order.later_id]
        if earlier.trashed or later.trashed:
            continue
        titles |= {earlier.key: earlier.title, later.key: later.title}
        passage = passages.get(order.passage_id or 0)
        quote = quoting.quote(passage) if passage else None
        before = _before(order, labels[order.account_id], earlier, later, quote)
        found.append(EventStatement(before, "stated", order.account_id, order.id, quote))
    return found


def _before(
    order: AccountOrder, label: str, earlier: Item, later: Item, quote: Quote | None
) -> Before:
    why = order.words or (f"“{quote.passage.exact}”" if quote else "")
    return Before(label, earlier.key, later.key, why, order.strict)


def _from_dates(
    spoken: Mapping[str, Dated], stated: Iterable[EventStatement] | None = None
) -> list[EventStatement]:
    """Turn dates into statements.

    Given the ``stated`` ones, an event on which one voice alone speaks is compared only with its
    neighbours in time: a circle of statements passes through it nowhere, and of thousands of dated
    events each is before thousands.
    """
    shared: set[str] | None = None
    if stated is not None:
        voices = Counter(event for dated in spoken.values() for event in dated)
        shared = {event for event, count in voices.items() if count > 1}
        shared |= {key for each in stated for key in (each.before.earlier, each.before.later)}
    found: dict[Before, None] = {}
    for account, dated in spoken.items():
        whole = dated if shared is None else {e: d for e, d in dated.items() if e in shared}
        found |= dict.fromkeys(order_from_dates(account, whole))
        if shared is not None:
            found |= dict.fromkeys(order_from_dates(account, dated, neighbours=True))
    return [EventStatement(before, "dates") for before in found]


def _with_cards(data: Repositories, titles: Mapping[str, str], spoken: dict[str, Dated]) -> None:
    """Let the events' own cards speak too, on events that are spoken of anyway."""
    for key in titles:
        item = data.items.by_key(key)
        date = data.dates.of(item.id).get("date") if item else None
        if date is not None and date.edtf:
            spoken.setdefault(CARDS, {})[key] = date


def _event_about(data: Repositories, dispute_id: int) -> Item | None:
    about = [link.to_id for link in data.links.of(dispute_id) if link.type == "about"]
    items = data.items.many(about)
    events = [items[i] for i in about if i in items and items[i].kind == "event"]
    return events[0] if events else None


def _claims(data: Repositories, dispute: Dispute) -> dict[int, list[tuple[Item, HistoricalDate]]]:
    """Read, by account, which events its claims date."""
    wanted = {claim_id for account in dispute.accounts for claim_id in account.claim_ids}
    rows = {i: row for i, row in data.claims.many(wanted).items() if _is_when(row.fields)}
    dates = data.dates.of_many("item", rows)
    events = data.items.many({i for r in rows.values() for i, kind in r.about if kind == "event"})
    reader = ClaimReader(data)
    found: dict[int, list[tuple[Item, HistoricalDate]]] = {}
    for account in dispute.accounts:
        for row in (rows[i] for i in account.claim_ids if i in rows):
            date = reader.value(row, dates.get(row.id, {}).get("value-date")).date
            about = [i for i, kind in row.about if kind == "event"]
            if date is not None and date.edtf and about:
                found.setdefault(account.id, []).append((events[about[0]], date))
    return found


def _is_when(fields: Mapping[str, object]) -> bool:
    return fields.get("aspect") == "when"
