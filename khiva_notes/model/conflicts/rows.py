"""What a row of the comparison amounts to, from what each two of its accounts amount to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from khiva_notes.model.conflicts.showing import says
from khiva_notes.model.conflicts.stances import judge
from khiva_notes.model.conflicts.statement import Pair, RowState, State, Statement
from khiva_notes.model.conflicts.wording import counted, listed, sentence


def row_state(statements: Sequence[Statement]) -> RowState:
    """Tell whether what accounts say on one aspect can all be true, and why.

    Only those that assert or deny count; silence is never a contradiction.
    """
    speaking = [i for i, each in enumerate(statements) if each.stance in ("asserts", "denies")]
    if not speaking:
        return RowState("silent", _nobody(statements))
    if len(speaking) == 1:
        only = statements[speaking[0]]
        return RowState("single", sentence(f"only {says(only)}"))
    pairs = []
    for i, j in combinations(speaking, 2):
        judged = judge(statements[i], statements[j])
        pairs.append(Pair(i, j, judged.relation, sentence(judged.why), judged.proven))
    state = _state(pairs)
    return RowState(state, _why(state, statements, speaking, pairs), tuple(pairs))


def _state(pairs: Sequence[Pair]) -> State:
    relations = {pair.relation for pair in pairs}
    if "contradictory" in relations:
        return "conflict"
    return "agree" if relations == {"same"} else "compatible"


def _nobody(statements: Sequence[Statement]) -> str:
    """Silence is typed: not mentioning is not the same as not covering or not being read."""
    kinds = (
        ("silent", "does not mention it", "do not mention it"),
        ("out-of-scope", "does not cover it", "do not cover it"),
        ("not-read", "is not yet read for it", "are not yet read for it"),
    )
    parts = []
    for stance, one, many in kinds:
        labels = [each.account for each in statements if each.stance == stance]
        if labels:
            parts.append(f"{listed(labels)} {one if len(labels) == 1 else many}")
    return sentence("; ".join(parts) or "there is no account yet")


def _why(
    state: State, statements: Sequence[Statement], speaking: Sequence[int], pairs: Sequence[Pair]
) -> str:
    if state == "agree":
        return _agreement(statements, speaking, pairs)
    wanted = _telling(state, pairs)
    first = wanted[0]
    one, other = statements[first.i], statements[first.j]
    opening = sentence(f"{says(one)}; {says(other)}")
    rest = len(wanted) - 1
    if not rest:
        return f"{opening} {first.why}"
    kind = "contradiction" if state == "conflict" else "difference"
    return f"{opening} {first.why} ({counted(rest, f'more {kind}').capitalize()}.)"


def _telling(state: State, pairs: Sequence[Pair]) -> list[Pair]:
    """Choose what the explanation speaks of: a proven contradiction before one of wording."""
    if state == "conflict":
        found = [pair for pair in pairs if pair.relation == "contradictory"]
        return sorted(found, key=lambda pair: not pair.proven)
    order = ("explained", "compatible", "unknown", "same")
    found = [pair for pair in pairs if pair.relation != "same"]
    return sorted(found, key=lambda pair: order.index(pair.relation))


def _agreement(
    statements: Sequence[Statement], speaking: Sequence[int], pairs: Sequence[Pair]
) -> str:
    labels = listed([statements[i].account for i in speaking])
    spelt = {says(statements[i]).removeprefix(statements[i].account) for i in speaking}
    if len(spelt) == 1:
        verb = "assert" if statements[speaking[0]].stance == "asserts" else "deny"
        return sentence(f"{labels} {verb} the same: {pairs[0].why[0].lower()}{pairs[0].why[1:]}")
    return sentence(f"{labels} say the same") + f" {pairs[0].why}"
