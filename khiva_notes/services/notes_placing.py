"""Where an excerpt stands in a text: by its place, its words, and the words round it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from khiva_notes.importers.notes.contract import Excerpt
from khiva_notes.model.texts import TextBody

_MOST_PLACES = 200
_LONGEST = 20_000


class Placing:
    """One text in which many excerpts are looked for."""

    def __init__(self, body: TextBody) -> None:
        self._text = body.text

    def find(self, excerpt: Excerpt) -> tuple[int, int] | None:
        """Return the span of an excerpt, None if its words are not in the text.

        Differences of white space are no difference. Where the words stand more than once, the
        words round them decide, then how far the place is from the one that was told.
        """
        exact = excerpt.exact.strip()
        if not exact or len(exact) > _LONGEST:
            return None
        places = self._places(exact)
        if not places:
            return None
        return max(places, key=lambda place: self._likeness(place, excerpt))

    def _places(self, exact: str) -> Sequence[tuple[int, int]]:
        pattern = r"\s+".join(re.escape(word) for word in exact.split())
        places = []
        for found in re.finditer(pattern, self._text):
            places.append(found.span())
            if len(places) >= _MOST_PLACES:
                break
        return places

    def _likeness(self, place: tuple[int, int], excerpt: Excerpt) -> tuple[int, int]:
        start, end = place
        before = "".join(self._text[max(0, start - 64) : start].split())
        after = "".join(self._text[end : end + 64].split())
        prefix, suffix = "".join(excerpt.prefix.split()), "".join(excerpt.suffix.split())
        agree = _common(before[::-1], prefix[::-1]) + _common(after, suffix)
        distance = abs(start - excerpt.start) if excerpt.start >= 0 else start
        return agree, -distance


def _common(one: str, other: str) -> int:
    count = 0
    for mine, its in zip(one, other, strict=False):
        if mine != its:
            break
        count += 1
    return count
