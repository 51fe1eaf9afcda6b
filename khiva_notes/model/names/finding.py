"""Names of people, places and groups found in running text, to be offered as cards."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from khiva_notes.model.names.candidates import Candidate, candidates
from khiva_notes.model.names.cues import GroupKind, head_kind, is_group_word, neighbour_kind
from khiva_notes.model.names.folding import skeleton
from khiva_notes.model.names.forms import NameForm, parse_name
from khiva_notes.model.names.mentions import Mention
from khiva_notes.model.names.parts import LIKELY
from khiva_notes.model.names.similarity import likeness


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
    noun has a capital, single words count only with a title.
    """
    german = language.lower().startswith("de")
    found = [each for each in candidates(text) if not german or _more_than_a_noun(each)]
    spellings = Counter(" ".join(each.text.split()) for each in found)
    leaders = _leaders(spellings)
    groups: dict[str, list[Candidate]] = {}
    for each in found:
        groups.setdefault(leaders[" ".join(each.text.split())], []).append(each)
    return [_group(name, members) for name, members in groups.items()]


def _more_than_a_noun(candidate: Candidate) -> bool:
    form = parse_name(candidate.text)
    return len(form.core) > 1 or bool(form.titles)


def _leaders(spellings: Counter[str]) -> dict[str, str]:
    """Map each spelling to the fullest one it is like; the fullest and most frequent lead."""
    order = sorted(spellings, key=lambda s: (-len(parse_name(s).core), -spellings[s], s))
    by_bone: dict[str, list[str]] = {}
    leader: dict[str, str] = {}
    for spelling in order:
        bones = _bones(parse_name(spelling))
        near = dict.fromkeys(name for bone in bones for name in by_bone.get(bone, ()))
        scored = [(likeness(spelling, name).score, name) for name in near]
        score, best = max(scored, default=(0.0, spelling))
        leader[spelling] = best if score >= LIKELY else spelling
        if leader[spelling] == spelling:
            for bone in bones:
                by_bone.setdefault(bone, []).append(spelling)
    return leader


def _bones(form: NameForm) -> set[str]:
    """Keys under which two like names are sure to meet: a part's first or last consonants."""
    found: set[str] = set()
    for part in form.core:
        bone = skeleton(part.key)
        found |= {bone[:2], bone[-2:] + "$"} if bone else {part.key}
    return found


def _group(name: str, members: list[Candidate]) -> NameGroup:
    mentions = tuple(
        Mention(each.start, each.end, each.text, likeness(each.text, name)) for each in members
    )
    spellings = tuple(dict.fromkeys(" ".join(each.text.split()) for each in members))
    return NameGroup(name, _kind(members), spellings, mentions)


def _kind(members: list[Candidate]) -> GroupKind:
    """Let every place in the text vote; what the name itself says counts more."""
    votes: Counter[GroupKind] = Counter()
    for each in members:
        own = _own_kind(each.text)
        if own != "unknown":
            votes[own] += 3
        around = neighbour_kind(each.before, each.after)
        if around != "unknown":
            votes[around] += 1
    return votes.most_common(1)[0][0] if votes else "unknown"


def _own_kind(text: str) -> GroupKind:
    """Read the name itself: titles, initials, patronymics, or a head such as Commission."""
    words = text.replace("-", " ").split()
    kind = head_kind(words[-1])
    if kind != "unknown":
        return kind
    form = parse_name(text)
    if form.titles and form.core:
        return "person"
    if any(part.initial or part.patronymic for part in form.core):
        return "person"
    if any(part.surname for part in form.core) and not is_group_word(words[0]):
        return "person"
    return "group" if is_group_word(words[-1]) else "unknown"
