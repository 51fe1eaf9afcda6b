"""Which items a logged row change belongs to, so that views and index refresh just those."""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

from khiva_notes.model.changes import Touch, Verb
from khiva_notes.store.journal import Entry, Journal

_DIRECT = "SELECT ?"
_VERSION = "SELECT item_id FROM text_versions WHERE id = ?"
_ACCOUNT = "SELECT dispute_id FROM accounts WHERE id = ?"
_CELL = "SELECT dispute_id FROM accounts WHERE id = (SELECT account_id FROM cells WHERE id = ?)"
_RELATED = "SELECT from_id FROM links WHERE type = ?1 UNION SELECT to_id FROM links WHERE type = ?1"
_TAGGED = "SELECT item_id FROM item_tags WHERE tag_id = ?"

_OWNERS: dict[str, tuple[tuple[str, str], ...]] = {
    "library": (),
    "items": (("id", _DIRECT),),
    "links": (("from_id", _DIRECT), ("to_id", _DIRECT)),
    "tags": (("id", _TAGGED),),
    "item_tags": (("item_id", _DIRECT),),
    "text_versions": (("item_id", _DIRECT),),
    "originals": (("id", _VERSION),),
    "passages": (("item_id", _DIRECT), ("version_id", _VERSION)),
    "citation_marks": (("version_id", _VERSION), ("work_id", _DIRECT)),
    "names": (("item_id", _DIRECT),),
    "refusals": (("item_id", _DIRECT),),
    "accounts": (("dispute_id", _DIRECT),),
    "account_claims": (("account_id", _ACCOUNT), ("claim_id", _DIRECT)),
    "account_bases": (("account_id", _ACCOUNT),),
    "aspects": (("dispute_id", _DIRECT),),
    "cells": (("account_id", _ACCOUNT),),
    "cell_passages": (("cell_id", _CELL),),
    "verdicts": (("id", _DIRECT),),
    "saved_searches": (),
    "verdict_bases": (("dispute_id", _DIRECT),),
    "account_orders": (("account_id", _ACCOUNT),),
    "settled_conflicts": (("first_id", _DIRECT), ("second_id", _DIRECT)),
    "read_spans": (("version_id", _VERSION),),
    "works": (("id", _DIRECT),),
    "essay_parts": (("essay_id", _DIRECT), ("item_id", _DIRECT)),
    "relation_types": (("name", _RELATED),),
    "dates": (("item_id", _DIRECT), ("account_id", _ACCOUNT), ("cell_id", _CELL)),
}


_COLUMNS = ("kind", "title", "key", "body", "fields", "starred", "trashed", "modified")

EVERY_PART = frozenset({*_OWNERS, *(f"items.{column}" for column in _COLUMNS)})
"""Every part that a touch can name, for a change of which only the items are known."""


def touched_items(db: Database, journal: Journal, entries: Iterable[Entry]) -> tuple[Touch, ...]:
    """Return every item that the logged row changes concern, in the order of first touch."""
    parts: dict[int, set[str]] = {}
    born: set[int] = set()
    seen: set[int] = set()
    for entry in entries:
        if entry.table == "items" and entry.row not in seen:
            seen.add(entry.row)
            if entry.op == "i":
                born.add(entry.row)
        if entry.table == "items" and entry.op == "u":
            changed = parts.setdefault(entry.row, set())
            changed.update(_changed_columns(db, journal, entry))
        for image in _images(db, journal, entry):
            for column, sql in _OWNERS[entry.table]:
                value = image.get(column)
                if value is None:
                    continue
                for (item_id,) in db.execute(sql, [value]).fetchall():
                    parts.setdefault(item_id, set()).add(entry.table)
    return tuple(
        Touch(item_id, _verb(db, item_id, item_id in born), frozenset(tables))
        for item_id, tables in parts.items()
    )


def _images(db: Database, journal: Journal, entry: Entry) -> list[dict[str, object]]:
    images = [] if entry.op == "i" else [journal.before(entry)]
    if entry.op != "d":
        columns = [column for column, _ in _OWNERS[entry.table]]
        if columns:
            quoted = ", ".join(f'"{column}"' for column in columns)
            row = db.execute(
                f'SELECT {quoted} FROM main."{entry.table}" WHERE id = ?', [entry.row]
            ).fetchone()
            if row:
                images.append(dict(zip(columns, row, strict=True)))
    return images


def _changed_columns(db: Database, journal: Journal, entry: Entry) -> set[str]:
    before = journal.before(entry)
    quoted = ", ".join(f'"{column}"' for column in before)
    row = db.execute(f"SELECT {quoted} FROM items WHERE id = ?", [entry.row]).fetchone()
    if row is None:
        return set()
    return {
        f"items.{column}"
        for (column, old), new in zip(before.items(), row, strict=True)
        if old != new
    }


def _verb(db: Database, item_id: int, born: bool) -> Verb:
    exists = db.execute("SELECT 1 FROM items WHERE id = ?", [item_id]).fetchone()
    if not exists:
        return "removed"
    return "added" if born else "edited"
