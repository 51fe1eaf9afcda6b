"""The repository of what verdicts build on: verdicts on other disputes."""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database


class VerdictBases:
    """Reads and writes rows of ``verdict_bases``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def set(self, dispute_id: int, on_dispute_ids: Iterable[int]) -> None:
        """Let the verdict on a dispute build on the verdicts on just these others."""
        wanted = list(dict.fromkeys(on_dispute_ids))
        kept = self.all().get(dispute_id, [])
        for gone in set(kept) - set(wanted):
            self._db.execute(
                "DELETE FROM verdict_bases WHERE dispute_id = ? AND on_dispute_id = ?",
                [dispute_id, gone],
            )
        for fresh in wanted:
            if fresh not in kept:
                self._db.execute(
                    "INSERT INTO verdict_bases (dispute_id, on_dispute_id) VALUES (?, ?)",
                    [dispute_id, fresh],
                )

    def of(self, dispute_id: int) -> list[int]:
        """Return the disputes on whose verdicts the verdict on this one builds."""
        return self.all().get(dispute_id, [])

    def all(self) -> dict[int, list[int]]:
        """Return what every verdict builds on, by dispute; there are few."""
        rows = self._db.execute(
            "SELECT dispute_id, on_dispute_id FROM verdict_bases ORDER BY dispute_id, id"
        )
        found: dict[int, list[int]] = {}
        for dispute_id, on_id in rows.fetchall():
            found.setdefault(dispute_id, []).append(on_id)
        return found
