"""The repository of a comparison's rows and cells: aspects, and what each account says on them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable

from sqlite_utils import Database

from khiva_notes.model.disputes import Aspect, Cell, Number
from khiva_notes.store.dates import Dates

_CELL = (
    "id, account_id, aspect_id, stance, value, card_id, number_low, number_high, unit, paraphrase"
)


class Aspects:
    """Reads and writes rows of ``aspects``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, dispute_id: int, key: str, name: str, value_type: str) -> int:
        """Add an aspect as the last row of its dispute and return its number."""
        cursor = self._db.execute(
            "INSERT INTO aspects (dispute_id, key, name, value_type, position) VALUES (?, ?, ?, ?,"
            " (SELECT coalesce(max(position), 0) + 1 FROM aspects WHERE dispute_id = ?))",
            [dispute_id, key, name, value_type, dispute_id],
        )
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def key_taken(self, dispute_id: int, key: str) -> bool:
        """Tell whether an aspect of this dispute is called ``key``."""
        row = self._db.execute(
            "SELECT 1 FROM aspects WHERE dispute_id = ? AND key = ?", [dispute_id, key]
        ).fetchone()
        return bool(row)

    def of_many(self, dispute_ids: Collection[int]) -> dict[int, list[Aspect]]:
        """Return the aspects of these disputes in their order, by dispute."""
        rows = self._db.execute(
            "SELECT id, dispute_id, key, name, value_type FROM aspects WHERE dispute_id IN "
            "(SELECT value FROM json_each(?)) ORDER BY dispute_id, position, id",
            [json.dumps(list(dispute_ids))],
        )
        found: dict[int, list[Aspect]] = {}
        for row in rows.fetchall():
            found.setdefault(row[1], []).append(Aspect(*row))
        return found

    def set(self, aspect_id: int, name: str, value_type: str) -> None:
        """Rename an aspect or change the type of its values."""
        self._db.execute(
            "UPDATE aspects SET name = ?, value_type = ? WHERE id = ?",
            [name, value_type, aspect_id],
        )

    def order(self, aspect_ids: Iterable[int]) -> None:
        """Put the rows of a dispute into this order."""
        for position, aspect_id in enumerate(aspect_ids, 1):
            self._db.execute(
                "UPDATE aspects SET position = ? WHERE id = ? AND position <> ?",
                [position, aspect_id, position],
            )

    def remove(self, aspect_id: int) -> None:
        """Take a row, with its cells, out of its dispute."""
        self._db.execute("DELETE FROM aspects WHERE id = ?", [aspect_id])


class Cells:
    """Reads and writes rows of ``cells`` and ``cell_passages``."""

    def __init__(self, db: Database, dates: Dates) -> None:
        self._db = db
        self._dates = dates

    def put(self, cell: Cell) -> int:
        """Write what an account says on an aspect, whatever stood there; return its number.

        ``cell.id`` is not used: the account and the aspect say which cell is meant.
        """
        number = cell.number
        self._db.execute(
            "INSERT INTO cells (account_id, aspect_id, stance, value, card_id, number_low, "
            "number_high, unit, paraphrase) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (account_id, aspect_id) DO UPDATE SET stance = excluded.stance, "
            "value = excluded.value, card_id = excluded.card_id, number_low = excluded.number_low,"
            " number_high = excluded.number_high, unit = excluded.unit, "
            "paraphrase = excluded.paraphrase",
            [
                cell.account_id,
                cell.aspect_id,
                cell.stance,
                cell.value,
                cell.card_id,
                number.low if number else None,
                number.high if number else None,
                number.unit if number else "",
                cell.paraphrase,
            ],
        )
        cell_id = int(
            self._db.execute(
                "SELECT id FROM cells WHERE account_id = ? AND aspect_id = ?",
                [cell.account_id, cell.aspect_id],
            ).fetchone()[0]
        )
        self._dates.set("cell", cell_id, cell.date, "value")
        self._set_passages(cell_id, cell.passage_ids)
        return cell_id

    def remove(self, cell_id: int) -> None:
        """Empty a cell."""
        self._db.execute("DELETE FROM cells WHERE id = ?", [cell_id])

    def of_accounts(self, account_ids: Collection[int]) -> list[Cell]:
        """Return every cell of these accounts."""
        rows = self._db.execute(
            f"SELECT {_CELL} FROM cells WHERE account_id IN (SELECT value FROM json_each(?)) "
            "ORDER BY account_id, aspect_id",
            [json.dumps(list(account_ids))],
        ).fetchall()
        ids = [row[0] for row in rows]
        dates = self._dates.of_many("cell", ids)
        passages = self._passages(ids)
        return [
            Cell(
                id_,
                account_id,
                aspect_id,
                stance,
                value,
                card_id,
                dates.get(id_, {}).get("value"),
                None if low is None else Number(low, low if high is None else high, unit),
                paraphrase,
                passages.get(id_, ()),
            )
            for (
                id_,
                account_id,
                aspect_id,
                stance,
                value,
                card_id,
                low,
                high,
                unit,
                paraphrase,
            ) in rows
        ]

    def _set_passages(self, cell_id: int, passage_ids: Iterable[int]) -> None:
        wanted = list(dict.fromkeys(passage_ids))
        if list(self._passages([cell_id]).get(cell_id, ())) == wanted:
            return
        self._db.execute("DELETE FROM cell_passages WHERE cell_id = ?", [cell_id])
        for position, passage_id in enumerate(wanted, 1):
            self._db.execute(
                "INSERT INTO cell_passages (cell_id, passage_id, position) VALUES (?, ?, ?)",
                [cell_id, passage_id, position],
            )

    def _passages(self, cell_ids: list[int]) -> dict[int, tuple[int, ...]]:
        rows = self._db.execute(
            "SELECT cell_id, passage_id FROM cell_passages WHERE cell_id IN "
            "(SELECT value FROM json_each(?)) ORDER BY cell_id, position",
            [json.dumps(cell_ids)],
        )
        found: dict[int, tuple[int, ...]] = {}
        for cell_id, passage_id in rows.fetchall():
            found[cell_id] = (*found.get(cell_id, ()), passage_id)
        return found
