"""What an account goes back to in the end, through other accounts and sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, Protocol

from khiva_notes.model.conflicts.components import strong_components

Place = tuple[Literal["account", "source", "person"], str]
Origin = tuple[Place, ...]
"""Where testimony begins: an account, source or speaker, or several that draw on one another."""


class Drawing(Protocol):
    """Whatever has a key, its own source, and what it draws on."""

    @property
    def key(self) -> str:
        """The account's key."""

    @property
    def source(self) -> str:
        """The key of the account's own source, "" if none."""

    @property
    def speaker(self) -> str:
        """The key of who speaks, "" if nobody is named."""

    @property
    def account_bases(self) -> tuple[str, ...]:
        """Keys of the accounts it draws on."""

    @property
    def source_bases(self) -> tuple[str, ...]:
        """Keys of the sources it draws on."""


def origins_of(
    voices: Sequence[Drawing], derivations: Mapping[str, Sequence[str]]
) -> dict[str, frozenset[Origin]]:
    """Give the origins of every account, by its key; never empty."""
    graph = pedigree(voices, derivations)
    home: dict[Place, Origin] = {}
    reached: dict[Origin, frozenset[Origin]] = {}
    for component in strong_components(graph):
        knot: Origin = tuple(sorted(component))
        home.update(dict.fromkeys(component, knot))
        beyond = {home[after] for place in component for after in graph.get(place, ())} - {knot}
        found = frozenset[Origin]().union(*(reached[each] for each in beyond))
        reached[knot] = found or frozenset({knot})
    return {voice.key: reached[home["account", voice.key]] for voice in voices}


def pedigree(
    voices: Sequence[Drawing], derivations: Mapping[str, Sequence[str]]
) -> dict[Place, list[Place]]:
    """Give what each account and source draws on directly.

    A source speaks through the accounts taken from it, if there are any, else it goes back to
    what it derives from. What an account itself is said to draw on outweighs the general
    derivation of its source. Several that draw on nothing and have one speaker go back to
    that person: they are one voice.
    """
    known = {voice.key for voice in voices}
    speaking: dict[str, list[str]] = {}
    for voice in voices:
        if voice.source:
            speaking.setdefault(voice.source, []).append(voice.key)
    own = Counter(
        voice.speaker
        for voice in voices
        if not (voice.account_bases or voice.source_bases or derivations.get(voice.source))
    )
    graph: dict[Place, list[Place]] = {}
    for voice in voices:
        bases: list[Place] = [("account", key) for key in voice.account_bases if key in known]
        bases += _sources(voice.source_bases)
        if not bases:
            bases = _sources(
                key for key in derivations.get(voice.source, ()) if key != voice.source
            )
        if not bases and own[voice.speaker] > 1 and voice.speaker:
            bases = [("person", voice.speaker)]
        graph["account", voice.key] = [base for base in bases if base != ("account", voice.key)]
    waiting = [place for bases in graph.values() for place in bases if place[0] == "source"]
    while waiting:
        place = waiting.pop()
        if place in graph:
            continue
        accounts: list[Place] = [("account", key) for key in speaking.get(place[1], ())]
        graph[place] = accounts or _sources(derivations.get(place[1], ()))
        waiting += [each for each in graph[place] if each[0] == "source"]
    return graph


def _sources(keys: Iterable[str]) -> list[Place]:
    return [("source", key) for key in keys]
