"""The repository of works: a source's citation key, and its CSL variables beyond its fields."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class WorkRow:
    """What is kept of a source as a work; ``csl`` are variables that no field of it holds."""

    source_id: int
    citekey: str
    csl: Mapping[str, Any] = field(default_factory=dict)


class Works:
    """Reads and writes rows of ``works``; a source's number is that of its row."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def set(self, source_id: int, citekey: str, csl: Mapping[str, Any]) -> None:
        """Write what a source is as a work over what was there."""
        self._db.execute(
            "INSERT INTO works (id, citekey, csl) VALUES (?, ?, ?) ON CONFLICT (id) "
            "DO UPDATE SET citekey = excluded.citekey, csl = excluded.csl",
            [source_id, citekey, json.dumps(dict(csl), ensure_ascii=False, sort_keys=True)],
        )

    def of(self, source_id: int) -> WorkRow | None:
        """Return what is kept of a source as a work, None if it was never given a key."""
        return self.of_many([source_id]).get(source_id)

    def of_many(self, source_ids: Collection[int] | None = None) -> dict[int, WorkRow]:
        """Return the rows of these sources, or of all, by the source's number."""
        where, given = "", []
        if source_ids is not None:
            where = " WHERE id IN (SELECT value FROM json_each(?))"
            given = [json.dumps(list(source_ids))]
        rows = self._db.execute(f"SELECT id, citekey, csl FROM works{where}", given)
        return {row[0]: WorkRow(row[0], row[1], json.loads(row[2])) for row in rows.fetchall()}

    def by_citekey(self, citekey: str) -> int | None:
        """Return the source with this citation key, in any case, or None."""
        row = self._db.execute("SELECT id FROM works WHERE citekey = ?", [citekey]).fetchone()
        return int(row[0]) if row else None
