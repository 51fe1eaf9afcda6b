"""Everything that hangs on an item, moved to another one row by row, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class _Holding:
    """A column that names an item, and which of its rows stay where they are."""

    table: str
    column: str
    stays: str = "0"


_HOLDINGS = (
    _Holding("passages", "item_id"),
    _Holding("names", "item_id", "held.kind = 'preferred'"),
    _Holding(
        "links",
        "from_id",
        "held.to_id = :to OR EXISTS (SELECT 1 FROM links o WHERE o.from_id = :to "
        "AND o.to_id = held.to_id AND o.type = held.type AND o.role = held.role)",
    ),
    _Holding(
        "links",
        "to_id",
        "held.from_id = :to OR EXISTS (SELECT 1 FROM links o WHERE o.to_id = :to "
        "AND o.from_id = held.from_id AND o.type = held.type AND o.role = held.role)",
    ),
    _Holding(
        "item_tags",
        "item_id",
        "EXISTS (SELECT 1 FROM item_tags o WHERE o.item_id = :to AND o.tag_id = held.tag_id)",
    ),
    _Holding(
        "dates",
        "item_id",
        "EXISTS (SELECT 1 FROM dates o WHERE o.item_id = :to AND o.field = held.field)",
    ),
    _Holding("accounts", "voice_id"),
    _Holding("accounts", "source_id"),
    _Holding(
        "account_claims",
        "claim_id",
        "EXISTS (SELECT 1 FROM account_claims o WHERE o.claim_id = :to "
        "AND o.account_id = held.account_id)",
    ),
    _Holding(
        "account_bases",
        "on_source_id",
        "EXISTS (SELECT 1 FROM account_bases o WHERE o.on_source_id = :to "
        "AND o.account_id = held.account_id)",
    ),
    _Holding("cells", "card_id"),
    _Holding("citation_marks", "work_id"),
    _Holding("accounts", "place_id"),
    _Holding(
        "account_orders",
        "earlier_id",
        "held.later_id = :to OR EXISTS (SELECT 1 FROM account_orders o WHERE o.earlier_id = :to "
        "AND o.account_id = held.account_id AND o.later_id = held.later_id)",
    ),
    _Holding(
        "account_orders",
        "later_id",
        "held.earlier_id = :to OR EXISTS (SELECT 1 FROM account_orders o WHERE o.later_id = :to "
        "AND o.account_id = held.account_id AND o.earlier_id = held.earlier_id)",
    ),
    _Holding("essay_parts", "item_id"),
)

Moved = dict[str, list[int]]
"""Numbers of rows by ``table.column``."""


class Belongings:
    """Moves rows between items; what the other has already, and links between the two, stay."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def move(self, from_id: int, to_id: int) -> Moved:
        """Give what hangs on one item to another; return which rows that were."""
        moved: Moved = {}
        for holding in _HOLDINGS:
            rows = self._db.execute(
                f"SELECT id FROM {holding.table} held "
                f"WHERE held.{holding.column} = :from AND NOT ({holding.stays}) ORDER BY id",
                {"from": from_id, "to": to_id},
            ).fetchall()
            if rows:
                ids = [int(row[0]) for row in rows]
                self._assign(holding, ids, to_id)
                moved[f"{holding.table}.{holding.column}"] = ids
        return moved

    def move_back(self, moved: Mapping[str, Sequence[int]], from_id: int, to_id: int) -> None:
        """Give those of the rows that still hang on ``from_id`` to ``to_id`` again."""
        for holding in reversed(_HOLDINGS):
            ids = moved.get(f"{holding.table}.{holding.column}", ())
            rows = self._db.execute(
                f"SELECT id FROM {holding.table} held WHERE held.{holding.column} = :from "
                f"AND NOT ({holding.stays}) AND id IN (SELECT value FROM json_each(:ids))",
                {"from": from_id, "to": to_id, "ids": json.dumps(list(ids))},
            ).fetchall()
            self._assign(holding, [int(row[0]) for row in rows], to_id)

    def _assign(self, holding: _Holding, ids: Sequence[int], item_id: int) -> None:
        self._db.execute(
            f"UPDATE {holding.table} SET {holding.column} = ? "
            "WHERE id IN (SELECT value FROM json_each(?))",
            [item_id, json.dumps(list(ids))],
        )
