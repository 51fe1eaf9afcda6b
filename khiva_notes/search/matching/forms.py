"""Which words of a vocabulary a word in a query means."""

from __future__ import annotations

import re

from khiva_notes.search.consonants import readings_across, sought_keys
from khiva_notes.search.engine.sections import Section
from khiva_notes.search.folding import SHORTEST, name_parts
from khiva_notes.search.patterns import wildcard_expression
from khiva_notes.search.stems import has_stems, stem
from khiva_notes.search.words import form, plain


def forms_of(section: Section, word: str) -> list[int]:
    """List the places of a word's forms: itself, with other accents, with other endings."""
    found = [word]
    bare = plain(word)
    found.append(bare)
    found.extend(section.plains.find(bare))
    if has_stems(section.language):
        root = stem(word, section.language)
        if stem(root, section.language) == root:
            found.append(root)
        found.extend(section.stems.find(root))
    places = (section.find(other) for other in dict.fromkeys(found))
    return [place for place in places if place >= 0]


def spellings_of(section: Section, word: str) -> list[int]:
    """List the places of capitalised words that sound alike: the same name spelt otherwise."""
    parts = name_parts(word)
    if len(parts) != 1:
        return []
    places = dict.fromkeys(across_scripts(section, word, parts[0]))
    if len(parts[0]) >= SHORTEST:
        places |= dict.fromkeys(section.find(other) for other in section.names.find(parts[0]))
    return list(places)


def across_scripts(section: Section, name: str, key: str) -> dict[int, list[tuple[str, ...]]]:
    """Find words of other scripts that sound like one word of ``name``.

    ``key`` is that word's; what is given back are places of words, with the keys they may be
    read as, ``key`` among them.
    """
    found: dict[int, list[tuple[str, ...]]] = {}
    for consonants in sought_keys(name, key):
        for word in section.consonants.find(consonants):
            readings = list(readings_across(name, key, word, section.language))
            if readings:
                found[section.find(word)] = readings
    return found


def beginnings(section: Section, prefix: str) -> tuple[tuple[int, int], list[int]]:
    """Give the range of words that begin so, and further ones that do but for their accents."""
    first, last = section.prefix_range(prefix)
    others = (section.find(word) for word in section.plains.find_prefix(plain(prefix)))
    further = [place for place in others if not first <= place < last]
    bare = plain(prefix)
    if bare != prefix:
        start, end = section.prefix_range(bare)
        known = set(further)
        further.extend(place for place in range(start, end) if place not in known)
    return (first, last), further


def shaped(section: Section, pattern: str) -> list[int]:
    """List the places of words of the shape ``pattern``."""
    shape = re.compile(wildcard_expression(pattern))
    head = re.match(r"[^*?]*", pattern)
    first, last = section.prefix_range(form(head[0])) if head and head[0] else (0, None)
    words = section.words[first:last]
    return [first + at for at, word in enumerate(words) if shape.fullmatch(word)]


def nearby(section: Section, word: str, distance: int) -> list[int]:
    """List the places of words at most ``distance`` letters away."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    found = extract(word, section.words, scorer=OSA.distance, score_cutoff=distance, limit=None)
    return [place for _, _, place in found]
