"""Names in notes (given name first) and in bibliographies (the first one turned round)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from khiva_notes.model.chicago.markup import text

_MOST_IN_A_NOTE = 3
_MOST_IN_A_BIBLIOGRAPHY = 10


def names(item: Mapping[str, Any], variable: str) -> list[Mapping[str, Any]]:
    """Return the names in a variable of an item, none that are empty."""
    given = item.get(variable)
    if not isinstance(given, list):
        return []
    return [each for each in given if isinstance(each, Mapping) and _straight(each)]


def in_note(people: Sequence[Mapping[str, Any]]) -> str:
    """Return names as a note gives them: up to three, else the first "et al." (14.76)."""
    if len(people) > _MOST_IN_A_NOTE:
        return f"{_straight(people[0])} et al."
    return _listed([_straight(person) for person in people])


def in_bibliography(people: Sequence[Mapping[str, Any]]) -> str:
    """Return names as a bibliography gives them: up to ten, else seven and "et al." (14.76)."""
    shown = [
        _turned(person) if not place else _straight(person) for place, person in enumerate(people)
    ]
    if len(shown) > _MOST_IN_A_BIBLIOGRAPHY:
        return f"{', '.join(shown[:7])}, et al."
    if len(shown) == 2:
        return f"{shown[0]}, and {shown[1]}"
    return _listed(shown)


def in_short(people: Sequence[Mapping[str, Any]]) -> str:
    """Return family names only, as a shortened note does."""
    if len(people) > _MOST_IN_A_NOTE:
        return f"{_family(people[0])} et al."
    return _listed([_family(person) for person in people])


def _listed(shown: Sequence[str]) -> str:
    if len(shown) < 3:
        return " and ".join(shown)
    return f"{', '.join(shown[:-1])}, and {shown[-1]}"


def _part(person: Mapping[str, Any], name: str) -> str:
    return text(person.get(name, ""))


def _family(person: Mapping[str, Any]) -> str:
    particle = _part(person, "non-dropping-particle")
    family = " ".join(part for part in (particle, _part(person, "family")) if part)
    return family or _part(person, "literal") or _part(person, "given")


def _given(person: Mapping[str, Any]) -> str:
    parts = (_part(person, "given"), _part(person, "dropping-particle"))
    return " ".join(part for part in parts if part)


def _straight(person: Mapping[str, Any]) -> str:
    if _part(person, "literal"):
        return _part(person, "literal")
    family = _family(person) if _part(person, "family") else ""
    parts = (_given(person), family, _part(person, "suffix"))
    return " ".join(part for part in parts if part)


def _turned(person: Mapping[str, Any]) -> str:
    if _part(person, "literal") or not _part(person, "family") or not _part(person, "given"):
        return _straight(person)
    parts = (_family(person), _given(person), _part(person, "suffix"))
    return ", ".join(part for part in parts if part)
