"""Rows of a library read back from the JSON document that it was written into."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping
from typing import Any, TextIO

from khiva_notes.importers.notes.json_stream import JsonStream

FORMAT = "khiva-notes-library"
VERSION = 1

Value = str | int | float | bytes | None


def read_tables(
    file: TextIO, columns: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, dict[str, Value]]]:
    """Yield each row with its table's name, in the document's order.

    ``columns`` gives, by table, the types that the library declares. ValueError for a document
    that is none of ours, for one of a newer version, and for a row that does not fit its table.
    """
    stream = JsonStream(file)
    head: dict[str, Any] = {}
    seen = False
    for key in stream.names():
        if key != "tables":
            head[key] = stream.value()
            continue
        _must_be_ours(head)
        seen = True
        for table in stream.names():
            if table not in columns:
                raise ValueError(f"there is no table “{table}” in a library of this version")
            for number, row in enumerate(stream.members(), 1):
                yield table, _row(row, columns[table], f"row {number} of {table}")
    _must_be_ours(head)
    if not seen:
        raise ValueError("it has no tables")


def is_library_json(start: str) -> bool:
    """Tell from a file's first characters whether it is a library as JSON."""
    return start.lstrip("\ufeff \t\r\n").startswith("{") and f'"{FORMAT}"' in start[:300]


def _must_be_ours(head: Mapping[str, Any]) -> None:
    if head.get("format") != FORMAT:
        raise ValueError("it does not say that it is a library of Khiva Notes")
    if head.get("version") != VERSION:
        raise ValueError(f"it is of version {head.get('version')!r}, and {VERSION} is known here")


def _row(row: object, types: Mapping[str, str], where: str) -> dict[str, Value]:
    if not isinstance(row, dict) or set(row) != set(types):
        raise ValueError(f"{where} has not the columns {', '.join(types)}")
    return {name: _value(row[name], type_, f"{where}, {name}") for name, type_ in types.items()}


def _value(value: Any, type_: str, where: str) -> Value:
    if value is None:
        return None
    if type_ == "BLOB" and isinstance(value, str):
        return base64.b64decode(value, validate=True)
    if type_ == "TEXT" and isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    if type_ == "TEXT" and isinstance(value, str):
        value.encode()  # a lone surrogate is no text
        return value
    if type_ == "INTEGER" and isinstance(value, int) and not isinstance(value, bool):
        return value
    if type_ == "REAL" and isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    raise ValueError(f"{where} is no {type_}")
