"""Whether texts fit their structure, and whether what is tied to them lies inside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from khiva_notes.model.passages import Passage
from khiva_notes.model.texts import BlockKind, TextBody
from khiva_notes.store.repositories import Repositories

_KINDS = frozenset(get_args(BlockKind))


def text_problems(data: Repositories) -> Iterator[str]:
    """Yield, in sentences, what is wrong with the texts of a library that came from elsewhere.

    Stricter than the check of a library of our own, which never has such faults.
    """
    passages: dict[int, list[Passage]] = {}
    for passage in data.passages.all():
        passages.setdefault(passage.version_id, []).append(passage)
    spans: dict[int, list[tuple[int, int, str]]] = {}
    for table in ("citation_marks", "read_spans"):
        for row in data.rows.each(table):
            start, end, version = (int(str(row[name])) for name in ("start", "end", "version_id"))
            spans.setdefault(version, []).append(
                (start, end, f"Row {int(str(row['id']))} of {table}")
            )
    for row in data.rows.each("text_versions"):
        number = int(str(row["id"]))
        try:
            body = data.texts.body(number)
        except (TypeError, ValueError):
            yield f"The structure of text {number} cannot be read."
            continue
        if row["length"] != len(body.text) or not _fits(body):
            yield f"Text {number} and its paragraphs do not fit."
        for passage in passages.get(number, ()):
            if body.text[passage.start : passage.end] != passage.exact:
                yield f"Passage {passage.id} does not read as its text does."
        for start, end, what in spans.get(number, ()):
            if not 0 <= start < end <= len(body.text):
                yield f"{what} lies outside its text."


def _fits(body: TextBody) -> bool:
    offset = 0
    lines = body.text.split("\n") if body.text or body.blocks else []
    if len(lines) != len(body.blocks):
        return False
    for line, block in zip(lines, body.blocks, strict=True):
        if (block.start, block.end) != (offset, offset + len(line)) or block.kind not in _KINDS:
            return False
        if type(block.level) is not int or not 0 <= block.level <= 100:
            return False
        offset += len(line) + 1
    return all(
        type(page.offset) is int and 0 <= page.offset <= len(body.text) and type(page.label) is str
        for page in body.pages
    )
