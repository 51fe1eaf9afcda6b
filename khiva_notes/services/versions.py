"""Commands on the versions of a text: a corrected one takes the place of the last, in one step."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path

from khiva_notes.model.anchors import Correction, Found
from khiva_notes.model.errors import UserError
from khiva_notes.model.passages import Origin, Passage, anchor, trim
from khiva_notes.model.texts import ImportedText, VersionInfo
from khiva_notes.services import names
from khiva_notes.services.library import Library
from khiva_notes.services.reading_marks import carry_read
from khiva_notes.services.sources import keep_text
from khiva_notes.store.repositories import Repositories
from khiva_notes.store.store import Reader

_LONGEST_NAME = 5
"""Words of a passage that may be a name, as where words are attached to a card."""


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a source's passages, by their numbers.

    ``ok`` stand where they stood among the other words, ``moved`` elsewhere, ``fuzzy`` are only
    similar words; ``orphan`` were not found and stay in the text they were in.
    """

    version_id: int
    ok: tuple[int, ...] = ()
    moved: tuple[int, ...] = ()
    fuzzy: tuple[int, ...] = ()
    orphan: tuple[int, ...] = ()


@dataclass
class Places:
    """Where the places of a source's old texts are in a new one, worked out once for each.

    Versions never change, so what was worked out on another thread holds whatever is done
    meanwhile.
    """

    new: str
    _corrections: dict[int, Correction] = field(default_factory=dict)
    _found: dict[Origin, Found | None] = field(default_factory=dict)

    def find(self, data: Repositories, place: Origin) -> Found | None:
        """Return where the words at a place of an old version now stand, if anywhere."""
        if place not in self._found:
            correction = self.correction(data, place.version_id)
            self._found[place] = correction.find(place.start, place.end)
        return self._found[place]

    def correction(self, data: Repositories, version_id: int) -> Correction:
        """Return an old version beside the new text."""
        if version_id not in self._corrections:
            self._corrections[version_id] = Correction(data.texts.body(version_id).text, self.new)
        return self._corrections[version_id]


def prepare(
    path: Path,
    source_id: int,
    imported: ImportedText,
    cancelled: Callable[[], bool] = lambda: False,
) -> Places:
    """Work out beforehand, on any thread, what takes long in ``add_version``."""
    places = Places(imported.body.text)
    reader = Reader(path)
    try:
        with reader.moment() as data:
            passages = data.passages.of_source(source_id)
            origins = data.passages.origins([passage.id for passage in passages])
            for passage in passages:
                if cancelled():
                    break
                _find(data, places, passage, origins.get(passage.id))
    finally:
        reader.close()
    return places


def add_version(
    library: Library,
    source_id: int,
    imported: ImportedText,
    file_name: str,
    places: Places | None = None,
) -> Report:
    """Give a source a corrected text and carry its passages over to it, as one step.

    Passages keep their numbers, so names, cells and accounts that refer to them still do; those
    lost in an earlier version are looked for again. ``places`` is what ``prepare`` gave for the
    same text. UserError for the very file that the current text came from.
    """
    source = library.data.items.get(source_id)
    if source.kind != "source":
        raise UserError(f"'{source.title}' is no source.", "Choose a source for the text.")
    before = library.data.texts.current(source_id)
    if before and before.sha256 == hashlib.sha256(imported.original).hexdigest():
        raise UserError(
            f"'{source.title}' has this very text already.", "Choose the file with the corrections."
        )
    if places is None or places.new != imported.body.text:
        places = Places(imported.body.text)
    with library.change("Import corrected text") as data:
        version_id = keep_text(library, source_id, imported, file_name)
        if before is not None:
            _carry_works(data, before.id, version_id)
            carry_read(data, before.id, version_id)
        return _carry_passages(data, source_id, version_id, places)


def confirm(library: Library, passage_ids: Collection[int]) -> None:
    """Note that passages stand where they should; orphans, which stand nowhere, are left out.

    A name attested by words that now read otherwise is attested as it reads; the old form stays
    known as a variant.
    """
    passages = library.data.passages.many(passage_ids)
    doubtful = [p for p in passages.values() if p.status in ("moved", "fuzzy")]
    if not doubtful:
        return
    many = len(doubtful) > 1
    origins = library.data.passages.origins([passage.id for passage in doubtful])
    with library.change(f"Confirm {len(doubtful)} passages" if many else "Confirm passage") as data:
        for passage in doubtful:
            data.passages.settle(passage.id)
            if passage.id in origins:
                _attest(library, passage.id, [words_at(data, origins[passage.id])], passage.exact)


