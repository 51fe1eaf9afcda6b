"""Did you mean: the library's own word nearest to one that stands nowhere in it."""

from __future__ import annotations

from collections import Counter

from khiva_notes.search.engine.snapshot import Snapshot
from khiva_notes.search.layout import WORDS
from khiva_notes.search.matching.proper import ProperNames, living
from khiva_notes.search.words import WORD, form

_NEAREST = 20


def respell(word: str, snapshot: Snapshot, proper: ProperNames) -> str:
    """Give the nearest word of the library, or "" when nothing is near.

    Near is one letter off in a word of up to five, two in a longer one; among equally near
    words the one in most documents is meant.
    """
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    sought = form(word)
    if len(sought) < 3 or sought.isdigit():
        return ""
    cutoff = 1 if len(sought) < 6 else 2
    distances: dict[str, int] = {}
    documents: Counter[str] = Counter()
    for segment in snapshot.segments:
        for section in segment.files.sections(WORDS):
            near = extract(
                sought, section.words, scorer=OSA.distance, score_cutoff=cutoff, limit=_NEAREST
            )
            for found, distance, place in near:
                distances[found] = int(distance)
                documents[found] += living(segment, section, 2 * place)
                documents[found] += living(segment, section, 2 * place + 1)
    candidates = [found for found in distances if documents[found] and found != sought]
    if not candidates:
        return ""
    nearest = min(candidates, key=lambda found: (distances[found], -documents[found], found))
    return nearest[0].upper() + nearest[1:] if proper.is_proper(nearest) else nearest


def replace_words(query: str, words: dict[str, str]) -> str:
    """Write ``query`` with some of its words exchanged; all else stays as typed."""
    return WORD.sub(lambda match: words.get(match[0], match[0]), query)
