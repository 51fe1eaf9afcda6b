"""What a dispute's verdict rests on, read from the library as words."""

from __future__ import annotations

import json

from khiva_notes.model.conflicts.showing import number_words
from khiva_notes.model.dates import HistoricalDate
from khiva_notes.model.disputes import Account, Cell, Dispute, Verdict
from khiva_notes.model.items import Item
from khiva_notes.model.verdict_inputs import Inputs, digest, packed
from khiva_notes.services.fingerprints import fingerprint
from khiva_notes.store.repositories import Repositories


def inputs_of(data: Repositories, dispute_id: int) -> Inputs:
    """Read all that the verdict on a dispute rests on now.

    Numbers of rows are left out, so that a copy of the library has the same inputs.
    """
    return _Reading(data, dispute_id).inputs()


def is_stale(data: Repositories, verdict: Verdict) -> bool:
    """Tell whether a verdict's inputs are no longer what they were when it was written.

    One written before inputs were kept has only a fingerprint of an older form.
    """
    if not verdict.fingerprint:
        return False
    if not verdict.inputs:
        return verdict.fingerprint != fingerprint(data, verdict.dispute_id)
    return digest(packed(inputs_of(data, verdict.dispute_id))) != verdict.fingerprint


class _Reading:
    """One dispute and everything it refers to, looked up once."""

    def __init__(self, data: Repositories, dispute_id: int) -> None:
        self._dispute: Dispute = data.disputes.get(dispute_id)
        accounts, cells = self._dispute.accounts, self._dispute.cells
        links = data.links.of(dispute_id)
        about = [link.to_id for link in links if link.type == "about"]
        wanted = {*about, *(cell.card_id for cell in cells if cell.card_id)}
        for account in accounts:
            wanted |= {*account.claim_ids, *account.basis_source_ids}
            wanted |= {
                i for i in (account.voice_id, account.source_id, account.place_id) if i is not None
            }
        self._items = data.items.many(wanted)
        self._dates = data.dates.of_many("item", wanted)
        passages = {i for cell in cells for i in cell.passage_ids}
        passages |= {account.passage_id for account in accounts if account.passage_id}
        self._words = {p.id: p.exact for p in data.passages.many(passages).values()}
        self._orders = data.orders.of_many([account.id for account in accounts])
        self._events = data.items.many(
            {
                i
                for found in self._orders.values()
                for o in found
                for i in (o.earlier_id, o.later_id)
            }
        )
        self._bases = data.verdict_bases.of(dispute_id)
        self._disputes = data.disputes.many(self._bases)
        self._questions = data.items.many(self._bases)

    def inputs(self) -> Inputs:
        """Put everything in words."""
        labels = {account.id: account.label for account in self._dispute.accounts}
        keys = {account.id: account.key for account in self._dispute.accounts}
        rows = {aspect.id: aspect for aspect in self._dispute.aspects}
        return {
            "accounts": {a.key: self._account(a, labels) for a in self._dispute.accounts},
            "aspects": {a.key: {"name": a.name} for a in self._dispute.aspects},
            "cells": {
                f"{keys[cell.account_id]} | {rows[cell.aspect_id].key}": {
                    "name": f"{labels[cell.account_id]}, {rows[cell.aspect_id].name}",
                    **self._cell(cell),
                }
                for cell in self._dispute.cells
            },
            "cards": {item.key: self._card(item) for item in self._items.values()},
            "builds on": {
                self._questions[i].key: {
                    "name": self._questions[i].title,
                    "conclusion": _conclusion(self._disputes[i]),
                }
                for i in self._bases
                if i in self._questions
            },
        }

    def _account(self, account: Account, labels: dict[int, str]) -> dict[str, str | list[str]]:
        return {
            "name": account.label,
            "who speaks": self._title(account.voice_id),
            "source": self._title(account.source_id),
            "how it knows": account.how_known,
            "introduced by": self._words.get(account.passage_id or 0, ""),
            "written when": _date(account.written),
            "written where": self._title(account.place_id),
            "interest": account.interest,
            "claims": [self._title(i) for i in account.claim_ids],
            "draws on": [
                *(labels[i] for i in account.basis_account_ids if i in labels),
                *(self._title(i) for i in account.basis_source_ids),
            ],
            "order of events": [
                f"{self._event(o.earlier_id)} {'before' if o.strict else 'not later than'} "
                f"{self._event(o.later_id)}"
                for o in self._orders.get(account.id, ())
            ],
        }

    def _cell(self, cell: Cell) -> dict[str, str | list[str]]:
        number = cell.number
        return {
            "what it does": cell.stance,
            "value": cell.value,
            "card": self._title(cell.card_id),
            "date": _date(cell.date),
            "figure": number_words(number.low, number.high, number.unit) if number else "",
            "paraphrase": cell.paraphrase,
            "passages": [self._words[i] for i in cell.passage_ids if i in self._words],
        }

    def _card(self, item: Item) -> dict[str, str | list[str]]:
        dates = self._dates.get(item.id, {})
        found: dict[str, str | list[str]] = {"name": item.title}
        found |= {field: _date(date) for field, date in dates.items()}
        if item.kind == "claim":
            found["value"] = str(item.fields.get("value") or "")
        return found

    def _title(self, item_id: int | None) -> str:
        item = self._items.get(item_id or 0)
        return item.title if item else ""

    def _event(self, item_id: int) -> str:
        item = self._events.get(item_id)
        return item.title if item else ""


def _conclusion(dispute: Dispute) -> str:
    verdict = dispute.verdict
    if verdict is None:
        return "no verdict"
    elected = next((a.label for a in dispute.accounts if a.id == verdict.elected_id), "no account")
    return f"{elected}, {verdict.certainty}"


def _date(date: HistoricalDate | None) -> str:
    """A date as it is kept, not as it is worded: our own wording may change, the date has not."""
    if date is None:
        return ""
    understood = date.edtf
    if date.calendar != "gregorian":
        understood += f" {date.calendar}"
    if date.inferred:
        understood += " inferred"
    return " = ".join(part for part in (date.original, understood.strip()) if part)


def unpacked(verdict: Verdict) -> Inputs:
    """Return the inputs that were kept with a verdict; {} where none were."""
    return json.loads(verdict.inputs) if verdict.inputs else {}
