"""Keeping the search index abreast of the library, from whichever thread does the work."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from khiva_notes.search.documents import Stamp
from khiva_notes.search.index import SearchIndex
from khiva_notes.services.documents import (
    all_documents,
    item_documents,
    text_documents,
    text_group,
)
from khiva_notes.store.repositories import Repositories
from khiva_notes.store.store import Reader

Progress = Callable[[int], None]
Cancelled = Callable[[], bool]


def index_folder(indexes: Path, library: Path, uid: str) -> Path:
    """Return where the index of this very file lies.

    A copy of a library has its uid but another path, and so an index of its own.
    """
    place = hashlib.sha256(str(library.resolve()).encode()).hexdigest()[:12]
    return indexes / f"{uid}-{place}"


def open_index(indexes: Path, library: Path, uid: str) -> SearchIndex:
    """Open the index of a library, empty if there is none or it cannot be read."""
    return SearchIndex.open(index_folder(indexes, library, uid))


def stamp_of(data: Repositories) -> Stamp:
    """Return the stamp that an index of the library as it now is would bear."""
    last = data.revisions.last()
    return Stamp(data.library.get().uid, last.number, last.token)


def needs_rebuild(index: SearchIndex, data: Repositories) -> bool:
    """Tell whether the index is of no use: missing, damaged, or of another history."""
    stamp = index.stamp
    if stamp is None or stamp.library != data.library.get().uid:
        return True
    return not data.revisions.knows(stamp.revision, stamp.token) or not index.probe()


def catch_up(
    index: SearchIndex,
    library: Path,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> bool:
    """Bring the index to the library's last step; True if it had to be built anew.

    Reads through a connection of its own, so that it can run beside the window.
    """
    reader = Reader(library)
    try:
        with reader.moment() as data:
            if needs_rebuild(index, data):
                index.rebuild(
                    all_documents(data), stamp_of(data), progress=progress, cancelled=cancelled
                )
                return True
            _update(index, data)
            return False
    finally:
        reader.close()


def _update(index: SearchIndex, data: Repositories) -> None:
    assert index.stamp is not None
    since = index.stamp.revision
    target = stamp_of(data)
    if target == index.stamp:
        return
    items = set(data.revisions.touched_since(since, "item"))
    for retitled in data.revisions.touched_since(since, "title"):
        items |= {link.from_id for link in data.links.to(retitled)}
    texts = data.revisions.touched_since(since, "text")
    documents = [*item_documents(data, sorted(items)), *text_documents(data, texts)]
    index.update([*items, *(text_group(source) for source in texts)], documents, target)
