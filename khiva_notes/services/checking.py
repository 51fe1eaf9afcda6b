"""Whether a library is sound: the file, its rows, every quotation, every link, and the index."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from khiva_notes.model.errors import UserError
from khiva_notes.model.kinds import KINDS
from khiva_notes.model.passages import CONTEXT
from khiva_notes.model.texts import TextBody
from khiva_notes.model.wikilinks import targets
from khiva_notes.services.dispute_checking import dispute_problems
from khiva_notes.services.documents import all_documents
from khiva_notes.services.searching import IndexBusy, LibrarySearch
from khiva_notes.store.connection import is_library
from khiva_notes.store.repositories import Repositories
from khiva_notes.store.store import DamagedFile, Reader


def check(library: Path, indexes: Path) -> list[str]:
    """Return what is wrong with a library, a sentence each; empty when it is sound.

    An index that is missing, behind or damaged is brought to order first, which is no fault of
    the library. UserError if the file is no library of ours.
    """
    try:
        reader = Reader(library)
    except UserError as error:
        if is_library(library) and "damaged" in error.what:
            return [error.what]
        raise
    try:
        problems = reader.integrity_problems()
        if problems:
            return problems
        problems = [*_passages(reader.data), *_links(reader.data), *_fields(reader.data)]
        problems += [*dispute_problems(reader.data), *_index(library, indexes, reader.data)]
        return problems
    except DamagedFile as error:
        return [f"The file is damaged: {error}"]
    finally:
        reader.close()


def _passages(data: Repositories) -> Iterator[str]:
    """Check that all passages read as noted: orphans too, in the old text that they stay in."""
    version_id, body = 0, TextBody("", ())
    current: dict[int, bool] = {}
    for passage in data.passages.all():
        if passage.version_id != version_id:
            version_id, body = passage.version_id, data.texts.body(passage.version_id)
            yield from _body(version_id, body)
            current[version_id] = _is_current(data, version_id)
        where = f"Passage {passage.id} at {passage.start}-{passage.end} of text {version_id}"
        if body.text[passage.start : passage.end] != passage.exact:
            yield f"{where} does not read '{passage.exact[:60]}'."
        elif (
            body.text[max(0, passage.start - CONTEXT) : passage.start] != passage.prefix
            or body.text[passage.end : passage.end + CONTEXT] != passage.suffix
        ):
            yield f"{where} does not stand among the words noted for it."
        if current[version_id] == (passage.status == "orphan"):
            said = "is called lost there" if current[version_id] else "was not carried to the next"
            yield f"{where} {said}."
    for mark in data.citations.all():
        if mark.version_id != version_id:
            version_id, body = mark.version_id, data.texts.body(mark.version_id)
        words = body.text[mark.start : mark.end]
        if mark.number not in words or mark.locator not in words:
            yield f"Citation mark {mark.id} of text {version_id} does not read [{mark.number}]."


def _is_current(data: Repositories, version_id: int) -> bool:
    newest = data.texts.current(data.texts.info(version_id).item_id)
    return newest is not None and newest.id == version_id


def _body(version_id: int, body: TextBody) -> Iterator[str]:
    lines = body.text.split("\n")
    offset = 0
    for number, line in enumerate(lines):
        if number >= len(body.blocks) or (body.blocks[number].start, body.blocks[number].end) != (
            offset,
            offset + len(line),
        ):
            yield f"Text {version_id} and its paragraphs do not fit at line {number + 1}."
            return
        offset += len(line) + 1


def _links(data: Repositories) -> Iterator[str]:
    items = {item.key: item for item in data.items.all()}
    for item in items.values():
        for key in targets(item.body):
            if key not in items and not data.items.by_title(key):
                yield f"The notes of '{item.key}' link to '{key}', which is not there."


def _fields(data: Repositories) -> Iterator[str]:
    names = data.names.of_many()
    for item in data.items.all():
        kind = KINDS.get(item.kind)
        if kind is None:
            yield f"'{item.key}' is of the unknown kind '{item.kind}'."
            continue
        preferred = [name.text for name in names.get(item.id, []) if name.kind == "preferred"]
        if kind.named and preferred != [item.title]:
            yield f"The preferred name of '{item.key}' is not its title."


def _index(library: Path, indexes: Path, data: Repositories) -> Iterator[str]:
    search = LibrarySearch(library, indexes)
    try:
        search.catch_up()
        wanted = {document.uid for document in all_documents(data)}
        indexed = search.index.uids()
        if wanted - indexed:
            yield f"{len(wanted - indexed)} things are missing from the search index."
        if indexed - wanted:
            yield f"The search index has {len(indexed - wanted)} things that are gone."
    except IndexBusy:
        return
    finally:
        search.close()
