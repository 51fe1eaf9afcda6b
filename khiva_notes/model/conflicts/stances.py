"""Whether two accounts can both be right, given that one may deny what the other asserts."""

from __future__ import annotations

from khiva_notes.model.conflicts.compare import judge_values
from khiva_notes.model.conflicts.showing import value_words
from khiva_notes.model.conflicts.statement import Judged, Statement
from khiva_notes.model.conflicts.wording import inside, quoted


def judge(a: Statement, b: Statement) -> Judged:
    """Judge two statements that speak: asserted or denied, with or without a value."""
    value_a, value_b = value_words(a), value_words(b)
    if a.stance == b.stance == "denies":
        return _both_deny(a, b)
    if a.stance == "denies" or b.stance == "denies":
        return _one_denies(a, b)
    if not value_a or not value_b:
        if not value_a and not value_b:
            return Judged("same", "both assert it and give no value")
        return Judged("compatible", "only one of them gives a value")
    return judge_values(a, b)


def _both_deny(a: Statement, b: Statement) -> Judged:
    value_a, value_b = value_words(a), value_words(b)
    if not value_a or not value_b:
        if value_a == value_b:
            return Judged("same", "both deny it")
        return Judged(
            "compatible", f"one denies only {quoted(value_a or value_b)}, the other all of it"
        )
    found = judge_values(a, b)
    if found.relation in ("same", "explained"):
        return Judged(found.relation, f"both deny it: {found.why}")
    return Judged(
        "compatible", f"both deny: {quoted(value_a)} and {quoted(value_b)} can both be untrue"
    )


def _one_denies(a: Statement, b: Statement) -> Judged:
    """A denial contradicts what lies wholly inside it, and nothing else."""
    asserting, denying = (b, a) if a.stance == "denies" else (a, b)
    asserted, denied = value_words(asserting), value_words(denying)
    yes, no = inside(asserting.account), inside(denying.account)
    if not denied:
        return Judged("contradictory", f"{no} denies what {yes} asserts")
    if not asserted:
        return Judged("compatible", f"{no} rules out only {quoted(denied)}")
    found = judge_values(asserting, denying)
    if found.relation in ("same", "explained"):
        return Judged("contradictory", f"{no} denies the very thing {yes} asserts: {found.why}")
    if found.finer == "first":
        return Judged(
            "contradictory", f"{no} denies {quoted(denied)}, and {quoted(asserted)} lies within it"
        )
    if found.finer == "second":
        return Judged("compatible", f"{no} rules out only a part of {quoted(asserted)}")
    if found.relation == "contradictory":
        return Judged("compatible", f"{no} denies another thing than {yes} asserts")
    return Judged("compatible", f"{no} denies {quoted(denied)}, which leaves room for the other")
