"""The fields a query can name, each with what it asks for and what it is completed with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from khiva_notes.search.documents import KINDS
from khiva_notes.search.layout import (
    ABOUT,
    AUTHOR,
    HAS,
    LANGUAGE,
    QUOTE,
    SOURCE,
    SPEAKER,
    STATUS,
    TAG,
    TITLE,
    WORDS,
)
from khiva_notes.search.query.dates import after, before, on
from khiva_notes.search.query.tree import And, Keyword, Kind, Node, Or, TextLeaf
from khiva_notes.search.words import keyword

Takes = Literal["words", "keyword", "date"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the query language.

    ``values`` are the values it is completed with; ``listed`` names the index's own field whose
    values the library knows better.
    """

    name: str
    takes: Takes
    meaning: str
    values: tuple[str, ...] = ()
    listed: str = ""
    of_words: Callable[[TextLeaf], Node] | None = None
    of_value: Callable[[str], Node | None] | None = None


def _item(name: str, field: str, meaning: str) -> Field:
    def ask(leaf: TextLeaf) -> Node:
        here = And((Kind(name), replace(leaf, field=field)))
        return Or((here, replace(leaf, field=ABOUT + name)))

    return Field(name, "words", meaning, listed=TITLE, of_words=ask)


def _words(name: str, field: str, meaning: str) -> Field:
    return Field(name, "words", meaning, of_words=lambda leaf: replace(leaf, field=field))


def _keyword(name: str, field: str, meaning: str, values: tuple[str, ...] = ()) -> Field:
    def ask(value: str) -> Node | None:
        key = keyword(value)
        return Keyword(field, key) if key.strip("*") else None

    return Field(name, "keyword", meaning, values, field, of_value=ask)


def _tag(value: str) -> Node | None:
    key = keyword(value)
    if not key.strip("*"):
        return None
    return (
        Keyword(TAG, key)
        if key.endswith("*")
        else Or((Keyword(TAG, key), Keyword(TAG, key + "/*")))
    )


def _kind(value: str) -> Node | None:
    kind = keyword(value)
    kind = kind if kind in KINDS else kind.removesuffix("s")
    return Kind(kind) if kind in KINDS else None


_IS = ("orphan", "unresolved", "disputed")

FIELDS: dict[str, Field] = {
    field.name: field
    for field in (
        _item("person", TITLE, "people with this name, and what is tied to them"),
        _item("event", TITLE, "events with this title, and what is tied to them"),
        _item("place", TITLE, "places with this name, and what is tied to them"),
        _item("group", TITLE, "groups with this name, and what is tied to them"),
        _item("claim", WORDS, "claims that say this"),
        _item("dispute", WORDS, "disputes in which this comes up"),
        _item("essay", WORDS, "essays that speak of this"),
        _words("source", SOURCE, "sources with this title or key, and their text"),
        _words("title", TITLE, "anything with this in its title or names"),
        _words("author", AUTHOR, "what this author wrote"),
        _words("speaker", SPEAKER, "what this person says"),
        _words("quote", QUOTE, "what quotes these words"),
        Field("tag", "keyword", "what has this tag", listed=TAG, of_value=_tag),
        Field("kind", "keyword", "one kind of thing", KINDS, of_value=_kind),
        _keyword("lang", LANGUAGE, "what is in this language (en, ru, uz ...)"),
        _keyword("status", STATUS, "what has this status"),
        _keyword("is", STATUS, "what is orphan, unresolved, disputed ...", _IS),
        _keyword("has", HAS, "what has quotations, dates, links ..."),
        Field("date", "date", "what may have happened then", of_value=on),
        Field("before", "date", "what may have happened before then", of_value=before),
        Field("after", "date", "what may have happened after then", of_value=after),
    )
}
"""Every field by its name, in the order in which they are offered."""
