"""Names of people, places and groups found in running text, to be offered as cards."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from functools import lru_cache

from khiva_notes.model.names.candidates import Candidate, candidates
from khiva_notes.model.names.common import sounds_personal
from khiva_notes.model.names.cues import GroupKind, around, begins_with_group, is_deed, own_kind
from khiva_notes.model.names.folding import WORD
from khiva_notes.model.names.forms import parse_name
from khiva_notes.model.names.grouping import PERSONAL, is_styled, leaders, speaks_of_person
from khiva_notes.model.names.honorifics import is_address, title_rank
from khiva_notes.model.names.mentions import Mention
from khiva_notes.model.names.similarity import likeness

_KINDS: tuple[GroupKind, ...] = ("person", "place", "group")


@dataclass(frozen=True, slots=True)
class NameGroup:
    """Spellings that are likely one name's, with their places in the text in reading order.

    ``name`` is the fullest spelling, ``kind`` a guess.
    """

    name: str
    kind: GroupKind
    spellings: tuple[str, ...]
    mentions: tuple[Mention, ...]


def find_names(text: str, language: str = "") -> list[NameGroup]:
    """Find what look like names in ``text``, grouped by likeness, in order of first appearance.

    Works on scripts with capitals; ``language`` (a BCP 47 tag) is a hint: in German, where every
    noun has a capital, only names with a title, an initial or a family's ending count.
    """
    german = language.lower().startswith("de")
    found = _set_apart(list(candidates(text)))
    if german:
        found = [each for each in found if is_styled(each.text)]
    spellings = Counter(" ".join(each.text.split()) for each in found)
    leader = leaders(spellings)
    groups: dict[str, list[Candidate]] = {}
    for each in found:
        groups.setdefault(leader[" ".join(each.text.split())], []).append(each)
    return [_group(name, members) for name, members in groups.items() if _seen_within(members)]


def _seen_within(members: list[Candidate]) -> bool:
    """Drop single words that owe their capital to the sentence they open and tell nothing else."""
    return any(
        not each.opens_sentence or " " in each.text or _own_kind(each.text)[1] > 0
        for each in members
    ) or any(is_deed(each.after) for each in members)


def _set_apart(found: list[Candidate]) -> list[Candidate]:
    """Part two names that merely follow one another: "In Khiva Junaid Khan"."""
    alone = {each.text for each in found if is_styled(each.text)}
    apart: list[Candidate] = []
    for each in found:
        cuts = [
            i for i, char in enumerate(each.text) if char == " " and each.text[i + 1 :] in alone
        ]
        if cuts and not speaks_of_person(each.text[: cuts[0]]):
            first, second = each.text[: cuts[0]], each.text[cuts[0] + 1 :]
            middle = each.start + cuts[0]
            apart.append(replace(each, end=middle, text=first, after="", possessive=False))
            each = replace(each, start=middle + 1, text=second, before="", head_before="")
        apart.append(each)
    return apart


def _group(name: str, members: list[Candidate]) -> NameGroup:
    kind = _kind(members)
    found: list[Mention] = []
    for each in members:
        end = _without_title(each) if kind == "place" else each.end
        words = each.text[: end - each.start]
        found.append(Mention(each.start, end, words, likeness(words, name)))
    spellings = tuple(dict.fromkeys(" ".join(each.text.split()) for each in found))
    return NameGroup(name, kind, spellings, tuple(found))


def _without_title(place: Candidate) -> int:
    """Give the end of a place's name: Khiva, where the text has "the Khiva khan"."""
    words = list(WORD.finditer(place.text))
    while len(words) > 1 and title_rank(words[-1][0]) == "khan":
        words.pop()
    return place.start + words[-1].end()


def _kind(members: list[Candidate]) -> GroupKind:
    """Weigh all places in the text together; what the name itself says counts most."""
    weights: dict[GroupKind, float] = defaultdict(float)
    for each in members:
        own, weight = _own_kind(each.text)
        weights[own] += weight
        for kind, more in around(
            each.before, each.head_before, each.after, each.possessive
        ).items():
            weights[kind] += more
    best = max(_KINDS, key=lambda kind: weights[kind])
    return best if weights[best] >= 1 else "unknown"


@lru_cache(maxsize=1 << 12)
def _own_kind(text: str) -> tuple[GroupKind, float]:
    """Read the name itself: titles, initials, patronymics, or a head such as Commission."""
    words = [match[0] for match in WORD.finditer(text)]
    form = parse_name(text)
    if words[0].lower() in ("st", "saint"):
        return "place", 2
    if len(words) > 1 and is_address(words[0]):
        return "person", 4
    kind = own_kind(words[-1])
    if kind != "unknown":
        return kind, 4
    if form.titles & PERSONAL or any(part.initial or part.patronymic for part in form.core):
        return "person", 4
    if begins_with_group(words[0]):
        return "group", 1
    if any(part.surname or sounds_personal(part.sounds) for part in form.core):
        return "person", 2
    return "unknown", 0
