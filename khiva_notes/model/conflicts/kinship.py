"""How two things that are counted stand to one another: one thing, a part of the other, or two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from khiva_notes.model.conflicts.figures import Counted
from khiva_notes.model.conflicts.wording import quoted

Kin = Literal["equal", "first in second", "second in first", "unrelated"]


@dataclass(frozen=True, slots=True)
class Kinship:
    """What is part of what, and the words for it."""

    relation: Kin
    why: str = ""


def compare_counted(a: Counted, b: Counted) -> Kinship:
    """Compare what two figures count, then on what base."""
    thing, base = _thing(a, b), _base(a, b)
    if "unrelated" in (thing, base) or (thing != base and "equal" not in (thing, base)):
        return Kinship("unrelated", f"{quoted(a.words)} and {quoted(b.words)}")
    relation = base if thing == "equal" else thing
    if relation == "equal":
        return Kinship("equal")
    part, whole = (a, b) if relation == "first in second" else (b, a)
    return Kinship(relation, _whole_and_part(whole, part))


def _whole_and_part(whole: Counted, part: Counted) -> str:
    """Say why the one figure cannot be less than the other."""
    large = quoted(whole.words) if whole.words else "the other figure"
    small = quoted(part.words) if part.words else "the other figure"
    if whole.base == part.base:
        return f"{large} takes in {small}"
    if part.base == "plain":
        return f"{large} counts in what {small} may leave out"
    if whole.base == "plain":
        return f"{small} leaves out what {large} may count in"
    return f"{large} counts in what {small} leaves out"


def _thing(a: Counted, b: Counted) -> Kin:
    if (a.open or b.open) and _fits(a, b):
        return "equal"
    if a.unit and b.unit and a.unit != b.unit:
        if a.unit.dimension != b.unit.dimension:
            return "unrelated"
        if a.unit.part_of and a.unit.part_of == b.unit.group:
            return "first in second"
        if b.unit.part_of and b.unit.part_of == a.unit.group:
            return "second in first"
        return "unrelated"
    if bool(a.unit) != bool(b.unit):
        return "unrelated"
    if a.detail == b.detail:
        return "equal"
    if a.detail > b.detail and (b.unit or b.detail):
        return "first in second"
    if a.detail < b.detail and (a.unit or a.detail):
        return "second in first"
    return "unrelated"


def _fits(a: Counted, b: Counted) -> bool:
    """People may be soldiers or rebels, but not households; a bare figure may be anything."""
    return not a.unit or not b.unit or a.unit.dimension == b.unit.dimension


_WIDTH = {"without": 0, "plain": 1, "with": 2}


def _base(a: Counted, b: Counted) -> Kin:
    """What counts the auxiliaries too is never less than what does not."""
    if a.base == b.base:
        return "equal" if a.aside == b.aside else "unrelated"
    if a.aside and b.aside and not a.aside & b.aside:
        return "unrelated"
    return "first in second" if _WIDTH[a.base] < _WIDTH[b.base] else "second in first"
