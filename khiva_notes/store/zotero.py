"""A library of Zotero, read from a copy: the only place that knows its tables.

The tables are those of Zotero 5 to 7 (``userdata`` 100 and later); what an older one lacks, such as
annotations before Zotero 6, is simply not there.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from khiva_notes.model.errors import UserError

_NEEDED = frozenset({"items", "itemData", "itemDataValues", "creators", "itemCreators"})
_LARGEST = 4 * 1024**3


@dataclass(slots=True)
class ZoteroItem:
    """One item as Zotero has it: ``creators`` are (role, first, last, is one name).

    ``collections`` are named with those that they lie in, ``parent/child``; ``group`` is the group
    library that it is of, "" for the user's own. A note that belongs to no item is one of its own.
    """

    number: int
    key: str
    type: str
    fields: dict[str, str] = field(default_factory=dict)
    creators: list[tuple[str, str, str, bool]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    collections: list[str] = field(default_factory=list)
    group: str = ""
    notes: list[str] = field(default_factory=list)
    attachments: list[ZoteroAttachment] = field(default_factory=list)


@dataclass(slots=True)
class ZoteroAttachment:
    """A file of an item: ``path`` as Zotero writes it, ``storage:name`` for one of its own."""

    number: int
    key: str
    path: str
    media_type: str
    title: str = ""
    annotations: list[ZoteroAnnotation] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ZoteroAnnotation:
    """A mark in a file: the words marked, the reader's comment, and the page's label."""

    words: str
    comment: str
    page: str


def zotero_items(path: Path) -> list[ZoteroItem]:
    """Read all works of a Zotero library but the trash, from a copy that is thrown away.

    UserError if it is no library of Zotero, or cannot be read.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise UserError(f"{path.name} has more than 4 GB.", "Export its works as CSL-JSON.")
        with tempfile.TemporaryDirectory(prefix="khiva-zotero-") as folder:
            copy = Path(folder) / "zotero.sqlite"
            shutil.copyfile(path, copy)
            for ending in ("-wal", "-journal"):
                beside = path.with_name(path.name + ending)
                if beside.is_file():
                    shutil.copyfile(beside, copy.with_name(copy.name + ending))
            connection = sqlite3.connect(copy)
            try:
                connection.execute("PRAGMA query_only = ON")
                connection.execute("PRAGMA trusted_schema = OFF")
                connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
                return _read(connection, path)
            finally:
                connection.close()
    except (sqlite3.Error, UnicodeDecodeError) as error:
        # The words of an error may quote the damaged bytes, which Python then cannot decode.
        why = "it is damaged" if isinstance(error, UnicodeDecodeError) else error
        raise UserError(
            f"{path.name} cannot be read as a library of Zotero ({why}).",
            "Close Zotero and try again, or export its works as CSL-JSON.",
        ) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(f"{path.name} cannot be read ({reason}).", "Check the file.") from error


def _read(db: sqlite3.Connection, path: Path) -> list[ZoteroItem]:
    tables = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables >= _NEEDED:
        raise UserError(
            f"{path.name} is no library of Zotero.", "Choose the file zotero.sqlite of Zotero."
        )
    types = "itemTypesCombined" if "itemTypesCombined" in tables else "itemTypes"
    gone = "SELECT itemID FROM deletedItems" if "deletedItems" in tables else "SELECT NULL WHERE 0"
    items = {
        row[0]: ZoteroItem(*row)
        for row in db.execute(
            f"SELECT i.itemID, i.key, t.typeName FROM items i JOIN {types} t USING (itemTypeID) "
            f"WHERE i.itemID NOT IN ({gone}) ORDER BY i.itemID"
        )
    }
    _read_fields(db, items, "fieldsCombined" if "fieldsCombined" in tables else "fields")
    for number, role, first, last, mode in db.execute(
        "SELECT ic.itemID, ct.creatorType, c.firstName, c.lastName, c.fieldMode "
        "FROM itemCreators ic JOIN creators c USING (creatorID) "
        "JOIN creatorTypes ct USING (creatorTypeID) ORDER BY ic.itemID, ic.orderIndex"
    ):
        if number in items:
            items[number].creators.append((role, first or "", last or "", mode == 1))
    if {"tags", "itemTags"} <= tables:
        for number, name in db.execute("SELECT itemID, name FROM itemTags JOIN tags USING (tagID)"):
            if number in items:
                items[number].tags.append(str(name))
    if {"collections", "collectionItems"} <= tables:
        _read_collections(db, items)
    if "groups" in tables:
        _read_groups(db, items)
    _hang_on(db, items, tables)
    parts = ("note", "attachment", "annotation")
    return [item for item in items.values() if item.type not in parts or item.notes]


def _read_fields(db: sqlite3.Connection, items: dict[int, ZoteroItem], fields: str) -> None:
    for number, name, value in db.execute(
        f"SELECT d.itemID, f.fieldName, v.value FROM itemData d JOIN {fields} f USING (fieldID) "
        "JOIN itemDataValues v USING (valueID)"
    ):
        if number in items and value is not None:
            items[number].fields[name] = str(value)


def _read_collections(db: sqlite3.Connection, items: dict[int, ZoteroItem]) -> None:
    rows = {
        number: (str(name), parent)
        for number, name, parent in db.execute(
            "SELECT collectionID, collectionName, parentCollectionID FROM collections"
        )
    }
    for number, collection in db.execute("SELECT itemID, collectionID FROM collectionItems"):
        if number in items and collection in rows:
            items[number].collections.append(_within(rows, collection))


def _within(rows: dict[int, tuple[str, int | None]], number: int | None) -> str:
    """Return a collection's name after those that it lies in; a damaged file may have a ring."""
    names: list[str] = []
    seen: set[int] = set()
    while number is not None and number in rows and number not in seen:
        seen.add(number)
        name, number = rows[number]
        names.append(name.replace("/", "-"))
    return "/".join(reversed(names))


def _read_groups(db: sqlite3.Connection, items: dict[int, ZoteroItem]) -> None:
    for number, name in db.execute(
        "SELECT i.itemID, g.name FROM items i JOIN groups g USING (libraryID)"
    ):
        if number in items:
            items[number].group = str(name).replace("/", "-")


def _hang_on(db: sqlite3.Connection, items: dict[int, ZoteroItem], tables: set[str]) -> None:
    """Put notes, attachments and annotations where they belong.

    A note that belongs to nothing has itself as its note; other loose parts are passed over.
    """
    if "itemNotes" in tables:
        for number, parent, note in db.execute("SELECT itemID, parentItemID, note FROM itemNotes"):
            if number in items and parent in items:
                items[parent].notes.append(note or "")
            elif number in items and parent is None and note:
                items[number].notes.append(note)
    attachments: dict[int, ZoteroAttachment] = {}
    if "itemAttachments" in tables:
        for number, parent, path, media_type in db.execute(
            "SELECT itemID, parentItemID, path, contentType FROM itemAttachments"
        ):
            if number in items and parent in items:
                own = items[number]
                attachments[number] = ZoteroAttachment(
                    number, own.key, path or "", media_type or "", own.fields.get("title", "")
                )
                items[parent].attachments.append(attachments[number])
    if "itemAnnotations" in tables:
        for number, parent, words, comment, page in db.execute(
            "SELECT itemID, parentItemID, text, comment, pageLabel FROM itemAnnotations "
            "ORDER BY parentItemID, sortIndex"
        ):
            if number in items and parent in attachments and (words or comment):
                mark = ZoteroAnnotation(words or "", comment or "", page or "")
                attachments[parent].annotations.append(mark)
