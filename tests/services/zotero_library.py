# ruff: noqa: E501
"""Makes a small library of Zotero: the tables of its schema that hold what a user has made."""

from __future__ import annotations

import sqlite3
from pathlib import Path

_TABLES = """
CREATE TABLE version (schema TEXT PRIMARY KEY, version INT NOT NULL);
CREATE TABLE itemTypes (itemTypeID INTEGER PRIMARY KEY, typeName TEXT, templateItemTypeID INT, display INT DEFAULT 1);
CREATE TABLE itemTypesCombined (itemTypeID INT NOT NULL, typeName TEXT NOT NULL, display INT DEFAULT 1 NOT NULL, custom INT NOT NULL, PRIMARY KEY (itemTypeID));
CREATE TABLE fieldsCombined (fieldID INT NOT NULL, fieldName TEXT NOT NULL, label TEXT, fieldFormatID INT, custom INT NOT NULL, PRIMARY KEY (fieldID));
CREATE TABLE items (itemID INTEGER PRIMARY KEY, itemTypeID INT NOT NULL, dateAdded TIMESTAMP, libraryID INT NOT NULL, key TEXT NOT NULL, version INT NOT NULL DEFAULT 0, synced INT NOT NULL DEFAULT 0, UNIQUE (libraryID, key));
CREATE TABLE itemDataValues (valueID INTEGER PRIMARY KEY, value UNIQUE);
CREATE TABLE itemData (itemID INT, fieldID INT, valueID INT, PRIMARY KEY (itemID, fieldID));
CREATE TABLE creatorTypes (creatorTypeID INTEGER PRIMARY KEY, creatorType TEXT);
CREATE TABLE creators (creatorID INTEGER PRIMARY KEY, firstName TEXT, lastName TEXT, fieldMode INT, UNIQUE (lastName, firstName, fieldMode));
CREATE TABLE itemCreators (itemID INT NOT NULL, creatorID INT NOT NULL, creatorTypeID INT NOT NULL DEFAULT 1, orderIndex INT NOT NULL DEFAULT 0, PRIMARY KEY (itemID, creatorID, creatorTypeID, orderIndex));
CREATE TABLE itemNotes (itemID INTEGER PRIMARY KEY, parentItemID INT, note TEXT, title TEXT);
CREATE TABLE itemAttachments (itemID INTEGER PRIMARY KEY, parentItemID INT, linkMode INT, contentType TEXT, charsetID INT, path TEXT, syncState INT DEFAULT 0);
CREATE TABLE tags (tagID INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE itemTags (itemID INT NOT NULL, tagID INT NOT NULL, type INT NOT NULL, PRIMARY KEY (itemID, tagID));
CREATE TABLE collections (collectionID INTEGER PRIMARY KEY, collectionName TEXT NOT NULL, parentCollectionID INT DEFAULT NULL, libraryID INT NOT NULL, key TEXT NOT NULL);
CREATE TABLE collectionItems (collectionID INT NOT NULL, itemID INT NOT NULL, orderIndex INT NOT NULL DEFAULT 0, PRIMARY KEY (collectionID, itemID));
CREATE TABLE deletedItems (itemID INTEGER PRIMARY KEY, dateDeleted DEFAULT CURRENT_TIMESTAMP NOT NULL);
"""
_ANNOTATIONS = "CREATE TABLE itemAnnotations (itemID INTEGER PRIMARY KEY, parentItemID INT NOT NULL, type INTEGER NOT NULL, authorName TEXT, text TEXT, comment TEXT, color TEXT, pageLabel TEXT, sortIndex TEXT NOT NULL, position TEXT NOT NULL, isExternal INT NOT NULL);"
_TYPES = {"book": 2, "note": 1, "attachment": 3, "annotation": 4, "manuscript": 5}
_FIELDS = (
    "title",
    "date",
    "place",
    "publisher",
    "extra",
    "archive",
    "archiveLocation",
    "abstractNote",
)


def make_zotero(path: Path, *, schema: int = 121) -> sqlite3.Connection:
    """Write a library of two works with all that can hang on one; the connection stays open.

    What was written last stays in the write-ahead log, as while Zotero is running.
    """
    db = sqlite3.connect(path)
    db.execute("PRAGMA journal_mode = WAL")
    db.executescript(_TABLES + (_ANNOTATIONS if schema >= 110 else ""))
    db.execute("INSERT INTO version VALUES ('userdata', ?)", [schema])
    for name, number in _TYPES.items():
        db.execute("INSERT INTO itemTypesCombined VALUES (?, ?, 1, 0)", [number, name])
    for number, name in enumerate(_FIELDS, 1):
        db.execute("INSERT INTO fieldsCombined VALUES (?, ?, NULL, NULL, 0)", [number, name])
    db.executemany("INSERT INTO creatorTypes VALUES (?, ?)", [(1, "author"), (2, "translator")])
    _item(
        db,
        1,
        "book",
        title="Туркестан",
        date="1963-00-00 1963",
        place="М.",
        publisher="Наука",
        extra="Citation Key: bartold63\nread twice",
    )
    _item(
        db,
        2,
        "manuscript",
        title="Report on Khiva",
        archive="ЦГА РУз",
        archiveLocation="Ф. 125, д. 34",
        date="1918-10-01 1 Oct 1918",
    )
    _item(db, 3, "note")
    _item(db, 4, "attachment", title="Scan")
    _item(db, 6, "book", title="Thrown away")
    db.execute("INSERT INTO deletedItems (itemID) VALUES (6)")
    db.execute(
        "INSERT INTO creators VALUES (1, 'В. В.', 'Бартольд', 0), (2, '', 'Bukhara Commission', 1)"
    )
    db.execute("INSERT INTO itemCreators VALUES (1, 1, 1, 0), (2, 2, 1, 0)")
    db.execute(
        "INSERT INTO itemNotes VALUES (3, 1, '<div><h2>On it</h2><p>See <strong>p. 5</strong> &amp; on.</p><ul><li>one</li><li>two</li></ul></div>', 'On it')"
    )
    db.execute(
        "INSERT INTO itemAttachments VALUES (4, 1, 0, 'application/pdf', NULL, 'storage:turkestan.pdf', 0)"
    )
    db.execute("INSERT INTO tags VALUES (1, 'khans')")
    db.execute("INSERT INTO itemTags VALUES (1, 1, 0)")
    db.execute("INSERT INTO collections VALUES (1, 'Khiva', NULL, 1, 'COLLKEY1')")
    db.execute("INSERT INTO collectionItems VALUES (1, 1, 0)")
    if schema >= 110:
        _item(db, 5, "annotation")
        db.execute(
            "INSERT INTO itemAnnotations VALUES (5, 4, 1, '', 'The khan was killed.', 'by whom?', '#ff0', '107', '0001', '{}', 0)"
        )
    db.commit()
    return db


def _item(db: sqlite3.Connection, number: int, kind: str, **fields: str) -> None:
    db.execute(
        "INSERT INTO items (itemID, itemTypeID, libraryID, key) VALUES (?, ?, 1, ?)",
        [number, _TYPES[kind], f"KEY{number:05}"],
    )
    for name, value in fields.items():
        db.execute("INSERT OR IGNORE INTO itemDataValues (value) VALUES (?)", [value])
        found = db.execute(
            "SELECT valueID FROM itemDataValues WHERE value = ?", [value]
        ).fetchone()[0]
        db.execute(
            "INSERT INTO itemData VALUES (?, ?, ?)", [number, _FIELDS.index(name) + 1, found]
        )
