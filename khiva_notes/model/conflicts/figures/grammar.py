"""Adds number words and figures up to one value: fünfundzwanzig, 1,5 млн."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from khiva_notes.model.conflicts.figures.numerals import NUMERALS, german_pieces
from khiva_notes.model.conflicts.figures.running_sum import RunningSum
from khiva_notes.model.conflicts.figures.tokens import Token

_AND = frozenset({"and", "und", "et", "и", "с", "va"})
_OF = frozenset({"of", "de", "d", "von"})
_ROUGHLY = frozenset({"dizaine", "quinzaine", "vingtaine", "centaine", "десяток"})
_INVERTED = frozenset({"тысячи", "тысяч", "сотни", "сотен", "миллиона", "миллионов"})


@dataclass(frozen=True, slots=True)
class Value:
    """A number found in a wording, from token ``start`` to ``end`` (exclusive).

    ``scale`` is the last multiplier if nothing was added after it, else 1. ``vague`` marks a scale
    with no count before it (thousands); ``about`` a Russian inversion (тысячи три); ``odd`` a
    grouped figure above a thousand before "thousand", which may be meant either way.
    """

    value: float
    start: int
    end: int
    scale: float = 1.0
    vague: bool = False
    about: bool = False
    odd: float = 0.0


def find_value(found: Sequence[Token], begin: int = 0, *, with_and: bool = True) -> Value | None:
    """Find the first number from token ``begin`` on; ``with_and=False`` ends it at an "and"."""
    for start in range(begin, len(found)):
        value = value_at(found, start, with_and=with_and)
        if value is not None:
            return value
    return None


def value_at(found: Sequence[Token], start: int, *, with_and: bool = True) -> Value | None:
    """Read the number that begins just at token ``start``; None if none does."""
    special = _inverted(found, start) or _vague(found, start)
    if special is not None:
        return special
    sum_, place, kept = RunningSum(), start, Value(0.0, start, start)
    while place < len(found):
        step = _step(found, place, sum_, with_and)
        if step == place:
            break
        place = step
        if not sum_.empty:
            rough = found[place - 1].text in _ROUGHLY
            kept = Value(sum_.value, start, place, sum_.open_scale, about=rough, odd=sum_.odd)
    if kept.end == start or _half_of_something(found, kept):
        return None
    return kept


def _step(found: Sequence[Token], place: int, sum_: RunningSum, with_and: bool) -> int:
    """Work in the tokens at ``place`` and give the place after them; ``place`` itself to stop."""
    token = found[place]
    if token.kind == "figure":
        return place + 1 if _take_figure(found, place, sum_) else place
    if token.kind == "dash" or (token.text in _AND and with_and):
        return _step_over_joiner(found, place, sum_)
    numeral = NUMERALS.get(token.text)
    if numeral is None:
        return place + 1 if _take_german(token.text, sum_) else place
    if numeral.role == "article":
        return place + 1 if _begins_number(found, place, sum_) else place
    return place + 1 if sum_.take(numeral) else place


def _step_over_joiner(found: Sequence[Token], place: int, sum_: RunningSum) -> int:
    """Work in what a dash or an "and" joins to the number: twenty-five, and a half, und zwanzig."""
    if sum_.empty or place + 1 == len(found) or found[place + 1].kind != "word":
        return place
    after = place + 1
    if found[after].text == "a" and after + 1 < len(found):
        after += 1
    dash = found[place].kind == "dash"
    numeral = NUMERALS.get(found[after].text)
    if numeral is None:
        return place
    if numeral.role in ("article", "scale", "hundred"):
        return place + 1 if dash and sum_.current else place
    if dash and numeral.role == "ones" and (sum_.current or 0) < 10:
        return place  # two-three is a range
    if not dash and _joins_another(found, after, sum_):
        return place
    return after + 1 if sum_.take(numeral) else place


def _begins_number(found: Sequence[Token], place: int, sum_: RunningSum) -> bool:
    """Tell whether an article stands for one, as in a thousand or half a million."""
    if place + 1 == len(found) or sum_.current not in (None, 0.5):
        return False
    follower = NUMERALS.get(found[place + 1].text)
    return follower is not None and follower.role in ("scale", "hundred", "half")


def _joins_another(found: Sequence[Token], place: int, sum_: RunningSum) -> bool:
    """Tell whether after "and" a number of the same size begins: five thousand and six thousand."""
    follower = value_at(found, place, with_and=False)
    return follower is not None and bool(sum_.last_scale) and follower.value >= sum_.last_scale


def _take_figure(found: Sequence[Token], place: int, sum_: RunningSum) -> bool:
    token = found[place]
    if sum_.current is not None or (sum_.last_scale and token.value >= sum_.last_scale):
        return False
    follower = found[place + 1] if place + 1 < len(found) else None
    scale = NUMERALS.get(follower.text) if follower is not None else None
    if token.grouped and scale and scale.value == 1000 and sum_.empty and token.value >= 1000:
        sum_.odd = token.value
    sum_.current, sum_.open_scale = token.value, 1.0
    return True


def _take_german(word: str, sum_: RunningSum) -> bool:
    pieces = german_pieces(word)
    return bool(pieces) and all(sum_.take(piece) for piece in pieces)


def _half_of_something(found: Sequence[Token], value: Value) -> bool:
    """A half alone is half of something unknown, not a number."""
    roles = [NUMERALS[t.text].role for t in found[value.start : value.end] if t.text in NUMERALS]
    return value.value == 0.5 and "half" in roles


def _inverted(found: Sequence[Token], start: int) -> Value | None:
    """Read тысячи три, which means about three thousand."""
    if start + 1 >= len(found) or found[start].text not in _INVERTED:
        return None
    count = NUMERALS.get(found[start + 1].text)
    if count is None or count.role not in ("ones", "tens"):
        return None
    value = count.value * NUMERALS[found[start].text].value
    return Value(value, start, start + 2, about=True)


def _vague(found: Sequence[Token], start: int) -> Value | None:
    """Read thousands, tens of thousands: a scale in the plural without a count."""
    numeral = NUMERALS.get(found[start].text)
    if numeral is None or not numeral.plural:
        return None
    value, end = numeral.value, start + 1
    after = end + 1 if end < len(found) and found[end].text in _OF else end
    follower = NUMERALS.get(found[after].text) if after < len(found) else None
    if follower is not None and follower.role == "scale" and follower.value > value:
        value, end = value * follower.value, after + 1
    return Value(value, start, end, value, vague=True)


def shared_scale(low: Value, high: Value) -> Value:
    """Give the first of two the second one's multiplier: ten to twelve thousand."""
    if low.scale == 1.0 and high.scale > 1.0 and low.value * high.scale <= high.value:
        return replace(low, value=low.value * high.scale, scale=high.scale)
    return low
