"""The typed relations between things, read from either end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Relation:
    """A type of link: ``label`` reads from its beginning, ``inverse`` from its end."""

    name: str
    label: str
    inverse: str


_BUILT_IN = (
    Relation("speaker", "is said by", "says"),
    Relation("about", "is about", "is spoken of in"),
    Relation("place", "took place at", "is the place of"),
    Relation("participant", "had taking part", "took part in"),
    Relation("author", "was written by", "is the author of"),
    Relation("derived-from", "derives from", "is drawn on by"),
    Relation("member-of", "is a member of", "has as a member"),
    Relation("part-of", "is part of", "contains"),
    Relation("supports", "supports", "is supported by"),
    Relation("contradicts", "contradicts", "is contradicted by"),
    Relation("qualifies", "qualifies", "is qualified by"),
    Relation("repeats", "repeats", "is repeated by"),
    Relation("explains", "explains", "is explained by"),
    Relation("same-event-as", "is the same event as", "is the same event as"),
    Relation("cause-of", "is a cause of", "was caused by"),
    Relation("witness-of", "witnessed", "was witnessed by"),
    Relation("kin-of", "is kin of", "is kin of"),
    Relation("successor-of", "is the successor of", "was succeeded by"),
    Relation("mentions", "mentions", "is mentioned in"),
    Relation("means", "means", "is meant by"),
)

MERGED = "merged-into"
"""The type of link from a card that was merged to the one that it became part of."""

RELATIONS: dict[str, Relation] = {relation.name: relation for relation in _BUILT_IN}


def relation_named(name: str, own: Mapping[str, Relation] | None = None) -> Relation:
    """Return the built-in relation, or one of the library's ``own``.

    A name that is neither reads as itself from both ends.
    """
    words = name.replace("-", " ")
    known = RELATIONS.get(name) or (own or {}).get(name)
    return known or Relation(name, words, f"{words} (of)")
