"""Turns documents into postings, in memory, one dictionary look-up a word."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from khiva_notes.search.documents import Document
from khiva_notes.search.layout import WORDS, keywords, passages
from khiva_notes.search.stems import analysis
from khiva_notes.search.words import form, is_capitalised, pattern_for

_SHIFT = 24
_POSITION = (1 << _SHIFT) - 1
_GAP = 10
"""Positions left free between two pieces of text, so that no phrase reaches across."""


@dataclass(slots=True)
class Postings:
    """Where one word stands: documents in order, how often in each, and at which positions.

    ``positions`` are those of all documents one after the other; ``counts`` tells them apart.
    """

    documents: Collection[int]
    counts: Collection[int]
    positions: Collection[int]


@dataclass(slots=True)
class Entry:
    """One word of a section: its postings in small letters, and those where it is capitalised."""

    word: str
    small: Postings | None
    capital: Postings | None


class _Places(dict[str, "array[int]"]):
    """Word as written -> every place of it, as document and position in one number."""

    def __missing__(self, word: str) -> array[int]:
        places = self[word] = array("Q")
        return places


class Inverter:
    """Collects documents and gives them back word by word."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._texts: dict[tuple[str, str], _Places] = {}
        self._keys: dict[str, dict[str, array[int]]] = {}

    def add(self, number: int, document: Document) -> int:
        """Take in one document under its number in the segment; return its length in words."""
        language = analysis(document.language)
        pattern = pattern_for(language)
        base = number << _SHIFT
        ends: dict[str, int] = {}
        length = 0
        for field, text, proper in passages(document):
            written = pattern.findall(text)
            if not written:
                continue
            if proper:
                written = [word[0].upper() + word[1:] for word in written]
            start = ends.get(field, 0)
            places = self._texts.setdefault((field, language), _Places())
            for place, word in enumerate(written[: _POSITION - start], base + start):
                places[word].append(place)
            ends[field] = min(start + len(written) + _GAP, _POSITION)
            if field == WORDS:
                length += len(written)
        for field, key in keywords(document):
            self._keys.setdefault(field, {}).setdefault(key, array("I")).append(number)
        return length

    def text_sections(self) -> Iterator[tuple[str, str, Iterator[Entry]]]:
        """Yield (field, analysis, its words in order); each section is given away only once."""
        for field, language in sorted(self._texts):
            yield field, language, _entries(self._texts.pop((field, language)))

    def key_sections(self) -> Iterator[tuple[str, Iterator[Entry]]]:
        """Yield (keyword field, its keys in order)."""
        for field in sorted(self._keys):
            keys = sorted(self._keys[field].items())
            yield field, (Entry(key, Postings(ids, (), ()), None) for key, ids in keys)


def _entries(places: _Places) -> Iterator[Entry]:
    spellings: dict[str, list[list[str]]] = {}
    for written in places:
        word = form(written)
        if word:
            spellings.setdefault(word, [[], []])[is_capitalised(written)].append(written)
    for word in sorted(spellings):
        small, capital = spellings[word]
        yield Entry(word, _gather(places, small), _gather(places, capital))


def _gather(places: _Places, spellings: list[str]) -> Postings | None:
    if not spellings:
        return None
    found = places.pop(spellings[0])
    if len(spellings) > 1:
        for other in spellings[1:]:
            found.extend(places.pop(other))
        found = array("Q", sorted(found))
    counts = Counter([place >> _SHIFT for place in found])
    return Postings(counts.keys(), counts.values(), [place & _POSITION for place in found])
