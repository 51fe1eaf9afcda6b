"""Whether two figures can both be true, with what they count and on what base."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from khiva_notes.model.conflicts.compare_texts import compare_texts
from khiva_notes.model.conflicts.figures import Counted, counted_thing, read_figure
from khiva_notes.model.conflicts.kinship import compare_counted
from khiva_notes.model.conflicts.showing import number_words, value_words
from khiva_notes.model.conflicts.statement import Judged, Statement
from khiva_notes.model.conflicts.wording import quoted

Range = tuple[float, float]
_TOLERANCE = 0.05
"""Measures converted from one system to another are rounded; a twentieth is taken as rounding."""


@dataclass(frozen=True, slots=True)
class _Side:
    """One statement's figure: the ranges it may mean, what it counts, and the words for it."""

    readings: tuple[Range, ...]
    counted: Counted
    words: str
    note: str = ""

    @property
    def low(self) -> float:
        return min(low for low, _ in self.readings)

    @property
    def high(self) -> float:
        return max(high for _, high in self.readings)

    @property
    def exact(self) -> bool:
        return len(self.readings) == 1 and self.low == self.high

    @property
    def figure(self) -> str:
        if len(self.readings) > 1:
            return " or ".join(number_words(*each) for each in self.readings)
        return number_words(self.low, self.high)


def compare_numbers(a: Statement, b: Statement) -> Judged:
    """Compare two statements of how many; a wording without a figure contradicts nothing."""
    one, other = _side(a), _side(b)
    if one is None or other is None:
        words = compare_texts(a, b)
        if words.relation == "same":
            return words
        unread = a if one is None else b
        return Judged("unknown", f"{quoted(value_words(unread))} is not understood as a figure")
    unit_a, unit_b = one.counted.unit, other.counted.unit
    if unit_a and unit_b and unit_a.dimension == unit_b.dimension and unit_a.size != unit_b.size:
        return _in_measures(one, other, unit_a.size, unit_b.size)
    kinship = compare_counted(one.counted, other.counted)
    if kinship.relation == "equal":
        return _of_one_thing(one, other)
    if kinship.relation == "unrelated":
        return Judged("compatible", f"the figures count different things: {kinship.why}")
    part, whole = (one, other) if kinship.relation == "first in second" else (other, one)
    if part.low > whole.high:
        return Judged(
            "contradictory",
            f"{_named(part)} are more than {_named(whole)}, but {kinship.why}",
        )
    if one.readings == other.readings:
        return Judged("compatible", f"the same figure, {one.figure}, on two bases: {kinship.why}")
    return Judged("compatible", f"{one.figure} and {other.figure}: {kinship.why}")


def _side(statement: Statement) -> _Side | None:
    """Take the figure as entered, and from its words what the entry cannot hold."""
    words = value_words(statement)
    read = read_figure(words)
    number = statement.number
    if number is None:
        if read is None:
            return None
        return _Side(read.readings, counted_thing(read.number.unit), words, read.note)
    entered = (number.low, number.high)
    unit = number.unit or (read.number.unit if read else "")
    if read and (read.number.low, read.number.high) == entered:
        return _Side(read.readings, counted_thing(unit), words, read.note)
    return _Side((entered,), counted_thing(unit), words)


def _of_one_thing(a: _Side, b: _Side) -> Judged:
    if a.readings == b.readings:
        if a.note:
            return Judged("same", f"both give the same figure, though {a.note}")
        return Judged("same", f"both give {a.figure}")
    note = next((f" ({side.note})" for side in (a, b) if side.note), "")
    if not any(_overlap(x, y) for x in a.readings for y in b.readings):
        if a.exact and b.exact and _rounds(a.low, b.low):
            fine, coarse = (a, b) if _rounds_to(a.low, b.low) else (b, a)
            return Judged(
                "compatible",
                f"{coarse.figure} is {fine.figure} rounded",
                finer="first" if fine is a else "second",
            )
        return Judged("contradictory", f"{_named(a)} and {_named(b)} exclude each other{note}")
    if note:
        return Judged("compatible", f"one reading of the figures agrees{note}")
    finer: Literal["", "first", "second"] = ""
    if b.low <= a.low and a.high <= b.high:
        finer = "first"
    elif a.low <= b.low and b.high <= a.high:
        finer = "second"
    if finer:
        inner, outer = (a, b) if finer == "first" else (b, a)
        return Judged("compatible", f"{inner.figure} lies within {_meaning(outer)}", finer=finer)
    return Judged("compatible", f"{_meaning(a)} and {_meaning(b)} overlap")


def _named(side: _Side) -> str:
    return f"{side.figure} {side.counted.words}".strip()


def _meaning(side: _Side) -> str:
    """Show a hedged figure with the range it was taken for."""
    if side.exact or not side.words:
        return side.figure
    return f"{quoted(side.words)} (taken as {side.figure})"


def _in_measures(a: _Side, b: _Side, size_a: float, size_b: float) -> Judged:
    """Convert the second figure into the first one's measure."""
    factor = size_b / size_a
    low, high = b.low * factor, b.high * factor
    converted = number_words(float(f"{low:.3g}"), float(f"{high:.3g}"), a.counted.words)
    said = f"{quoted(b.words)} is {converted}"
    tolerated = (1 - _TOLERANCE, 1 + _TOLERANCE)
    if not _overlap((low * tolerated[0], high * tolerated[1]), (a.low, a.high)):
        return Judged("contradictory", f"{said}, not {quoted(a.words)}")
    if a.exact and b.exact:
        return Judged("explained", f"{said}: the same in another measure")
    return Judged("compatible", f"{said}, which overlaps {quoted(a.words)}")


def _overlap(a: Range, b: Range) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _rounds(a: float, b: float) -> bool:
    return _rounds_to(a, b) or _rounds_to(b, a)


def _rounds_to(fine: float, coarse: float) -> bool:
    """Tell whether a figure rounded to two digits is the other: 9,847 is about 9,800, not 10,000.

    A coarse figure of one digit (10,000) is taken as rounded to its second digit (9,500 to 10,500).
    """
    if fine == coarse or coarse < 100:
        return False
    step = 10.0 ** (len(f"{coarse:.0f}") - 2)
    return coarse % step == 0 and fine % step != 0 and round(fine / step) * step == coarse
