"""A whole library as one JSON document, written row by row so that it may be of any size.

The form is described in ``docs/json-format.md``; ``resources/library.schema.json`` is its schema.
"""

from __future__ import annotations

import base64
import json
import math
from collections.abc import Iterable, Iterator, Mapping

Value = str | int | float | bytes | None

FORMAT = "khiva-notes-library"
VERSION = 1

JSON_COLUMNS = {
    ("items", "fields"),
    ("text_versions", "blocks"),
    ("text_versions", "pages"),
    ("saved_searches", "facets"),
    ("works", "csl"),
}
"""Columns in which the library keeps JSON as text; in the document they are that JSON itself."""


def document(tables: Iterable[tuple[str, Iterable[Mapping[str, Value]]]]) -> Iterator[str]:
    """Yield the document in pieces: its head, then each table with one row a line."""
    head = {"format": FORMAT, "version": VERSION}
    yield json.dumps(head)[:-1] + ',\n"tables": {'
    between = "\n"
    for table, rows in tables:
        yield f'{between}"{table}": ['
        between, comma = ",\n", "\n"
        for row in rows:
            yield comma + _row(table, row)
            comma = ",\n"
        yield "]"
    yield "}}\n"


def _row(table: str, row: Mapping[str, Value]) -> str:
    parts = (f"{json.dumps(name)}: {_value(table, name, value)}" for name, value in row.items())
    return "{" + ", ".join(parts) + "}"


def _value(table: str, column: str, value: Value) -> str:
    if isinstance(value, bytes):
        return f'"{base64.b64encode(value).decode("ascii")}"'
    if (table, column) in JSON_COLUMNS and isinstance(value, str):
        return value.replace("\r", " ").replace("\n", " ")
    if isinstance(value, float) and math.isinf(value):
        return "1e999" if value > 0 else "-1e999"
    return json.dumps(value, ensure_ascii=False)
