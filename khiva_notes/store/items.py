"""The repository of items: sources, cards and disputes, by number, key, title and kind."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime

from sqlite_utils import Database

from khiva_notes.model.items import FieldValue, Item
from khiva_notes.model.keys import unique_key

_COLUMNS = "id, key, kind, title, body, fields, starred, created, modified, trashed"


def now() -> str:
    """Return the present moment in UTC as ISO 8601 to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _item(row: tuple[object, ...]) -> Item:
    id_, key, kind, title, body, fields, starred, created, modified, trashed = row
    return Item(
        id_,  # type: ignore[arg-type]
        str(key),
        str(kind),
        str(title),
        str(body),
        json.loads(str(fields)),
        bool(starred),
        str(created),
        str(modified),
        str(trashed),
    )


class Items:
    """Reads and writes rows of ``items``; everything about an item that is a single value."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(
        self,
        kind: str,
        title: str,
        *,
        key: str = "",
        body: str = "",
        fields: Mapping[str, FieldValue] | None = None,
    ) -> int:
        """Add an item and return its number; the key is made from the title unless given."""
        moment = now()
        row = {
            "key": key or unique_key(title, kind, self.key_taken),
            "kind": kind,
            "title": title,
            "body": body,
            "fields": json.dumps(dict(fields or {}), ensure_ascii=False, sort_keys=True),
            "created": moment,
            "modified": moment,
        }
        columns = ", ".join(row)
        cursor = self._db.execute(f"INSERT INTO items ({columns}) VALUES (:{', :'.join(row)})", row)
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def key_taken(self, key: str) -> bool:
        """Tell whether some item, in the trash or not, is called ``key``."""
        return bool(self._db.execute("SELECT 1 FROM items WHERE key = ?", [key]).fetchone())

    def get(self, item_id: int) -> Item:
        """Return the item with this number; LookupError if there is none."""
        row = self._db.execute(f"SELECT {_COLUMNS} FROM items WHERE id = ?", [item_id]).fetchone()
        if row is None:
            raise LookupError(f"no item {item_id}")
        return _item(row)

    def find(self, item_id: int | None) -> Item | None:
        """Return the item with this number, or None."""
        if item_id is None:
            return None
        row = self._db.execute(f"SELECT {_COLUMNS} FROM items WHERE id = ?", [item_id]).fetchone()
        return _item(row) if row else None

    def by_key(self, key: str) -> Item | None:
        """Return the item called ``key``, or None."""
        row = self._db.execute(f"SELECT {_COLUMNS} FROM items WHERE key = ?", [key]).fetchone()
        return _item(row) if row else None

    def by_title(self, title: str) -> list[Item]:
        """Return the items, trash left out, whose title or a name equals ``title`` in any case."""
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM items WHERE trashed = '' AND id IN ("
            "SELECT id FROM items WHERE casefold(title) = :title "
            "UNION SELECT item_id FROM names WHERE casefold(text) = :title) ORDER BY id",
            {"title": title.strip().casefold()},
        )
        return [_item(row) for row in rows.fetchall()]

    def all(self, *kinds: str, trashed: bool = False, limit: int = -1) -> list[Item]:
        """Return the items of these kinds, or of every kind, in or out of the trash, by number.

        Only the first ``limit`` where that is not negative.
        """
        where = f" AND kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM items WHERE (trashed <> '') = ?{where} ORDER BY id LIMIT ?",
            [trashed, *kinds, limit],
        )
        return [_item(row) for row in rows.fetchall()]

    def latest(self, limit: int) -> list[Item]:
        """Return the items, trash left out, that were changed last, the latest first."""
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM items WHERE trashed = '' "
            "ORDER BY modified DESC, id DESC LIMIT ?",
            [limit],
        )
        return [_item(row) for row in rows.fetchall()]

    def many(self, ids: Collection[int]) -> dict[int, Item]:
        """Return those of the numbered items that exist, by number."""
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM items WHERE id IN (SELECT value FROM json_each(?))",
            [json.dumps(list(ids))],
        )
        return {row[0]: _item(row) for row in rows.fetchall()}

    def heads(self, *kinds: str, trashed: bool = False) -> list[Item]:
        """Return the items of these kinds as ``all`` does, but without notes and fields."""
        where = f" AND kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
        rows = self._db.execute(
            "SELECT id, key, kind, title, starred, modified, trashed FROM items "
            f"WHERE (trashed <> '') = ?{where} ORDER BY id",
            [trashed, *kinds],
        )
        return [
            Item(id_, key, kind, title, "", {}, bool(starred), "", modified, thrown)
            for id_, key, kind, title, starred, modified, thrown in rows.fetchall()
        ]

    def titles(self, ids: Collection[int]) -> dict[int, str]:
        """Return the titles of those of the numbered items that exist out of the trash."""
        rows = self._db.execute(
            "SELECT id, title FROM items WHERE trashed = '' "
            "AND id IN (SELECT value FROM json_each(?))",
            [json.dumps(list(ids))],
        )
        return dict(rows.fetchall())

    def linking_to(self, *names: str) -> list[Item]:
        """Return the items, trash left out, whose notes have a ``[[link]]`` to one of ``names``."""
        starts = [f"[[{name}{end}" for name in names for end in ("]]", "|", "#")]
        holds = " OR ".join(["instr(body, ?) > 0"] * len(starts))
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM items WHERE trashed = '' AND ({holds}) ORDER BY id", starts
        )
        return [_item(row) for row in rows.fetchall()]

    def counts(self, *, trashed: bool = False) -> dict[str, int]:
        """Return how many items of each kind are in or out of the trash."""
        rows = self._db.execute(
            "SELECT kind, count(*) FROM items WHERE (trashed <> '') = ? GROUP BY kind", [trashed]
        )
        return dict(rows.fetchall())

    def set(self, item_id: int, **columns: object) -> None:
        """Set plain columns of one item and note the moment; unchanged values change nothing."""
        names = " OR ".join(f"{name} IS NOT :{name}" for name in columns)
        sets = ", ".join(f"{name} = :{name}" for name in columns)
        self._db.execute(
            f"UPDATE items SET {sets}, modified = :_now WHERE id = :_id AND ({names})",
            {**columns, "_now": now(), "_id": item_id},
        )

    def set_field(self, item_id: int, name: str, value: FieldValue | None) -> None:
        """Set one plain field of an item, or clear it with None or an empty text."""
        fields = dict(self.get(item_id).fields)
        if value is None or value == "":
            fields.pop(name, None)
        else:
            fields[name] = value
        self.set(item_id, fields=json.dumps(fields, ensure_ascii=False, sort_keys=True))

    def remove(self, ids: Iterable[int]) -> None:
        """Take items out of the library altogether, with all that hangs on them."""
        for item_id in ids:
            self._db.execute("DELETE FROM items WHERE id = ?", [item_id])
