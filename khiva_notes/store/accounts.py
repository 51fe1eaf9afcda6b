"""The repository of accounts: the voices on a dispute, and what each rests and depends on."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable

from sqlite_utils import Database

from khiva_notes.model.disputes import Account
from khiva_notes.store.dates import Dates

_COLUMNS = (
    "id, dispute_id, key, label, voice_id, source_id, how_known, passage_id, interest, note,"
    " place_id"
)
_EDITABLE = frozenset(
    [
        "label",
        "voice_id",
        "source_id",
        "how_known",
        "passage_id",
        "interest",
        "note",
        "position",
        "place_id",
    ]
)


class Accounts:
    """Reads and writes rows of ``accounts``, ``account_claims`` and ``account_bases``."""

    def __init__(self, db: Database, dates: Dates) -> None:
        self._db = db
        self._dates = dates

    def add(self, dispute_id: int, key: str, label: str) -> int:
        """Add an account as the last of its dispute and return its number."""
        cursor = self._db.execute(
            "INSERT INTO accounts (dispute_id, key, label, position) VALUES (?, ?, ?, "
            "(SELECT coalesce(max(position), 0) + 1 FROM accounts WHERE dispute_id = ?))",
            [dispute_id, key, label, dispute_id],
        )
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def key_taken(self, dispute_id: int, key: str) -> bool:
        """Tell whether an account of this dispute is called ``key``."""
        row = self._db.execute(
            "SELECT 1 FROM accounts WHERE dispute_id = ? AND key = ?", [dispute_id, key]
        ).fetchone()
        return bool(row)

    def set(self, account_id: int, **columns: object) -> None:
        """Set plain columns of an account: label, voice, source, passage, how known and so on."""
        unknown = columns.keys() - _EDITABLE
        if unknown:
            raise KeyError(f"accounts have no column {', '.join(sorted(unknown))}")
        sets = ", ".join(f"{name} = :{name}" for name in columns)
        self._db.execute(
            f"UPDATE accounts SET {sets} WHERE id = :_id", {**columns, "_id": account_id}
        )

    def set_claims(self, account_id: int, claim_ids: Iterable[int]) -> None:
        """Let an account rest on just these claims."""
        wanted = list(dict.fromkeys(claim_ids))
        self._db.execute(
            "DELETE FROM account_claims WHERE account_id = ? "
            "AND claim_id NOT IN (SELECT value FROM json_each(?))",
            [account_id, json.dumps(wanted)],
        )
        for claim_id in wanted:
            self._db.execute(
                "INSERT INTO account_claims (account_id, claim_id) VALUES (?, ?) "
                "ON CONFLICT DO NOTHING",
                [account_id, claim_id],
            )

    def set_bases(
        self, account_id: int, account_ids: Iterable[int], source_ids: Iterable[int]
    ) -> None:
        """Let an account depend on just these other accounts and sources."""
        self._db.execute("DELETE FROM account_bases WHERE account_id = ?", [account_id])
        for column, ids in (("on_account_id", account_ids), ("on_source_id", source_ids)):
            for basis in dict.fromkeys(ids):
                self._db.execute(
                    f"INSERT INTO account_bases (account_id, {column}) VALUES (?, ?)",
                    [account_id, basis],
                )

    def remove(self, account_id: int) -> None:
        """Take an account, with its cells, out of its dispute."""
        self._db.execute("DELETE FROM accounts WHERE id = ?", [account_id])

    def dispute_of(self, account_id: int) -> int:
        """Return the number of the dispute an account belongs to; LookupError if there is none."""
        row = self._db.execute(
            "SELECT dispute_id FROM accounts WHERE id = ?", [account_id]
        ).fetchone()
        if row is None:
            raise LookupError(f"no account {account_id}")
        return int(row[0])

    def of_many(self, dispute_ids: Collection[int]) -> dict[int, list[Account]]:
        """Return the accounts of these disputes in their order, by dispute."""
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM accounts WHERE dispute_id IN "
            "(SELECT value FROM json_each(?)) ORDER BY dispute_id, position, id",
            [json.dumps(list(dispute_ids))],
        ).fetchall()
        ids = [row[0] for row in rows]
        written = self._dates.of_many("account", ids)
        claims = self._pairs("account_claims", "claim_id", ids)
        on_accounts = self._pairs("account_bases", "on_account_id", ids)
        on_sources = self._pairs("account_bases", "on_source_id", ids)
        found: dict[int, list[Account]] = {}
        for id_, dispute_id, key, label, voice, source, how, passage, interest, note, place in rows:
            found.setdefault(dispute_id, []).append(
                Account(
                    id_,
                    dispute_id,
                    key,
                    label,
                    voice,
                    source,
                    how,
                    passage,
                    written.get(id_, {}).get("written"),
                    interest,
                    note,
                    claims.get(id_, ()),
                    on_accounts.get(id_, ()),
                    on_sources.get(id_, ()),
                    place,
                )
            )
        return found

    def _pairs(self, table: str, column: str, ids: list[int]) -> dict[int, tuple[int, ...]]:
        rows = self._db.execute(
            f"SELECT account_id, {column} FROM {table} WHERE {column} IS NOT NULL "
            "AND account_id IN (SELECT value FROM json_each(?)) ORDER BY id",
            [json.dumps(ids)],
        )
        found: dict[int, tuple[int, ...]] = {}
        for account_id, other in rows.fetchall():
            found[account_id] = (*found.get(account_id, ()), other)
        return found
