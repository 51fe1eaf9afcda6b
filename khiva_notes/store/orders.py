"""The repository of the order of events: that by an account one event came before another."""

from __future__ import annotations

import json
from collections.abc import Collection

from sqlite_utils import Database

from khiva_notes.model.disputes import AccountOrder

_COLUMNS = "id, account_id, earlier_id, later_id, words, strict, passage_id"


class Orders:
    """Reads and writes rows of ``account_orders``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def put(self, order: AccountOrder) -> int:
        """Write what an account says of two events, whatever it said before; return its number.

        ``order.id`` is not used: the account and the events say which statement is meant.
        """
        key = [order.account_id, order.earlier_id, order.later_id]
        self._db.execute(
            "INSERT INTO account_orders (account_id, earlier_id, later_id, words, strict, "
            "passage_id) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (account_id, earlier_id, later_id) "
            "DO UPDATE SET words = excluded.words, strict = excluded.strict, "
            "passage_id = excluded.passage_id",
            [*key, order.words, int(order.strict), order.passage_id],
        )
        row = self._db.execute(
            "SELECT id FROM account_orders WHERE account_id = ? AND earlier_id = ? "
            "AND later_id = ?",
            key,
        ).fetchone()
        return int(row[0])

    def remove(self, order_id: int) -> None:
        """Take a statement away."""
        self._db.execute("DELETE FROM account_orders WHERE id = ?", [order_id])

    def of_many(self, account_ids: Collection[int] | None = None) -> dict[int, list[AccountOrder]]:
        """Return what these accounts, or all, say of the order of events, by account."""
        where = (
            "" if account_ids is None else "WHERE account_id IN (SELECT value FROM json_each(?))"
        )
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM account_orders {where} ORDER BY account_id, id",
            [] if account_ids is None else [json.dumps(list(account_ids))],
        )
        found: dict[int, list[AccountOrder]] = {}
        for id_, account_id, earlier, later, words, strict, passage in rows.fetchall():
            order = AccountOrder(id_, account_id, earlier, later, words, bool(strict), passage)
            found.setdefault(account_id, []).append(order)
        return found
