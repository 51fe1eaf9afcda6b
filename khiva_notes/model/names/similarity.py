"""Whether two names are very likely one person's, and why, in words a reader can weigh.

Spelling can only suggest: two khans of one name look the same, and nothing is merged here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from khiva_notes.model.names.common import is_common, is_descriptor
from khiva_notes.model.names.distance import (
    allowed,
    distance,
    distance_of_arabic,
    distance_to_arabic,
)
from khiva_notes.model.names.folding import skeleton
from khiva_notes.model.names.forms import NameForm, NamePart, parse_name
from khiva_notes.model.names.honorifics import Rank

LIKELY: float = 82.0
_SEXES = frozenset[Rank]({"sir", "lady"})
_RANKS = frozenset[Rank]({"khan", "bek", "hajji", "cleric"})


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are, 0 to 100, and the reasons as short phrases."""

    score: float
    reasons: tuple[str, ...]


def likeness(a: str, b: str) -> Likeness:
    """Compare two name forms in any scripts; symmetrical, and 100 for identical ones."""
    return _likeness(*sorted((a, b)))


@lru_cache(maxsize=1 << 14)
def _likeness(a: str, b: str) -> Likeness:
    if a == b:
        return Likeness(100.0, ("the same letters",))
    one, other = parse_name(a), parse_name(b)
    if not one.core or not other.core:
        return _titles_alone(one, other)
    found = _cores(one.core, other.core)
    joined = _joined(one, other)
    if joined.score > found.score:
        found = joined
    return _with_titles(found, one, other)


def same_person_likely(names_a: Sequence[str], names_b: Sequence[str]) -> Likeness | None:
    """Compare all forms of two cards; the best likeness, or None if it falls short of ``LIKELY``.

    Forms that contradict each other (A. and N. Khristoforov) outweigh bare ones that agree.
    """
    found = [likeness(a, b) for a in names_a for b in names_b]
    if not found:
        return None
    best = max(found, key=lambda each: each.score)
    if best.score < LIKELY or any(_contradiction(each) for each in found):
        return None
    return best


_CONTRADICTIONS = ("initials differ", "different numbers", "man and woman")


def _contradiction(found: Likeness) -> bool:
    """These reasons rule one person out, whatever else agrees."""
    return any(reason.startswith(_CONTRADICTIONS) for reason in found.reasons)


def _titles_alone(one: NameForm, other: NameForm) -> Likeness:
    """A bare title names nobody, unless both are just the same."""
    if one.text.casefold().split() == other.text.casefold().split():
        return Likeness(99.0, ("the same letters but for case",))
    return Likeness(0.0, ("a title alone tells nothing",))


def _with_titles(found: Likeness, one: NameForm, other: NameForm) -> Likeness:
    """Titles cannot make two names alike, but they can set them apart."""
    score, reasons = found.score, list(found.reasons)
    if {one.titles & _SEXES, other.titles & _SEXES} == {frozenset({"sir"}), frozenset({"lady"})}:
        score, reasons = min(score, 40.0), [*reasons, "man and woman by their titles"]
    if one.number != other.number:
        if one.number and other.number:
            score, reasons = min(score, 40.0), [*reasons, "different numbers after the name"]
        else:
            score, reasons = min(score, 80.0), [*reasons, "only one has a number after the name"]
    ranks, other_ranks = one.titles & _RANKS, other.titles & _RANKS
    if ranks and other_ranks and not ranks & other_ranks:
        score, reasons = min(score, 78.0), [*reasons, "different titles"]
    elif one.titles != other.titles:
        score = max(0.0, score - 0.5)
        if ("sayyid" in one.titles) != ("sayyid" in other.titles) and _all_common(one, other):
            score, reasons = (
                min(score, 80.0),
                [*reasons, "a common name, once with and once without Said"],
            )
    return Likeness(round(score, 1), tuple(reasons))


def _all_common(one: NameForm, other: NameForm) -> bool:
    """Names that half a country bears prove little."""
    return all(is_common(part.key) for form in (one, other) for part in form.core)


def _cores(a: tuple[NamePart, ...], b: tuple[NamePart, ...]) -> Likeness:
    """Compare the telling words one by one, in order."""
    if len(a) == len(b):
        return _together([parts_likeness(one, other) for one, other in zip(a, b, strict=True)])
    shorter, longer = (a, b) if len(a) < len(b) else (b, a)
    if len(shorter) == 1:
        return _one_of_many(shorter[0], longer)
    ends = [parts_likeness(shorter[0], longer[0]), parts_likeness(shorter[-1], longer[-1])]
    if min(each.score for each in ends) < LIKELY:
        return _together(ends)
    left_out = "given name and last name agree, a middle name is left out"
    middle = _middle(shorter[1:-1], longer[1:-1])
    if middle is None:
        return Likeness(60.0, ("the middle names differ",))
    whole = _together([*ends, *middle])
    return Likeness(min(whole.score, 92.0), (*whole.reasons, left_out))


