"""A query cut into its parts, each where it stands; any text can be cut."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

PartKind = Literal["open", "close", "and", "or", "not", "minus", "field", "quoted", "text"]

_OPENING = '"“”„«»'
_QUOTED = re.compile(r'"([^"]*)"|[“„]([^“”]*)[“”]|«([^«»]*)»')
_FIELD = re.compile(r"([A-Za-z]+):(?=[^\s:)])(?!//)")
_TEXT = re.compile(rf"[^\s(){_OPENING}]+")
_OPERATORS: dict[str, PartKind] = {"AND": "and", "OR": "or", "NOT": "not"}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a query: what it is, its text (of a quotation, what is inside), its span."""

    kind: PartKind
    text: str
    start: int
    end: int


def cut(query: str, fields: frozenset[str]) -> list[Part]:
    """Cut ``query``; only words of ``fields`` before a colon are fields, all else is text.

    A quotation mark without its partner is passed over, so that what follows is still text.
    """
    parts: list[Part] = []
    at = 0
    while at < len(query):
        part = _next(query, at, fields, parts)
        if part is None:
            at += 1
        else:
            parts.append(part)
            at = part.end
    return parts


def _next(query: str, at: int, fields: frozenset[str], before: list[Part]) -> Part | None:
    letter = query[at]
    if letter.isspace():
        return None
    if letter in "()":
        return Part("open" if letter == "(" else "close", letter, at, at + 1)
    if quoted := _QUOTED.match(query, at):
        inside = next(group for group in quoted.groups() if group is not None)
        return Part("quoted", inside, at, quoted.end())
    begins = at == 0 or query[at - 1].isspace() or query[at - 1] in "(:"
    if letter == "-" and _begins_clause(query, at):
        return Part("minus", letter, at, at + 1)
    if begins or (before and before[-1].kind == "minus" and before[-1].end == at):
        field = _FIELD.match(query, at)
        if field and field[1].lower() in fields:
            return Part("field", field[1].lower(), at, field.end())
    text = _TEXT.match(query, at)
    if text is None:
        return None
    return Part(_OPERATORS.get(text[0], "text"), text[0], at, text.end())


def _begins_clause(query: str, at: int) -> bool:
    alone = at == 0 or query[at - 1].isspace() or query[at - 1] == "("
    return alone and at + 1 < len(query) and not query[at + 1].isspace() and query[at + 1] != "-"
