"""CSL-JSON, the bibliography of Zotero, Mendeley and pandoc: an array of items."""

from __future__ import annotations

import json
from typing import Any

from khiva_notes.importers.bibliography.contract import (
    Bibliography,
    BibliographyFormat,
    Entry,
    Problem,
)
from khiva_notes.model.errors import UserError

_DEEPEST = 20


def _read(text: str) -> Bibliography:
    try:
        told = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise UserError(
            f"The file is not whole JSON{where}.", "Export it once more from where it came."
        ) from error
    if isinstance(told, dict):
        # Some programs wrap the array, or write one item without any.
        told = told["items"] if isinstance(told.get("items"), list) else [told]
    if not isinstance(told, list):
        raise UserError("The JSON is no list of works.", "Export the works as CSL-JSON.")
    entries, problems = [], []
    for number, item in enumerate(told, 1):
        wrong = _fault(item)
        if wrong:
            problems.append(Problem(f"Work {number} of the list {wrong}"))
            continue
        tags = tuple(
            word.strip() for word in str(item.pop("keyword", "")).split(",") if word.strip()
        )
        entries.append(Entry(item, tags=tags))
    return Bibliography(tuple(entries), tuple(problems))


def _fault(item: Any) -> str:
    if not isinstance(item, dict):
        return "is no object."
    if not any(item.get(name) for name in ("title", "author", "container-title", "id")):
        return "has neither a title nor an author."
    if _depth(item) > _DEEPEST:
        return "is nested deeper than any bibliography is."
    return ""


def _depth(value: Any) -> int:
    deepest, layer = 0, [value]
    while layer and deepest <= _DEEPEST:
        deepest += 1
        inside: list[Any] = []
        for each in layer:
            if isinstance(each, dict):
                inside += each.values()
            elif isinstance(each, list):
                inside += each
        layer = inside
    return deepest


def _claims(start: str) -> bool:
    told = start[:4096]
    return told[:1] in "[{" and '"type"' in told and ('"title"' in told or '"author"' in told)


CSL_JSON = BibliographyFormat("CSL-JSON", (".json", ".csljson"), _read, _claims)
