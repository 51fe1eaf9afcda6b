"""What a reader confirms after a text was corrected: old words beside new ones, read at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from khiva_notes.model.anchors import Correction
from khiva_notes.model.citing import locator
from khiva_notes.model.items import Item
from khiva_notes.model.passages import Origin, Passage
from khiva_notes.model.texts import TextBody, VersionInfo
from khiva_notes.store.repositories import Repositories
from khiva_notes.store.store import Reader

_AROUND = 120
"""Code points of context shown on either side, cut at a word and at the paragraph."""


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of a version with what stands round them and where: ``place`` is ``p. 12``."""

    before: str
    exact: str
    after: str
    place: str
    version: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """A passage to be looked at: its card, the words it stood at, and those it stands at now.

    ``now`` is None for an orphan; ``card`` is None for a plain highlight.
    """

    passage: Passage
    card: Item | None
    was: Words
    now: Words | None


@dataclass(frozen=True, slots=True)
class Review:
    """A source's versions, the newest first, and its doubtful passages in reading order.

    ``settled`` is how many passages stand in the current text beyond doubt.
    """

    source: Item
    versions: tuple[VersionInfo, ...]
    doubts: tuple[Doubt, ...]
    settled: int


def read_review(path: Path, source_id: int) -> Review | None:
    """Read what is to be confirmed, on a connection of its own; None if the source is gone."""
    reader = Reader(path)
    try:
        with reader.moment() as data:
            source = data.items.find(source_id)
            return _review(data, source) if source is not None else None
    finally:
        reader.close()


def likely_places(
    path: Path, source_id: int, cancelled: Callable[[], bool] = lambda: False
) -> dict[int, int]:
    """Return about where in the current text a source's orphans would stand, by passage."""
    reader = Reader(path)
    try:
        with reader.moment() as data:
            current = data.texts.current(source_id)
            if current is None:
                return {}
            new = data.texts.body(current.id).text
            corrections: dict[int, Correction] = {}
            places = {}
            for passage in _orphans(data, source_id):
                if cancelled():
                    break
                if passage.version_id not in corrections:
                    old = data.texts.body(passage.version_id).text
                    corrections[passage.version_id] = Correction(old, new)
                places[passage.id] = corrections[passage.version_id].expected(passage.start)
            return places
    finally:
        reader.close()


def _orphans(data: Repositories, source_id: int) -> list[Passage]:
    return [p for p in data.passages.of_source(source_id) if p.status == "orphan"]


def _review(data: Repositories, source: Item) -> Review:
    passages = data.passages.of_source(source.id)
    cards = data.items.many({p.item_id for p in passages if p.item_id is not None})
    shown = [p for p in passages if p.item_id is None or not cards[p.item_id].trashed]
    doubtful = [p for p in shown if p.status != "ok"]
    origins = data.passages.origins([p.id for p in doubtful])
    reading = _Reading(data)
    doubts = [
        Doubt(
            passage,
            cards.get(passage.item_id) if passage.item_id is not None else None,
            reading.words(origins.get(passage.id) or _place(passage)),
            None if passage.status == "orphan" else reading.words(_place(passage)),
        )
        for passage in sorted(doubtful, key=_order)
    ]
    return Review(
        source, tuple(data.texts.versions(source.id)), tuple(doubts), len(shown) - len(doubtful)
    )


def _order(passage: Passage) -> tuple[int, int, int]:
    """Those that need a decision first; of each sort in reading order."""
    return ("orphan", "fuzzy", "moved").index(passage.status), passage.start, passage.id


def _place(passage: Passage) -> Origin:
    return Origin(passage.version_id, passage.start, passage.end)


class _Reading:
    """Reads words of several versions, each text only once."""

    def __init__(self, data: Repositories) -> None:
        self._data = data
        self._texts: dict[int, tuple[int, TextBody]] = {}

    def words(self, place: Origin) -> Words:
        if place.version_id not in self._texts:
            number = self._data.texts.info(place.version_id).number
            self._texts[place.version_id] = number, self._data.texts.body(place.version_id)
        number, body = self._texts[place.version_id]
        text, start, end = body.text, place.start, place.end
        first = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
        last = text.find("\n", end)
        last = min(len(text) if last < 0 else last, end + _AROUND)
        before, after = text[first:start], text[end:last]
        if first > 0 and text[first - 1] != "\n" and " " in before:
            before = "…" + before[before.index(" ") :]
        if last < len(text) and text[last] != "\n" and " " in after:
            after = after[: after.rindex(" ")] + " …"
        return Words(before, text[start:end], after, locator(body, start), number)


def read_current(path: Path, source_id: int) -> str:
    """Return a source's current text, read on a connection of its own; "" if it has none."""
    reader = Reader(path)
    try:
        with reader.moment() as data:
            current = data.texts.current(source_id)
            return data.texts.body(current.id).text if current else ""
    finally:
        reader.close()


def read_original(path: Path, version_id: int) -> bytes:
    """Return the file a version came from, read on a connection of its own."""
    reader = Reader(path)
    try:
        return reader.data.texts.original(version_id)
    finally:
        reader.close()
