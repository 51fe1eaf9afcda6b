"""The sentences round passages, each read once for names, dates and figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from khiva_notes.model.items import Item
from khiva_notes.model.passages import Passage
from khiva_notes.model.sentences import sentence_starts
from khiva_notes.model.suggestions import Suggestion, suggest
from khiva_notes.model.texts import Block, TextBody
from khiva_notes.store.repositories import Repositories

_REACH = 2_000
"""Code points read on either side of a passage, in which its sentence begins and ends."""
_CARDS = ("person", "group", "place")


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """The sentence or sentences a passage stands in: where they begin, and what is read there.

    The spans of ``suggestions`` count from ``start``.
    """

    start: int
    text: str
    suggestions: tuple[Suggestion, ...]


class Sentences:
    """Reads sentences of one library, keeping what was read."""

    def __init__(self, data: Repositories) -> None:
        self._data = data
        self._read: dict[tuple[int, int, int], ReadSentence] = {}
        self._marked: dict[int, list[tuple[tuple[int, int], Item]]] = {}

    def of(self, passage: Passage) -> ReadSentence:
        """Return the sentence of a passage, or sentences if it runs over several."""
        texts = self._data.texts
        first = max(0, passage.start - _REACH)
        near = texts.slice(passage.version_id, first, passage.end + _REACH)
        begin, stop = passage.start - first, passage.end - first
        starts = sentence_starts(near)
        start = max(each for each in starts if each <= begin)
        end = min((each for each in starts if each >= stop), default=len(near))
        key = (passage.version_id, first + start, first + end)
        if key not in self._read:
            text = near[start:end].rstrip()
            language = texts.info(passage.version_id).language
            found = suggest(TextBody(text, _blocks(text)), language=language)
            self._read[key] = ReadSentence(first + start, text, tuple(found))
        return self._read[key]

    def cards(
        self, version_id: int, sentence: ReadSentence
    ) -> Iterator[tuple[tuple[int, int], Item]]:
        """Yield the people, groups and places with passages in a sentence, and their spans."""
        if version_id not in self._marked:
            passages = self._data.passages.in_version(version_id)
            items = self._data.items.many({p.item_id for p in passages if p.item_id})
            self._marked[version_id] = [
                ((passage.start, passage.end), items[passage.item_id])
                for passage in passages
                if passage.item_id in items and items[passage.item_id].kind in _CARDS
            ]
        last = sentence.start + len(sentence.text)
        for (start, end), item in self._marked[version_id]:
            if sentence.start <= start and end <= last:
                yield (start, end), item


def _blocks(text: str) -> tuple[Block, ...]:
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Block(start, start + len(line)))
        start += len(line) + 1
    return tuple(blocks)
