"""The answers that claims on one subject and aspect give, and which of them exclude each other.

An event has one "when"; of everything else there may be several, and everything about a person
has many (a "when" of birth and one of death). There, and where one voice itself gives several
answers, two claims must answer the same question in their words before they can conflict.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations

from khiva_notes.model.conflicts.claims import ClaimStatement, answer_one_question, same_question
from khiva_notes.model.conflicts.screening import can_conflict
from khiva_notes.model.conflicts.stances import judge

MOST_PAIRS = 100
"""Contradictory pairs of answers looked for in one place; more than anybody reads."""
_STEP = 64
_VOICE_ANSWERS = 8

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
    if len(given) < 2 or not can_conflict([each[0].statement for each in given]):
        return found
    asks = _asker(given, aspect)
    for number, (i, j) in enumerate(combinations(range(len(given)), 2)):
        if len(found) >= MOST_PAIRS or (number % _STEP == 0 and cancelled()):
            break
        a, b = given[i][0].statement, given[j][0].statement
        if can_conflict((a, b)) and any(asks(x, y) for x in given[i] for y in given[j]):
            judged = judge(a, b)
            if judged.relation == "contradictory" and judged.proven:
                found[i, j] = judged.why
    return found


def _asker(
    given: Sequence[Answer], aspect: str
) -> Callable[[ClaimStatement, ClaimStatement], bool]:
    """Choose how sure one must be that two claims answer one question."""
    if not all(claim.events for each in given for claim in each) or _has_room(given):
        return same_question
    return (lambda a, b: True) if aspect == "when" else answer_one_question


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
