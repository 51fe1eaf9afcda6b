"""The names sought, made ready to meet the words of a text one by one."""

from __future__ import annotations

from collections.abc import Sequence

from khiva_notes.model.names.folding import skeleton, word_parts
from khiva_notes.model.names.forms import NamePart, make_part, parse_name
from khiva_notes.model.names.honorifics import Rank
from khiva_notes.model.names.inflection import nominatives
from khiva_notes.model.names.parts import LIKELY, parts_likeness

_INFLECTED = 88.0
_NEAR = 76.0  # titles beside it may yet lift a word over the threshold
_RANKS = frozenset[Rank]({"khan", "bek", "hajji", "cleric"})


class Seeker:
    """Knows which words could be part of the names sought, each word asked about once."""

    def __init__(self, names: Sequence[str]) -> None:
        forms = [parse_name(name) for name in names]
        parts = {part.sounds: part for form in forms for part in form.core if not part.initial}
        for form in forms:
            if len(form.core) > 1 and not any(part.initial for part in form.core):
                whole = "".join(part.key for part in form.core)
                parts[form.joined] = NamePart(form.joined, form.joined, whole, form.core[0].arabic)
        self._parts = [(part, skeleton(part.key)) for part in parts.values()]
        self._lower = any(part.surface[:1].islower() for part in parts.values())
        self._bases: dict[str, str | None] = {}
        self.titled = any(form.titles & _RANKS for form in forms)

    def knows(self, word: str) -> bool:
        """Tell whether ``word``, in some case and spelling, is a telling part of a name sought."""
        return self.base(word) is not None

    def base(self, word: str) -> str | None:
        """Give the dictionary form of ``word`` that fits a name sought, or None."""
        if word not in self._bases:
            self._bases[word] = self._base(word)
        return self._bases[word]

    def fits(self, part: NamePart) -> bool:
        """Tell whether one telling part is like one of those sought."""
        return self._score(part) >= _NEAR or self._is_piece(part.key)

    def _is_piece(self, key: str) -> bool:
        """Tell whether a word begins or ends a name sought, as Mamed does Kushmamed."""
        if len(key) < 3:
            return False
        return any(
            (len(sought.key) > len(key) + 1 and sought.key.startswith(key))
            or sought.key.endswith(key)
            for sought, _ in self._parts
        )

    def _base(self, word: str) -> str | None:
        if len(word) < 2 or (word[0].islower() and not self._lower):
            return None
        own = self._word_score(word)
        if own >= LIKELY:
            return word
        scored = [(self._word_score(each), each) for each in nominatives(word)]
        score, best = max(scored, default=(0.0, ""))
        if score >= _INFLECTED:
            return best
        return word if own >= _NEAR else None

    def _word_score(self, word: str) -> float:
        pieces = word_parts(word)
        return max((self._score(make_part(word[s:e], *rest)) for s, e, *rest in pieces), default=0)

    def _score(self, part: NamePart) -> float:
        from rapidfuzz.distance import Levenshtein  # imported late for the program's start

        bones = skeleton(part.key)
        best = 0.0
        for sought, sought_bones in self._parts:
            if abs(len(part.sounds) - len(sought.sounds)) > 4:
                continue
            bearable = 1 if len(sought_bones) < 5 else 2
            if Levenshtein.distance(bones, sought_bones, score_cutoff=bearable) <= bearable:
                best = max(best, parts_likeness(part, sought).score)
        return best
