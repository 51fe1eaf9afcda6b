"""What the word under the cursor of the search box may become: a field, or a field's value."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from khiva_notes.search.query.fields import FIELDS
from khiva_notes.search.words import keyword

Values = Callable[[str, str], Sequence[str]]
"""Gives the library's values of a field that begin so; see ``SearchIndex.values``."""

_CLAUSE = re.compile(r"(?:(?<=[\s(:-])|^)-?(?:([A-Za-z]+):)?(\"[^\"]*|[^\s()\"]*)$")
_MOST = 12


@dataclass(frozen=True, slots=True)
class Completion:
    """Replace ``query[start:end]`` (code points) by ``text``; ``meaning`` explains it."""

    start: int
    end: int
    text: str
    meaning: str = ""


def complete(query: str, cursor: int, values: Values) -> list[Completion]:
    """List what the clause before ``cursor`` may be completed to, the likeliest first."""
    clause = _CLAUSE.search(query, 0, cursor)
    if clause is None:
        return []
    name, begun = clause[1], clause[2]
    if name is None:
        return _fields(begun, clause.start(2), cursor) if begun else []
    field = FIELDS.get(name.lower())
    if field is None:
        return []
    start = clause.start(2)
    wanted = keyword(begun.strip('"'))
    known = [value for value in field.values if value.startswith(wanted)]
    if field.listed:
        known += values(field.name, wanted)
    texts = dict.fromkeys(
        f'"{value}"' if re.search(r"[\s():]", value) else value for value in known
    )
    return [Completion(start, cursor, text) for text in list(texts)[:_MOST] if text != begun]


def _fields(begun: str, start: int, end: int) -> list[Completion]:
    return [
        Completion(start, end, f"{field.name}:", field.meaning)
        for field in FIELDS.values()
        if field.name.startswith(begun.lower())
    ]
