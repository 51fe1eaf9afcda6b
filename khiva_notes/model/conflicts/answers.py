"""The answers that claims on one subject and aspect give, and which of them exclude each other.

An event has one "when", though its parts may have their own: two claims on it must have a word in
common, if they have words. Of everything else there may be several, and everything about a person
has many (a "when" of birth and one of death). There, and where one voice itself gives several
answers, two claims must answer the same question in their words before they can conflict.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from khiva_notes.model.conflicts.claims import ClaimStatement, Topic, same_question
from khiva_notes.model.conflicts.screening import screen, spared
from khiva_notes.model.conflicts.stances import judge

MOST_PAIRS = 100
"""Contradictory pairs of answers looked for in one place; more than anybody reads."""
_VOICE_ANSWERS = 8

_SHARED = frozenset(
    {
        "part",
        "join",
        "participat",
        "attend",
        "present",
        "fought",
        "fight",
        "serv",
        "help",
        "support",
    }
)
"""Stems of what several persons do together, so that two names for it exclude nothing."""

Answer = Sequence[ClaimStatement]
"""Claims that say the very same thing."""


def answers(members: Sequence[ClaimStatement]) -> list[Answer]:
    """Put claims together that say the very same, so that a thousand repeats cost one look."""
    found: dict[object, list[ClaimStatement]] = {}
    for claim in members:
        said = claim.statement
        meant = (said.card, said.date, said.number) if said.card or said.date or said.number else ""
        key = (said.stance, said.value_type, meant or said.value.casefold().strip())
        found.setdefault(key, []).append(claim)
    return list(found.values())


def exclusions(
    given: Sequence[Answer], aspect: str, cancelled: Callable[[], bool] = lambda: False
) -> dict[tuple[int, int], str]:
    """Give the reason for each two answers, by their places, that exclude each other.

    Stops after ``MOST_PAIRS``, or when cancelled.
    """
    found: dict[tuple[int, int], str] = {}
    screens = [screen(each[0].statement) for each in given]
    if all(each.quiet for each in screens):
        return found
    topics = [{claim.topic for claim in each} for each in given]
    asks = _asker(given, aspect)
    for i, statement in enumerate(each[0].statement for each in given):
        if cancelled():
            break
        for j in range(i):
            if not spared(screens[i], screens[j]) and _asked(topics[i], topics[j], asks):
                judged = judge(given[j][0].statement, statement)
                if judged.relation == "contradictory" and judged.proven:
                    found[j, i] = judged.why
        if len(found) >= MOST_PAIRS:
            break
    return dict(sorted(found.items()))


_Asks = Callable[[Topic, Topic], bool]


def _asked(one: Iterable[Topic], other: Iterable[Topic], asks: _Asks) -> bool:
    return any(asks(a, b) for a in one for b in other)


def _asker(given: Sequence[Answer], aspect: str) -> _Asks:
    """Choose how sure one must be that two claims answer one question."""
    if not all(claim.events for each in given for claim in each) or _has_room(given):
        return same_question
    if aspect == "when":
        return lambda a, b: not a or not b or bool(a & b)
    return lambda a, b: not a or not b or (same_question(a, b) and not (a & b & _SHARED))


def _has_room(given: Sequence[Answer]) -> bool:
    """Tell whether one voice itself gives answers that would exclude each other."""
    by_voice: dict[str, list[Answer]] = {}
    for each in given:
        for voice in {claim.statement.account for claim in each} - {""}:
            by_voice.setdefault(voice, []).append(each)
    return any(
        judge(a[0].statement, replace(b[0].statement, account="")).relation == "contradictory"
        for own in by_voice.values()
        for a, b in combinations(own[:_VOICE_ANSWERS], 2)
    )
