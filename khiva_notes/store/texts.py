"""The repository of text versions: plain text, its structure and the file it came from."""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from collections.abc import Collection

from sqlite_utils import Database

from khiva_notes.model.citing import Outline
from khiva_notes.model.texts import Block, ImportedText, Mark, PageBreak, TextBody, VersionInfo
from khiva_notes.store.items import now

_INFO = "id, item_id, number, file_name, media_type, encoding, language, sha256, created, length"

_BLOCK = 4
"""Values of a block in its row; after them come the marks on its words, if it has any."""


class Texts:
    """Reads and writes rows of ``text_versions`` and ``originals``; a version never changes."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, item_id: int, imported: ImportedText, file_name: str) -> int:
        """Add a further version of a source's text and return its number in the library."""
        number = self._db.execute(
            "SELECT coalesce(max(number), 0) + 1 FROM text_versions WHERE item_id = ?", [item_id]
        ).fetchone()[0]
        body = imported.body
        row = {
            "item_id": item_id,
            "number": number,
            "file_name": file_name,
            "media_type": imported.media_type,
            "encoding": imported.encoding,
            "language": imported.language,
            "sha256": hashlib.sha256(imported.original).hexdigest(),
            "created": now(),
            "length": len(body.text),
            "blocks": json.dumps(_with_marks(imported), ensure_ascii=False),
            "pages": json.dumps([[p.offset, p.label] for p in body.pages], ensure_ascii=False),
            "text": body.text,
        }
        cursor = self._db.execute(
            f"INSERT INTO text_versions ({', '.join(row)}) VALUES (:{', :'.join(row)})", row
        )
        assert cursor.lastrowid is not None
        self._db.execute(
            "INSERT INTO originals (id, data) VALUES (?, ?)", [cursor.lastrowid, imported.original]
        )
        return cursor.lastrowid

    def versions(self, item_id: int) -> list[VersionInfo]:
        """Return all versions of a source's text, the newest first."""
        rows = self._db.execute(
            f"SELECT {_INFO} FROM text_versions WHERE item_id = ? ORDER BY number DESC", [item_id]
        )
        return [VersionInfo(*row) for row in rows.fetchall()]

    def current(self, item_id: int) -> VersionInfo | None:
        """Return the newest version of a source's text, or None if it has no text."""
        row = self._db.execute(
            f"SELECT {_INFO} FROM text_versions WHERE item_id = ? ORDER BY number DESC LIMIT 1",
            [item_id],
        ).fetchone()
        return VersionInfo(*row) if row else None

    def info(self, version_id: int) -> VersionInfo:
        """Return what is known of one version; LookupError if there is none."""
        row = self._db.execute(
            f"SELECT {_INFO} FROM text_versions WHERE id = ?", [version_id]
        ).fetchone()
        if row is None:
            raise LookupError(f"no text version {version_id}")
        return VersionInfo(*row)

    def some_sources(self, limit: int) -> list[int]:
        """Return up to ``limit`` sources, trash left out, that have a text, without counting."""
        rows = self._db.execute(
            "SELECT id FROM items WHERE kind = 'source' AND trashed = '' AND EXISTS "
            "(SELECT 1 FROM text_versions WHERE item_id = items.id) LIMIT ?",
            [limit],
        )
        return [row[0] for row in rows.fetchall()]

    def all_current(self) -> list[VersionInfo]:
        """Return the newest version of every source that is not in the trash."""
        columns = ", ".join(f"v.{name}" for name in _INFO.split(", "))
        rows = self._db.execute(
            f"SELECT {columns} FROM text_versions v JOIN items i ON i.id = v.item_id "
            "WHERE i.trashed = '' AND v.number = "
            "(SELECT max(number) FROM text_versions WHERE item_id = v.item_id) ORDER BY v.item_id"
        )
        return [VersionInfo(*row) for row in rows.fetchall()]

    def sources_of(self, version_ids: Collection[int]) -> dict[int, int]:
        """Return the source's number for each of these text versions."""
        rows = self._db.execute(
            "SELECT id, item_id FROM text_versions WHERE id IN (SELECT value FROM json_each(?))",
            [json.dumps(list(version_ids))],
        )
        return dict(rows.fetchall())

    def body(self, version_id: int) -> TextBody:
        """Return a version's text with its structure; LookupError if there is none."""
        row = self._db.execute(
            "SELECT text, blocks, pages FROM text_versions WHERE id = ?", [version_id]
        ).fetchone()
        if row is None:
            raise LookupError(f"no text version {version_id}")
        text, blocks, pages = row
        return TextBody(
            text,
            tuple(Block(*block[:_BLOCK]) for block in json.loads(blocks)),
            tuple(PageBreak(*page) for page in json.loads(pages)),
        )

    def marks(self, version_id: int) -> tuple[Mark, ...]:
        """Return a file's own markup inside its lines, in order; LookupError if there is none."""
        row = self._db.execute(
            "SELECT blocks FROM text_versions WHERE id = ?", [version_id]
        ).fetchone()
        if row is None:
            raise LookupError(f"no text version {version_id}")
        return tuple(
            Mark(*mark)
            for block in json.loads(row[0])
            if len(block) > _BLOCK
            for mark in block[_BLOCK]
        )

    def outline(self, version_id: int) -> Outline:
        """Return where paragraphs and pages begin, without reading the text; LookupError if none.

        Of a megabyte of text this takes a tenth of what the whole body does.
        """
        row = self._db.execute(
            "SELECT blocks, pages FROM text_versions WHERE id = ?", [version_id]
        ).fetchone()
        if row is None:
            raise LookupError(f"no text version {version_id}")
        pages = json.loads(row[1])
        return Outline(
            [block[0] for block in json.loads(row[0]) if block[2] != "heading"],
            [offset for offset, _ in pages],
            [label for _, label in pages],
        )

    def slice(self, version_id: int, start: int, end: int) -> str:
        """Return a part of a version's text by code points, without reading the rest."""
        row = self._db.execute(
            "SELECT substr(text, ?, ?) FROM text_versions WHERE id = ?",
            [start + 1, end - start, version_id],
        ).fetchone()
        return str(row[0]) if row else ""

    def original(self, version_id: int) -> bytes:
        """Return the imported file's bytes as they were."""
        row = self._db.execute("SELECT data FROM originals WHERE id = ?", [version_id]).fetchone()
        if row is None:
            raise LookupError(f"no text version {version_id}")
        return bytes(row[0])

    def with_hash(self, sha256: str) -> list[VersionInfo]:
        """Return the versions, trash left out, that came from a file with these very bytes."""
        columns = ", ".join(f"v.{name}" for name in _INFO.split(", "))
        rows = self._db.execute(
            f"SELECT {columns} FROM text_versions v JOIN items i ON i.id = v.item_id "
            "WHERE v.sha256 = ? AND i.trashed = ''",
            [sha256],
        )
        return [VersionInfo(*row) for row in rows.fetchall()]


def _with_marks(imported: ImportedText) -> list[list[object]]:
    """Return a text's blocks, each with the marks on its words where there are some."""
    blocks = imported.body.blocks
    starts = [block.start for block in blocks]
    marks: dict[int, list[list[object]]] = {}
    for mark in imported.marks:
        number = bisect_right(starts, mark.start) - 1
        kept: list[object] = [mark.start, mark.end, mark.kind, mark.value]
        marks.setdefault(number, []).append(kept if mark.value else kept[:3])
    rows: list[list[object]] = [[b.start, b.end, b.kind, b.level] for b in blocks]
    for number, of_block in marks.items():
        rows[number].append(of_block)
    return rows
