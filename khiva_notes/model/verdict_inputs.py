"""What a verdict rested on, as words by place, and what of it has changed since."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from khiva_notes.model.conflicts.wording import quoted

Inputs = Mapping[str, Mapping[str, Mapping[str, str | list[str]]]]
"""By section ("accounts", "aspects", "cells", "cards", "builds on"), thing and property: words."""

_SECTIONS = {
    "accounts": "account",
    "aspects": "row",
    "cells": "cell",
    "cards": "card",
    "builds on": "verdict it builds on,",
}


@dataclass(frozen=True, slots=True)
class InputChange:
    """One thing a verdict rests on that is no longer what it was; "" where it was or is not.

    ``place`` names it, ``sentence`` says all three in words.
    """

    place: str
    before: str
    after: str
    sentence: str


def packed(inputs: Inputs) -> str:
    """Return inputs as text to keep; equal inputs give equal texts."""
    return json.dumps(inputs, ensure_ascii=False, sort_keys=True)


def digest(packed_inputs: str) -> str:
    """Return a short text that differs where inputs differ."""
    return hashlib.sha256(packed_inputs.encode()).hexdigest()[:32]


def changes(before: Inputs, after: Inputs) -> tuple[InputChange, ...]:
    """Tell what differs between two moments, in the order of accounts, rows, cells and cards."""
    found: list[InputChange] = []
    for section, word in _SECTIONS.items():
        was, now = before.get(section, {}), after.get(section, {})
        for thing in dict.fromkeys([*was, *now]):
            name = _name(word, thing, now.get(thing) or was.get(thing) or {})
            if thing not in was:
                found.append(InputChange(name, "", "there", f"New: {name}."))
            elif thing not in now:
                found.append(InputChange(name, "there", "", f"Gone: {name}."))
            else:
                found += _differing(name, was[thing], now[thing])
    return tuple(found)


def _name(word: str, thing: str, properties: Mapping[str, str | list[str]]) -> str:
    label = properties.get("name") or thing
    return f"the {word} {quoted(str(label))}"


def _differing(
    name: str, was: Mapping[str, str | list[str]], now: Mapping[str, str | list[str]]
) -> list[InputChange]:
    found = []
    for what in dict.fromkeys([*was, *now]):
        old, new = was.get(what, ""), now.get(what, "")
        if old == new:
            continue
        if isinstance(old, list) or isinstance(new, list):
            found += _listed(name, what, list(old), list(new))
            continue
        place = f"{name}: {what}"
        found.append(InputChange(place, old, new, _sentence(place, old, new)))
    return found


def _listed(name: str, what: str, old: list[str], new: list[str]) -> list[InputChange]:
    """Set what went beside what came, one by one, so that a changed passage reads as such."""
    gone = [each for each in old if each not in new]
    come = [each for each in new if each not in old]
    place = f"{name}: {what}"
    if not gone and not come:
        order = f"{place} stand in another order."
        return [InputChange(place, "; ".join(old), "; ".join(new), order[0].upper() + order[1:])]
    found = []
    for number in range(max(len(gone), len(come))):
        was = gone[number] if number < len(gone) else ""
        now = come[number] if number < len(come) else ""
        found.append(InputChange(place, was, now, _sentence(place, was, now)))
    return found


def _sentence(place: str, old: str, new: str) -> str:
    place = place[0].upper() + place[1:]
    if not old:
        return f"{place}: now {quoted(new)}, before nothing."
    if not new:
        return f"{place}: was {quoted(old)}, now nothing."
    return f"{place}: was {quoted(old)}, now {quoted(new)}."
