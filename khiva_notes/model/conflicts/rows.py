"""What a row of the comparison amounts to, from what each two of its accounts amount to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from khiva_notes.model.conflicts.showing import says, value_words
from khiva_notes.model.conflicts.stances import judge
from khiva_notes.model.conflicts.statement import Pair, RowState, State, Statement
from khiva_notes.model.conflicts.wording import counted, inside, listed, quoted, sentence

_PLAIN = ("the same words", "the same name")
"""Reasons that need no telling where the values are shown."""


def row_state(statements: Sequence[Statement]) -> RowState:
    """Tell whether what accounts say on one aspect can all be true, and why.

    Only those that assert or deny count; silence is never a contradiction. "agree" needs every
    two to say the same; what differs only in calendar or measure is "compatible".
    """
    speaking = [i for i, each in enumerate(statements) if each.stance in ("asserts", "denies")]
    if not speaking:
        return RowState("silent", _silence(statements) or "There is no account yet.")
    if len(speaking) == 1:
        only = sentence(f"only {says(statements[speaking[0]])}")
        return RowState("single", f"{only} {_silence(statements)}".strip())
    pairs = tuple(_pair(statements, i, j) for i, j in combinations(speaking, 2))
    state = _state(pairs)
    groups = _groups(speaking, pairs)
    if state == "agree":
        return RowState(state, _agreement([statements[i] for i in speaking], pairs), pairs)
    return RowState(state, _difference(state, statements, groups, pairs), pairs)


def _pair(statements: Sequence[Statement], i: int, j: int) -> Pair:
    a, b = statements[i], statements[j]
    judged = judge(a, b)
    why = f"{says(a)}, {says(b)}: {judged.why}"
    return Pair(i, j, judged.relation, sentence(why), judged.proven, judged.why)


def _state(pairs: Sequence[Pair]) -> State:
    relations = {pair.relation for pair in pairs}
    if "contradictory" in relations:
        return "conflict"
    return "agree" if relations == {"same"} else "compatible"


def _silence(statements: Sequence[Statement]) -> str:
    """Silence is typed: not mentioning is not the same as not covering or not being read."""
    kinds = (
        ("silent", "does not mention it", "do not mention it"),
        ("out-of-scope", "does not cover it", "do not cover it"),
        ("not-read", "is not yet read for it", "are not yet read for it"),
    )
    parts = []
    for stance, one, many in kinds:
        labels = [inside(each.account) for each in statements if each.stance == stance]
        if labels:
            parts.append(f"{listed(labels)} {one if len(labels) == 1 else many}")
    return sentence("; ".join(parts))


def _groups(speaking: Sequence[int], pairs: Sequence[Pair]) -> list[list[int]]:
    """Put those together who say the same, in the order of the columns."""
    same = {(pair.i, pair.j) for pair in pairs if pair.relation == "same"}
    groups: list[list[int]] = []
    for place in speaking:
        home = next((group for group in groups if all((i, place) in same for i in group)), None)
        if home is None:
            groups.append([place])
        else:
            home.append(place)
    return groups


def _agreement(speakers: Sequence[Statement], pairs: Sequence[Pair]) -> str:
    labels = listed([inside(each.account) for each in speakers])
    verb = "deny" if speakers[0].stance == "denies" else "say"
    wordings = dict.fromkeys(value_words(each) for each in speakers)
    if len(wordings) == 1:
        value = next(iter(wordings))
        return sentence(f"{labels} {verb} {quoted(value)}" if value else pairs[0].reason)
    reasons = dict.fromkeys(pair.reason for pair in pairs)
    telling = next((each for each in reasons if each not in _PLAIN), "")
    shown = listed([quoted(each) for each in wordings if each])
    return sentence(
        f"{labels} {verb} the same, {shown}: {telling}"
        if telling
        else f"{labels} {verb} the same, {shown}"
    )


def _difference(
    state: State,
    statements: Sequence[Statement],
    groups: Sequence[Sequence[int]],
    pairs: Sequence[Pair],
) -> str:
    wanted = _telling(state, pairs)
    first = wanted[0]
    if len(pairs) == 1:
        return first.why
    heads = [[statements[i] for i in group] for group in groups]
    opening = sentence("; ".join(_say_together(group) for group in heads))
    if len(groups) == 2:
        return f"{opening} {sentence(first.reason)}"
    names = [inside(statements[place].account) for place in (first.i, first.j)]
    closing = sentence(f"{listed(names)}: {first.reason}")
    others = len(_between(wanted, groups)) - 1
    if others < 1:
        return f"{opening} {closing}"
    verb = "differ" if others > 1 else "differs"
    further = sentence(f"{counted(others, 'further pair')} {verb} likewise")
    return f"{opening} {closing} {further}"


def _between(pairs: Sequence[Pair], groups: Sequence[Sequence[int]]) -> set[tuple[int, int]]:
    """Count a difference between two groups once, however many voices repeat it."""
    home = {place: number for number, group in enumerate(groups) for place in group}
    return {(min(x, y), max(x, y)) for x, y in ((home[p.i], home[p.j]) for p in pairs)}


def _telling(state: State, pairs: Sequence[Pair]) -> list[Pair]:
    """Choose what the explanation speaks of: a proven contradiction before one of wording."""
    if state == "conflict":
        found = [pair for pair in pairs if pair.relation == "contradictory"]
        return sorted(found, key=lambda pair: not pair.proven)
    order = ("explained", "compatible", "unknown")
    found = [pair for pair in pairs if pair.relation != "same"]
    return sorted(found, key=lambda pair: order.index(pair.relation))


def _say_together(group: Sequence[Statement]) -> str:
    if len(group) == 1:
        return says(group[0])
    names = listed([inside(each.account) for each in group])
    value = value_words(group[0])
    verb = "deny" if group[0].stance == "denies" else "say"
    return f"{names} {verb} {quoted(value) if value else 'it'}"
