"""Spellings of one name in a text brought together, each under the fullest that is like it."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from khiva_notes.model.names.common import sounds_personal
from khiva_notes.model.names.forms import parse_name
from khiva_notes.model.names.honorifics import Rank
from khiva_notes.model.names.parts import LIKELY
from khiva_notes.model.names.similarity import LAST_NAME_ALONE, likeness

PERSONAL = frozenset[Rank](
    {"khan", "bek", "hajji", "cleric", "sayyid", "plain", "sir", "lady", "officer"}
)
_HARDLY_DOUBTFUL = 93.0
_MUCH_MORE_OFTEN = 5


def leaders(spellings: Counter[str]) -> dict[str, str]:
    """Map each spelling to the fullest, then most frequent, that it is like; most to themselves.

    A last name alone goes to the only fuller name that has it, unless it is far more frequent.
    """
    order = sorted(spellings, key=lambda s: (-len(parse_name(s).core), -spellings[s], s))
    heads = _Heads()
    leader: dict[str, str] = {}
    for spelling in order:
        alike, alone = heads.like(spelling)
        if alike is None and len(alone) == 1:
            fuller = heads.counts[alone[0]]
            alike = alone[0] if spellings[spelling] <= _MUCH_MORE_OFTEN * fuller else None
        if alike is None:
            heads.add(spelling)
            alike = spelling
        leader[spelling] = alike
        heads.counts[alike] += spellings[spelling]
    return leader


class _Heads:
    """The names found so far to lead a group, ready to be asked for those like another."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self._names: list[str] = []
        self._last_keys: list[str] = []
        self._as_one_word: dict[str, str] = {}

    def add(self, name: str) -> None:
        """Let a name lead a group of its own."""
        last, joined = _keys(name)
        self._names.append(name)
        self._last_keys.append(last)
        self._as_one_word.setdefault(joined, name)

    def like(self, name: str) -> tuple[str | None, list[str]]:
        """Give the likest leader, and those of which ``name`` may be the last name alone."""
        best, best_score = None, LIKELY - 0.01
        alone: list[str] = []
        for head in self._near(name):
            score, only_last = _likeness(name, head)
            if only_last and score >= LIKELY:
                alone.append(head)
            elif score > best_score:
                best, best_score = head, score
        return best, alone

    def _near(self, name: str) -> list[str]:
        """Choose cheaply, by the last word's key, whom to compare with care."""
        from rapidfuzz import process  # imported late for the program's start
        from rapidfuzz.distance import Levenshtein

        last, joined = _keys(name)
        found = process.extract(
            last,
            self._last_keys,
            scorer=Levenshtein.distance,
            score_cutoff=1 if len(last) < 6 else 2,
            limit=None,
        )
        near = [self._names[index] for _, _, index in found]
        near = [head for head in near if _may_be_one(name, head)]
        if joined in self._as_one_word:
            near.append(self._as_one_word[joined])
        return near


@lru_cache(maxsize=1 << 14)
def _keys(name: str) -> tuple[str, str]:
    """Give the key of a name's last telling word, and of all of them together."""
    core = parse_name(name).core
    return (core[-1].key if core else ""), "".join(part.key for part in core)


def _may_be_one(name: str, head: str) -> bool:
    """Spare the pains where two given names begin with consonants that are not alike."""
    one, other = parse_name(name).core, parse_name(head).core
    if len(one) < 2 or len(other) < 2:
        return True
    first, second = one[0].key[:1], other[0].key[:1]
    return first == second or first in _LOOSE or second in _LOOSE


_LOOSE = frozenset("aeiouhjcdtbpgkvf")


def _likeness(spelling: str, head: str) -> tuple[float, bool]:
    """Compare more strictly where nothing says that a person is meant: Syria is not Assyria."""
    found = likeness(spelling, head)
    if LAST_NAME_ALONE in found.reasons:
        longer = max(spelling, head, key=lambda name: len(parse_name(name).core))
        return (found.score if speaks_of_person(longer) else 0.0), True
    one, other = parse_name(spelling).core, parse_name(head).core
    if found.score < _HARDLY_DOUBTFUL and len(one) == len(other) == 1:
        titled = is_styled(spelling) or is_styled(head)
        if not titled and not (speaks_of_person(spelling) and speaks_of_person(head)):
            return 0.0, False
    return found.score, False


@lru_cache(maxsize=1 << 14)
def is_styled(name: str) -> bool:
    """Tell whether a name has a title, an initial or a family's ending."""
    form = parse_name(name)
    return bool(form.titles & PERSONAL) or any(
        part.initial or part.patronymic or part.surname for part in form.core
    )


@lru_cache(maxsize=1 << 14)
def speaks_of_person(name: str) -> bool:
    """Tell whether titles, initials or the sort of words show a name to be a person's."""
    return is_styled(name) or any(sounds_personal(p.sounds) for p in parse_name(name).core)
