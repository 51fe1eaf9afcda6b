"""What a verdict rests on, as one short text that changes when any of it does."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict

from khiva_notes.store.repositories import Repositories


def fingerprint(data: Repositories, dispute_id: int) -> str:
    """Return a digest of a dispute's accounts, aspects, cells and the words they quote.

    Numbers of rows are left out, so that a copy of the library has the same fingerprint.
    """
    dispute = data.disputes.get(dispute_id)
    items = data.items.many(
        {i for a in dispute.accounts for i in (a.voice_id, a.source_id, *a.claim_ids) if i}
        | {c.card_id for c in dispute.cells if c.card_id}
    )
    quoted = data.passages.many({i for cell in dispute.cells for i in cell.passage_ids})
    accounts = {account.id: account for account in dispute.accounts}
    aspects = {aspect.id: aspect for aspect in dispute.aspects}

    def key(item_id: int | None) -> str:
        return items[item_id].key if item_id in items else ""

    inputs = {
        "accounts": [
            [
                account.key,
                account.label,
                key(account.voice_id),
                key(account.source_id),
                account.how_known,
                account.interest,
                asdict(account.written) if account.written else None,
                [[key(claim), items[claim].title] for claim in account.claim_ids],
                [accounts[basis].key for basis in account.basis_account_ids],
            ]
            for account in dispute.accounts
        ],
        "aspects": [[aspect.key, aspect.name] for aspect in dispute.aspects],
        "cells": sorted(
            [
                accounts[cell.account_id].key,
                aspects[cell.aspect_id].key,
                cell.stance,
                cell.value,
                key(cell.card_id),
                cell.paraphrase,
                json.dumps(asdict(cell.date)) if cell.date else "",
                json.dumps(asdict(cell.number)) if cell.number else "",
                [quoted[passage].exact for passage in cell.passage_ids],
            ]
            for cell in dispute.cells
        ),
    }
    return hashlib.sha256(json.dumps(inputs, ensure_ascii=False).encode()).hexdigest()[:32]
