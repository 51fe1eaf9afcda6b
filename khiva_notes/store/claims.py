"""Claims as the conflict finder reads them: by what they are about, without their notes."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass

from sqlite_utils import Database

from khiva_notes.model.items import FieldValue


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim without its notes: its fields, what it is about, and who says it."""

    id: int
    key: str
    title: str
    fields: dict[str, FieldValue]
    about: tuple[tuple[int, str], ...]
    speaker_id: int | None
    card_id: int | None


_ABOUT = (
    "FROM links l JOIN items c ON c.id = l.from_id AND c.kind = 'claim' AND c.trashed = '' "
    "JOIN items s ON s.id = l.to_id AND s.trashed = '' WHERE l.type = 'about'"
)


class Claims:
    """Reads claims out of the trash in portions, so that memory holds one portion at a time."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def subjects(self) -> list[int]:
        """Return what claims are about, by number."""
        rows = self._db.execute(f"SELECT DISTINCT l.to_id {_ABOUT} ORDER BY 1")
        return [row[0] for row in rows.fetchall()]

    def about(self, subject_ids: Collection[int]) -> dict[int, list[ClaimRow]]:
        """Return the claims about each of these subjects, in the order of their numbers.

        The joins stand in the order in which they are to be made: SQLite would begin with all
        links of the library.
        """
        rows = self._db.execute(
            "SELECT DISTINCT l.to_id, l.from_id FROM json_each(?) wanted "
            "CROSS JOIN links l ON l.to_id = wanted.value AND l.type = 'about' "
            "CROSS JOIN items c ON c.id = l.from_id AND c.kind = 'claim' AND c.trashed = '' "
            "ORDER BY l.to_id, l.from_id",
            [json.dumps(list(subject_ids))],
        ).fetchall()
        claims = self.many({row[1] for row in rows})
        found: dict[int, list[ClaimRow]] = {}
        for subject_id, claim_id in rows:
            found.setdefault(subject_id, []).append(claims[claim_id])
        return found

    def many(self, ids: Collection[int]) -> dict[int, ClaimRow]:
        """Return those of the numbered claims that exist, by number.

        Their kind stands behind a plus: SQLite would read all claims through that index instead.
        """
        wanted = json.dumps(list(ids))
        ends: dict[int, list[tuple[str, int, str]]] = {}
        for claim_id, type_, to_id, kind in self._db.execute(
            "SELECT l.from_id, l.type, l.to_id, s.kind FROM links l JOIN items s "
            "ON s.id = l.to_id AND s.trashed = '' "
            "WHERE l.type IN ('about', 'speaker', 'means') "
            "AND l.from_id IN (SELECT value FROM json_each(?)) ORDER BY l.id",
            [wanted],
        ).fetchall():
            ends.setdefault(claim_id, []).append((type_, to_id, kind))
        rows = self._db.execute(
            "SELECT id, key, title, fields FROM items "
            "WHERE +kind = 'claim' AND id IN (SELECT value FROM json_each(?))",
            [wanted],
        )
        return {
            id_: ClaimRow(
                id_,
                key,
                title,
                json.loads(fields),
                tuple((to, kind) for type_, to, kind in ends.get(id_, ()) if type_ == "about"),
                next((to for type_, to, _ in ends.get(id_, ()) if type_ == "speaker"), None),
                next((to for type_, to, _ in ends.get(id_, ()) if type_ == "means"), None),
            )
            for id_, key, title, fields in rows.fetchall()
        }