def _middle(shorter: tuple[NamePart, ...], longer: tuple[NamePart, ...]) -> list[Likeness] | None:
    """Find each middle name of the shorter form in the longer one, in order."""
    found: list[Likeness] = []
    rest = list(longer)
    for part in shorter:
        while rest:
            each = parts_likeness(part, rest.pop(0))
            if each.score >= LIKELY:
                found.append(each)
                break
        else:
            return None
    return found


def _one_of_many(single: NamePart, longer: tuple[NamePart, ...]) -> Likeness:
    """A last name alone may stand for the whole; a given name or a common one may not."""
    if single.initial:
        return Likeness(20.0, ("an initial alone",))
    last = parts_likeness(single, longer[-1])
    if last.score >= LIKELY:
        if is_common(single.key) and not longer[-1].surname:
            return Likeness(75.0, ("only a common name agrees",))
        if any(is_descriptor(part.surface) for part in longer[:-1]):
            return Likeness(75.0, ("one is old, new, young or the like",))
        return Likeness(min(last.score, 86.0), (*last.reasons, "last name alone"))
    if parts_likeness(single, longer[0]).score >= LIKELY:
        return Likeness(72.0, ("only the first name agrees",))
    return Likeness(min(60.0, last.score), last.reasons)


def _together(found: list[Likeness]) -> Likeness:
    """A name is as alike as its least alike word."""
    worst = min(found, key=lambda each: each.score)
    reasons = dict.fromkeys(reason for each in found for reason in each.reasons)
    if len(reasons) > 1:
        reasons.pop("same after folding", None)
    if worst.score < LIKELY:
        return worst
    return Likeness(worst.score, tuple(reasons))


def parts_likeness(a: NamePart, b: NamePart) -> Likeness:
    """Compare two single telling words, without what stands around them."""
    if a.initial or b.initial:
        return _initials(a, b)
    if a.surface.casefold() == b.surface.casefold():
        return Likeness(100.0, ("the same letters but for case",))
    if a.surname and b.surname and a.sounds != b.sounds:
        if a.sounds.removesuffix("a") == b.sounds.removesuffix("a"):
            return Likeness(70.0, ("a man's and a woman's form",))
        return _measured(
            a, b, min(len(a.sounds), len(b.sounds)) - 2 + abs(len(a.sounds) - len(b.sounds))
        )
    return _measured(a, b, max(len(a.sounds), len(b.sounds)))


def _initials(a: NamePart, b: NamePart) -> Likeness:
    """An initial fits a name that begins with its sound."""
    if a.sounds[:1] == b.sounds[:1] or {a.sounds[:1], b.sounds[:1]} in ({"a", "o"}, {"e", "i"}):
        return Likeness(97.0 if a.initial and b.initial else 92.0, ("initials fit",))
    return Likeness(30.0, (f"initials differ: {a.surface[:1]} and {b.surface[:1]}",))


def _measured(a: NamePart, b: NamePart, length: int) -> Likeness:
    """Turn distance into a score: ``LIKELY`` where the distance borne is used up."""
    if a.arabic and b.arabic:
        apart = distance_of_arabic(a.sounds, b.sounds)
    elif a.arabic:
        apart = distance_to_arabic(a.sounds, b.sounds)
    elif b.arabic:
        apart = distance_to_arabic(b.sounds, a.sounds)
    else:
        apart = distance(*sorted((a.sounds, b.sounds)))
    score = max(0.0, 99.0 - (99.0 - LIKELY) * apart / allowed(length))
    return Likeness(score, (_reason(a, b, apart),))


def _reason(a: NamePart, b: NamePart, apart: float) -> str:
    """Say in words what the number means."""
    pair = " / ".join(sorted((a.surface, b.surface)))
    if a.sounds == b.sounds or a.key == b.key:
        return "same after folding"
    if a.arabic != b.arabic and skeleton(a.key) == skeleton(b.key):
        return f"same consonants: {pair}"
    if apart <= 1.1:
        return f"one letter differs: {pair}"
    if skeleton(a.key) == skeleton(b.key):
        return f"same consonants: {pair}"
    return f"spelt differently: {pair}"


def _joined(one: NameForm, other: NameForm) -> Likeness:
    """Compare names written in one word here and in two there; only near equality counts."""
    if len(one.core) == len(other.core) or any(part.initial for part in one.core + other.core):
        return Likeness(0.0, ())
    parts = [
        NamePart(form.joined, form.joined, form.joined, all(part.arabic for part in form.core))
        for form in (one, other)
    ]
    found = _measured(parts[0], parts[1], max(len(part.sounds) for part in parts) - 2)
    return Likeness(found.score - 1, ("the same written as one word",))
