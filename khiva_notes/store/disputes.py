"""The repository of disputes as wholes, and of their verdicts."""

from __future__ import annotations

import json
from collections.abc import Collection

from sqlite_utils import Database

from khiva_notes.model.disputes import Dispute, Verdict
from khiva_notes.store.accounts import Accounts
from khiva_notes.store.cells import Aspects, Cells

_VERDICT = "id, elected_id, certainty, reasons, fingerprint, decided, inputs"


class Disputes:
    """Reads whole disputes and writes rows of ``verdicts``."""

    def __init__(self, db: Database, accounts: Accounts, aspects: Aspects, cells: Cells) -> None:
        self._db = db
        self._accounts = accounts
        self._aspects = aspects
        self._cells = cells

    def get(self, item_id: int) -> Dispute:
        """Return a dispute's accounts, aspects, cells and verdict; empty if it has none."""
        return self.many([item_id])[item_id]

    def many(self, item_ids: Collection[int]) -> dict[int, Dispute]:
        """Return these disputes by number, in five queries however many they are."""
        accounts = self._accounts.of_many(item_ids)
        aspects = self._aspects.of_many(item_ids)
        cells = self._cells.of_accounts([a.id for voices in accounts.values() for a in voices])
        verdicts = self._verdicts(item_ids)
        dispute_of = {a.id: dispute for dispute, voices in accounts.items() for a in voices}
        found = {}
        for item_id in item_ids:
            found[item_id] = Dispute(
                item_id,
                tuple(accounts.get(item_id, ())),
                tuple(aspects.get(item_id, ())),
                tuple(cell for cell in cells if dispute_of[cell.account_id] == item_id),
                verdicts.get(item_id),
            )
        return found

    def set_verdict(self, verdict: Verdict) -> None:
        """Write a dispute's verdict over the one before."""
        self._db.execute(
            f"INSERT INTO verdicts ({_VERDICT}) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) "
            "DO UPDATE SET elected_id = excluded.elected_id, certainty = excluded.certainty, "
            "reasons = excluded.reasons, fingerprint = excluded.fingerprint, "
            "decided = excluded.decided, inputs = excluded.inputs",
            [
                verdict.dispute_id,
                verdict.elected_id,
                verdict.certainty,
                verdict.reasons,
                verdict.fingerprint,
                verdict.decided,
                verdict.inputs,
            ],
        )

    def remove_verdict(self, dispute_id: int) -> None:
        """Leave a dispute without a verdict."""
        self._db.execute("DELETE FROM verdicts WHERE id = ?", [dispute_id])

    def claims_in_dispute(self, claim_ids: Collection[int]) -> list[int]:
        """Return those of the claims on which an account of some dispute rests."""
        rows = self._db.execute(
            "SELECT DISTINCT c.claim_id FROM account_claims c JOIN accounts a "
            "ON a.id = c.account_id JOIN items d ON d.id = a.dispute_id AND d.trashed = '' "
            "WHERE c.claim_id IN (SELECT value FROM json_each(?))",
            [json.dumps(list(claim_ids))],
        )
        return [row[0] for row in rows.fetchall()]

    def _verdicts(self, item_ids: Collection[int]) -> dict[int, Verdict]:
        rows = self._db.execute(
            f"SELECT {_VERDICT} FROM verdicts WHERE id IN (SELECT value FROM json_each(?))",
            [json.dumps(list(item_ids))],
        )
        return {row[0]: Verdict(*row) for row in rows.fetchall()}