def reattach(library: Library, passage_id: int, start: int, end: int) -> None:
    """Tie a passage by hand to words of its source's current text, in code points.

    UserError if there are no words.
    """
    data = library.data
    passage = data.passages.get(passage_id)
    current = data.texts.current(data.texts.info(passage.version_id).item_id)
    assert current is not None
    text = data.texts.body(current.id).text
    start, end = trim(text, max(0, start), min(end, len(text)))
    if start >= end:
        raise UserError("No words are selected.", "Select some words in the text first.")
    span = anchor(text, start, end)
    before = [passage.exact, *(words_at(data, was) for was in _origin(data, passage_id))]
    with library.change("Attach passage anew"):
        data.passages.carry(passage_id, current.id, span, "ok")
        _attest(library, passage_id, before, span.exact)


def versions(data: Repositories, source_id: int) -> list[VersionInfo]:
    """Return all versions of a source's text, the newest first."""
    return data.texts.versions(source_id)


def original(data: Repositories, version_id: int) -> bytes:
    """Return the file that a version came from, byte for byte; LookupError if there is none."""
    return data.texts.original(version_id)


def _carry_works(data: Repositories, old_id: int, new_id: int) -> None:
    """Let citation numbers stand for the works they stood for."""
    works = {mark.number: mark.work_id for mark in data.citations.in_version(old_id)}
    for number, work_id in works.items():
        if work_id is not None:
            data.citations.resolve(new_id, number, work_id)


def _carry_passages(data: Repositories, source_id: int, version_id: int, places: Places) -> Report:
    passages = data.passages.of_source(source_id)
    origins = data.passages.origins([passage.id for passage in passages])
    by_status: dict[str, list[int]] = {"ok": [], "moved": [], "fuzzy": [], "orphan": []}
    for passage in passages:
        origin = origins.get(passage.id)
        found = _find(data, places, passage, origin)
        if found is None:
            data.passages.lose(passage.id)
            by_status["orphan"].append(passage.id)
            continue
        span = anchor(places.new, found.start, found.end)
        was = None if found.status == "ok" else origin or _place(passage)
        data.passages.carry(passage.id, version_id, span, found.status, was)
        by_status[found.status].append(passage.id)
    return Report(version_id, **{status: tuple(ids) for status, ids in by_status.items()})


def _find(
    data: Repositories, places: Places, passage: Passage, origin: Origin | None
) -> Found | None:
    """Find a passage by the words that were confirmed last, else by those that await it."""
    if origin is None:
        return places.find(data, _place(passage))
    found = places.find(data, origin)
    if found is not None and found.status != "fuzzy":
        return found
    nearer = places.find(data, _place(passage))
    if nearer is None:
        return found
    same = places.new[nearer.start : nearer.end] == words_at(data, origin)
    return Found(nearer.start, nearer.end, "moved" if same else "fuzzy")


def words_at(data: Repositories, place: Origin) -> str:
    """Return the words at a place of some version of a text."""
    return data.texts.slice(place.version_id, place.start, place.end)


def _place(passage: Passage) -> Origin:
    return Origin(passage.version_id, passage.start, passage.end)


def _origin(data: Repositories, passage_id: int) -> list[Origin]:
    return list(data.passages.origins([passage_id]).values())


def _attest(library: Library, passage_id: int, before: Collection[str], now: str) -> None:
    """Let names whose form was what a passage read before be attested as it reads now."""
    data = library.data
    old_forms = {_form(words) for words in before} - {_form(now)}
    for name in data.names.attested_by(passage_id):
        if name.text not in old_forms:
            continue
        data.names.detach(name.id)
        if len(now.split()) <= _LONGEST_NAME:
            names.add_name(
                library, name.item_id, now, language=name.language, passage_id=passage_id
            )


def _form(words: str) -> str:
    return " ".join(words.split())
