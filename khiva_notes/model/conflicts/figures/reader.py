"""Reads "about three thousand people" or "10–12 тысяч человек" as a range with its unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from khiva_notes.model.conflicts.figures.grammar import Value, find_value, shared_scale, value_at
from khiva_notes.model.conflicts.figures.hedges import (
    VAGUE_HIGH,
    VAGUE_LOW,
    hedge_after,
    hedge_before,
    vague_before,
    widened,
)
from khiva_notes.model.conflicts.figures.tokens import Token, tokens
from khiva_notes.model.disputes import Number

_JOINERS = frozenset({"to", "or", "till", "bis", "oder", "à", "ou", "до", "или"})
_AND = frozenset({"and", "und", "et", "и"})
_BETWEEN = re.compile(r"(?:between|zwischen|entre|между)\s*$", re.I)
_FROM = re.compile(r"(?:^|\s)(?:from|von|de|от|с)\s*$", re.I)
_NOTHING = re.compile(
    r"(?:none|nobody|no one|not (?:a single )?one|никто|никого|ни одного|keiner?"
    r"|aucune?|personne)\b|(?:no|нет|kein(?:e|en)?) (?=\w)",
    re.I,
)
_FEW = re.compile(
    r"(?:several|a few|a couple of|несколько|einige|mehrere|quelques|plusieurs|bir necha) ", re.I
)
_MONEY = {"£": "pounds", "$": "dollars", "€": "euros", "₽": "roubles", "%": "per cent"}
_LEADING = re.compile(r"^[\s:.,–—-]*(?:(?:of|de|von|strong|the|les|des)\b|d['’])?\s*", re.I)
_CUT = re.compile(r"[;.!?]|,(?!\s*(?:with|without|including|excluding|not|counting|besides|apart))")
_BEFORE = re.compile(r"([^\W\d_]+)\s*(?:\bof|:|=)\s*$")
_ADDED = re.compile(r"(?:\band|\bund|\bet|\bи|\bplus|\bплюс|\+|&)\s*$", re.I)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it was read; ``readings`` are the ranges it may mean, ``note`` says why two."""

    number: Number
    readings: tuple[tuple[float, float], ...]
    note: str = ""


@lru_cache(maxsize=1 << 10)
def read_figure(words: str) -> Figure | None:
    """Read a figure and keep what is doubtful about it; see ``conflicts.read_number``."""
    found = tokens(words)
    first = find_value(found)
    if first is None:
        return _without_numeral(words)
    before = words[: found[first.start].start]
    between = _BETWEEN.search(before)
    if between:
        first = value_at(found, first.start, with_and=False) or first
    last = _range_end(found, first, bool(between))
    if last is not None:
        first = shared_scale(first, last)
    end = found[(last or first).end - 1].end
    after = words[end:]
    if _is_sum(found, (last or first).end, words, end):
        return None
    low, high, before, after = _hedged(first, last, before, after)
    unit = _unit(before, after)
    if first.odd:
        return _two_readings(words, first.odd, unit)
    return Figure(Number(low, high, unit), ((low, high),))


def _range_end(found: Sequence[Token], first: Value, between: bool) -> Value | None:
    """Read the second number of a range: 10–12 thousand, two or three hundred."""
    if first.end + 1 >= len(found) or first.vague:
        return None
    joiner = found[first.end]
    if (
        joiner.kind != "dash"
        and joiner.text not in _JOINERS
        and not (between and joiner.text in _AND)
    ):
        return None
    last = value_at(found, first.end + 1, with_and=not between)
    if last is None or shared_scale(first, last).value > last.value:
        return None
    return last


def _hedged(
    first: Value, last: Value | None, before: str, after: str
) -> tuple[float, float, str, str]:
    low, high = first.value, (last or first).value
    if last is not None:
        before = _FROM.sub("", _BETWEEN.sub("", before))
    rest = vague_before(before) if first.start == first.end - 1 and first.scale > 1 else None
    if first.vague or (rest is not None and last is None):
        low, high = low * VAGUE_LOW, high * VAGUE_HIGH
        before = before if rest is None else rest
    opening = hedge_before(before)
    closing = hedge_after(after)
    hedge = opening.hedge or closing.hedge or ("about" if first.about else "")
    low, high = widened(low, high, hedge)
    return low, high, opening.rest, closing.rest


def _two_readings(words: str, value: float, unit: str) -> Figure:
    low, high = value, value * 1000
    note = f"“{words.strip()}” can be read as {low:,.12g} or as {high:,.12g}"
    return Figure(Number(low, high, unit), ((low, low), (high, high)), note)


def _without_numeral(words: str) -> Figure | None:
    text = words.strip()
    nothing = _NOTHING.match(text)
    if nothing:
        return Figure(Number(0.0, 0.0, _unit("", text[nothing.end() :])), ((0.0, 0.0),))
    few = _FEW.match(text)
    if few:
        unit = _unit("", text[few.end() :])
        return Figure(Number(VAGUE_LOW, VAGUE_HIGH, unit), ((VAGUE_LOW, VAGUE_HIGH),))
    return None


def _is_sum(found: Sequence[Token], place: int, words: str, end: int) -> bool:
    """Tell whether a second figure is added to the first."""
    another = find_value(found, place)
    if another is None:
        return False
    return _ADDED.search(words[end : found[another.start].start]) is not None


def _unit(before: str, after: str) -> str:
    """Give the words for what is counted: those after the figure, else the one before it."""
    for sign, name in _MONEY.items():
        if before.rstrip().endswith(sign) or after.lstrip().startswith(sign):
            return name
    after = after.replace("(", " ").replace(")", " ")
    unit = _CUT.split(_LEADING.sub("", after), maxsplit=1)[0]
    unit = re.sub(r"\s+(?:in (?:all|number|total)|altogether|strong)$", "", " ".join(unit.split()))
    if unit and unit not in ("in all", "in number", "altogether", "strong"):
        return unit
    named = _BEFORE.search(before)
    return named[1] if named else ""
