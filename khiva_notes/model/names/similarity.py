"""Whether two names are very likely one person's, and why, in words a reader can weigh.

Spelling can only suggest: two khans of one name look the same, and nothing is merged here.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from khiva_notes.model.names.common import is_common, is_descriptor
from khiva_notes.model.names.distance import VOWELS
from khiva_notes.model.names.forms import NameForm, NamePart, parse_name
from khiva_notes.model.names.honorifics import Rank
from khiva_notes.model.names.parts import LIKELY, Likeness, measured, parts_likeness

LAST_NAME_ALONE = "last name alone"
_CONTRADICTIONS = ("initials differ", "different numbers", "man and woman")
_SEXES = frozenset[Rank]({"sir", "lady"})
_RANKS = frozenset[Rank]({"khan", "bek", "hajji", "cleric"})


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
    pairs = [(a, b) for a in names_a for b in names_b]
    best = max((likeness(a, b) for a, b in pairs), key=lambda each: each.score, default=None)
    if best is None or best.score < LIKELY or any(_contradict(a, b) for a, b in pairs):
        return None
    return best


def _contradict(a: str, b: str) -> bool:
    """Tell whether two forms share a last name and rule one person out all the same."""
    one, other = parse_name(a).core, parse_name(b).core
    if not one or not other or parts_likeness(one[-1], other[-1]).score < LIKELY:
        return False
    reasons = likeness(a, b).reasons
    return any(reason.startswith(_CONTRADICTIONS) for reason in reasons)


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
    elif ("lady" in one.titles) != ("lady" in other.titles) and (
        LAST_NAME_ALONE in reasons or len(one.core) == len(other.core) == 1
    ):
        score, reasons = min(score, 78.0), [*reasons, "perhaps of one family"]
    if one.of_a_land != other.of_a_land and not (one.titles and other.titles):
        score, reasons = min(score, 78.0), [*reasons, "a title and the land it is named after"]
    if one.number != other.number:
        if one.number and other.number:
            score, reasons = min(score, 40.0), [*reasons, "different numbers after the name"]
        else:
            score, reasons = min(score, 80.0), [*reasons, "only one has a number after the name"]
    ranks, other_ranks = one.titles & _RANKS, other.titles & _RANKS
    if ranks and other_ranks and not ranks & other_ranks:
        score, reasons = min(score, 78.0), [*reasons, "different titles"]
    elif ranks and one.titles == other.titles and _one_left_out(one, other):
        score, reasons = max(score, 83.0), [*reasons, "the titles agree"]
    elif one.titles != other.titles:
        score = max(0.0, score - 0.5)
        said = ("sayyid" in one.titles) != ("sayyid" in other.titles)
        if said and not ranks & other_ranks and _all_common(one, other):
            score, reasons = (
                min(score, 80.0),
                [*reasons, "a common name, once with and once without Said"],
            )
    return Likeness(round(score, 1), tuple(reasons))


def _one_left_out(one: NameForm, other: NameForm) -> bool:
    """Tell whether two long names differ by one consonant left out inside, as Abullahan."""
    if len(one.core) != 1 or len(other.core) != 1:
        return False
    short, long = sorted((one.core[0].sounds, other.core[0].sounds), key=len)
    if len(short) < 5 or len(long) - len(short) != 1:
        return False
    return any(
        long[i] not in VOWELS and long[:i] + long[i + 1 :] == short for i in range(1, len(long) - 1)
    )


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
        return Likeness(min(last.score, 86.0), (*last.reasons, LAST_NAME_ALONE))
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


def _joined(one: NameForm, other: NameForm) -> Likeness:
    """Compare names written in one word here and in two there; only near equality counts."""
    if len(one.core) == len(other.core) or any(part.initial for part in one.core + other.core):
        return Likeness(0.0, ())
    parts = [
        NamePart(form.joined, form.joined, form.joined, all(part.arabic for part in form.core))
        for form in (one, other)
    ]
    found = measured(parts[0], parts[1], max(len(part.sounds) for part in parts) - 2)
    return Likeness(found.score - 1, ("the same written as one word",))
