"""Whether two single words of names are likely the same word, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace

from khiva_notes.model.names.distance import (
    allowed,
    distance,
    distance_of_arabic,
    distance_to_arabic,
)
from khiva_notes.model.names.folding import skeleton
from khiva_notes.model.names.forms import NamePart

LIKELY: float = 82.0


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are, 0 to 100, and the reasons as short phrases."""

    score: float
    reasons: tuple[str, ...]


def parts_likeness(a: NamePart, b: NamePart) -> Likeness:
    """Compare two single telling words, without what stands around them."""
    if a.initial or b.initial:
        return _initials(a, b)
    if a.abbreviated or b.abbreviated:
        return _abbreviations(a, b)
    if a.surface.casefold() == b.surface.casefold():
        return Likeness(100.0, ("the same letters but for case",))
    if a.surname and b.surname and a.sounds != b.sounds:
        if a.sounds.removesuffix("a") == b.sounds.removesuffix("a"):
            return Likeness(70.0, ("a man's and a woman's form",))
        stem = max(len(a.sounds), len(b.sounds)) - 2
        return measured(a, b, stem if stem > 4 else 2)
    return measured(a, b, max(len(a.sounds), len(b.sounds)))


def _initials(a: NamePart, b: NamePart) -> Likeness:
    """An initial fits a name that begins with its sound."""
    if a.sounds[:1] == b.sounds[:1] or {a.sounds[:1], b.sounds[:1]} in ({"a", "o"}, {"e", "i"}):
        return Likeness(97.0 if a.initial and b.initial else 92.0, ("initials fit",))
    return Likeness(30.0, (f"initials differ: {a.surface[:1]} and {b.surface[:1]}",))


def _abbreviations(a: NamePart, b: NamePart) -> Likeness:
    """Sam. may stand for Samuel, and Wm. for William: all its letters, in order, from the first."""
    short, long = sorted((a.sounds, b.sounds), key=len)
    rest = iter(long)
    if short[:1] == long[:1] and all(letter in rest for letter in short):
        return Likeness(92.0, ("abbreviation fits",))
    return Likeness(40.0, (f"abbreviation does not fit: {a.surface} and {b.surface}",))


def measured(a: NamePart, b: NamePart, length: int) -> Likeness:
    """Turn distance into a score: ``LIKELY`` where the distance borne is used up."""
    apart = min(_apart(one, other) for one in _readings(a, b) for other in _readings(b, a))
    if a.arabic or b.arabic:
        length = min(6, *(len(part.sounds) for part in (a, b) if part.arabic))
    if a.sounds.startswith("abdu") and b.sounds.startswith("abdu"):
        length -= 3  # half of all such names; the other half tells
    score = max(0.0, 99.0 - (99.0 - LIKELY) * apart / allowed(length))
    return Likeness(score, (_reason(a, b, apart),))


def _readings(part: NamePart, other: NamePart) -> tuple[NamePart, ...]:
    """Latin sh may be s and h, as in Ishaq, if the other spelling has no sh."""
    if "x" in part.sounds and "x" not in other.sounds:
        return part, replace(part, sounds=part.sounds.replace("x", "sh"))
    return (part,)


def _apart(a: NamePart, b: NamePart) -> float:
    """Measure by the rules of the two scripts."""
    if a.arabic and b.arabic:
        return distance_of_arabic(*sorted((a.sounds, b.sounds)))
    if a.arabic or b.arabic:
        arabic, full = (a, b) if a.arabic else (b, a)
        return distance_to_arabic(arabic.sounds, full.sounds)
    return distance(*sorted((a.sounds, b.sounds)))


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
