"""The query language as a search line needs it: what is tinted, completed and narrowed down."""

from __future__ import annotations

import re
from collections.abc import Iterator

from khiva_notes.search.query.completion import Completion, complete
from khiva_notes.search.query.fields import FIELDS
from khiva_notes.search.query.lexer import Part, cut
from khiva_notes.search.query.parser import Role, Span, parse

__all__ = [
    "Completion",
    "Role",
    "Span",
    "clause",
    "complete",
    "has_clause",
    "spans",
    "with_clause",
    "without_clause",
]

_PLAIN = re.compile(r"[^\s()\"“”„«»]+")


def spans(query: str) -> tuple[Span, ...]:
    """Return the parts of a query that mean more than words, in code points, ends exclusive."""
    return parse(query).spans


def clause(field: str, value: str) -> str:
    """Return the clause that asks for a value of a field, quoted where it has to be."""
    bare = value.replace('"', " ")
    return f"{field}:{bare}" if _PLAIN.fullmatch(value) else f'{field}:"{" ".join(bare.split())}"'


def has_clause(query: str, wanted: str) -> bool:
    """Tell whether a query is narrowed down by a clause that ``clause`` has made."""
    return next(_places(query, wanted), None) is not None


def with_clause(query: str, wanted: str) -> str:
    """Return the query narrowed down by a clause; what it asked for already is kept together.

    The clause comes first, so that a last word that is still being typed stays the last.
    """
    query = query.strip()
    if not query or has_clause(query, wanted):
        return query or wanted
    return f"{wanted} ({query})" if _has_alternatives(query) else f"{wanted} {query}"


def without_clause(query: str, unwanted: str) -> str:
    """Return the query without a clause, as it was before the clause was added."""
    for start, end in reversed(list(_places(query, unwanted))):
        query = f"{query[:start].rstrip()} {query[end:].lstrip()}".strip()
    bare = query[1:-1] if query.startswith("(") and query.endswith(")") else ""
    return bare if bare and "(" not in bare and ")" not in bare else query


def _parts(query: str) -> list[Part]:
    return cut(query, frozenset(FIELDS))


def _places(query: str, wanted: str) -> Iterator[tuple[int, int]]:
    asked = _parts(wanted)
    if len(asked) != 2:
        return
    parts = _parts(query)
    depth = 0
    for at, part in enumerate(parts):
        depth += {"open": 1, "close": -1}.get(part.kind, 0)
        value = parts[at + 1] if at + 1 < len(parts) else None
        same = value is not None and [(part.kind, part.text), (value.kind, value.text)] == [
            (each.kind, each.text) for each in asked
        ]
        denied = at > 0 and parts[at - 1].kind in ("minus", "not")
        if same and value is not None and depth == 0 and not denied:
            yield part.start, value.end


def _has_alternatives(query: str) -> bool:
    depth = 0
    for part in _parts(query):
        depth += {"open": 1, "close": -1}.get(part.kind, 0)
        if part.kind == "or" and depth <= 0:
            return True
    return False
