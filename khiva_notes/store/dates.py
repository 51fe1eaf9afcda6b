"""The repository of historical dates, each of which belongs to one item, account or cell."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Literal

from sqlite_utils import Database

from khiva_notes.model.dates import HistoricalDate

Owner = Literal["item", "account", "cell"]

_COLUMNS = "original, edtf, calendar, earliest, latest, inferred, note"


def _date(row: tuple[object, ...]) -> HistoricalDate:
    original, edtf, calendar, earliest, latest, inferred, note = row
    return HistoricalDate(
        original=str(original),
        edtf=str(edtf),
        calendar=calendar,  # type: ignore[arg-type]
        earliest=earliest,  # type: ignore[arg-type]
        latest=latest,  # type: ignore[arg-type]
        inferred=bool(inferred),
        note=str(note),
    )


class Dates:
    """Reads and writes rows of ``dates``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def set(
        self, owner: Owner, owner_id: int, date: HistoricalDate | None, field: str = "date"
    ) -> None:
        """Give an owner's field this date, or none."""
        column = f"{owner}_id"
        where = f"{column} = ? AND field = ?"
        if date is None:
            self._db.execute(f"DELETE FROM dates WHERE {where}", [owner_id, field])
            return
        values = [
            date.original,
            date.edtf,
            date.calendar,
            date.earliest,
            date.latest,
            int(date.inferred),
            date.note,
        ]
        sets = ", ".join(f"{name} = ?" for name in _COLUMNS.split(", "))
        cursor = self._db.execute(
            f"UPDATE dates SET {sets} WHERE {where}", [*values, owner_id, field]
        )
        if cursor.rowcount == 0:
            self._db.execute(
                f"INSERT INTO dates ({_COLUMNS}, {column}, field) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [*values, owner_id, field],
            )

    def of(self, item_id: int) -> dict[str, HistoricalDate]:
        """Return an item's dates by field."""
        return self.of_many("item", [item_id]).get(item_id, {})

    def of_many(
        self, owner: Owner, ids: Collection[int] | None = None
    ) -> dict[int, dict[str, HistoricalDate]]:
        """Return the dates of these owners, or of all of that sort, by owner and field."""
        column = f"{owner}_id"
        where = "IS NOT NULL" if ids is None else "IN (SELECT value FROM json_each(?))"
        rows = self._db.execute(
            f"SELECT {column}, field, {_COLUMNS} FROM dates WHERE {column} {where}",
            [] if ids is None else [json.dumps(list(ids))],
        )
        found: dict[int, dict[str, HistoricalDate]] = {}
        for owner_id, field, *rest in rows.fetchall():
            found.setdefault(owner_id, {})[field] = _date(tuple(rest))
        return found
