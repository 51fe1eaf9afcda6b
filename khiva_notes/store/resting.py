"""Which disputes rest on items and passages, and in what way; one question over many tables."""

from __future__ import annotations

import json
from collections.abc import Collection

from sqlite_utils import Database

_OF_CELL = "JOIN cells c ON c.id = cp.cell_id JOIN accounts a ON a.id = c.account_id"
_IN = "IN (SELECT value FROM json_each(:ids))"
_PASSAGES = {
    "quotes": f"SELECT a.dispute_id, cp.passage_id AS place FROM cell_passages cp {_OF_CELL}",
    "introduced": "SELECT dispute_id, passage_id AS place FROM accounts",
    "order-passage": "SELECT a.dispute_id, o.passage_id AS place FROM account_orders o "
    "JOIN accounts a ON a.id = o.account_id",
}
_ITEMS = {
    "speaks": f"SELECT dispute_id, voice_id FROM accounts WHERE voice_id {_IN}",
    "source": f"SELECT dispute_id, source_id FROM accounts WHERE source_id {_IN}",
    "written-at": f"SELECT dispute_id, place_id FROM accounts WHERE place_id {_IN}",
    "claim": "SELECT a.dispute_id, k.claim_id FROM account_claims k "
    f"JOIN accounts a ON a.id = k.account_id WHERE k.claim_id {_IN}",
    "basis": "SELECT a.dispute_id, b.on_source_id FROM account_bases b "
    f"JOIN accounts a ON a.id = b.account_id WHERE b.on_source_id {_IN}",
    "value": "SELECT a.dispute_id, c.card_id FROM cells c "
    f"JOIN accounts a ON a.id = c.account_id WHERE c.card_id {_IN}",
    "order": "SELECT a.dispute_id, o.earlier_id FROM account_orders o "
    f"JOIN accounts a ON a.id = o.account_id WHERE o.earlier_id {_IN} "
    "UNION ALL SELECT a.dispute_id, o.later_id FROM account_orders o "
    f"JOIN accounts a ON a.id = o.account_id WHERE o.later_id {_IN}",
    "verdict": f"SELECT dispute_id, on_dispute_id FROM verdict_bases WHERE on_dispute_id {_IN}",
}


class Resting:
    """Tells what disputes would miss."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def on_items(self, item_ids: Collection[int]) -> dict[int, dict[str, int]]:
        """Count, by dispute and way, what rests on any of these items.

        Ways: speaks, source, written-at, claim, basis, value, order, verdict; and for passages that
        belong to an item or stand in a source's text: quotes, introduced, order-passage.
        """
        parts = [f"SELECT '{way}', r.* FROM ({sql}) r" for way, sql in _ITEMS.items()]
        parts += [
            f"SELECT '{way}', q.dispute_id, q.place FROM ({sql}) q "
            "JOIN passages p ON p.id = q.place JOIN text_versions v ON v.id = p.version_id "
            f"WHERE p.item_id {_IN} OR v.item_id {_IN}"
            for way, sql in _PASSAGES.items()
        ]
        return self._counted(parts, item_ids)

    def on_passages(self, passage_ids: Collection[int]) -> dict[int, dict[str, int]]:
        """Count, by dispute and way, what rests on any of these passages."""
        parts = [
            f"SELECT '{way}', q.dispute_id, q.place FROM ({sql}) q WHERE q.place {_IN}"
            for way, sql in _PASSAGES.items()
        ]
        return self._counted(parts, passage_ids)

    def _counted(self, parts: Collection[str], ids: Collection[int]) -> dict[int, dict[str, int]]:
        rows = self._db.execute(" UNION ALL ".join(parts), {"ids": json.dumps(list(ids))})
        found: dict[int, dict[str, int]] = {}
        for way, dispute_id, _ in rows.fetchall():
            ways = found.setdefault(dispute_id, {})
            ways[way] = ways.get(way, 0) + 1
        return dict(sorted(found.items()))
