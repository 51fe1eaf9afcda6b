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


def is_of_use(index: SearchIndex, data: Repositories) -> bool:
    """Tell whether the index is of this library and of a state that it has been in."""
    stamp = index.stamp
    if stamp is None or stamp.library != data.library.get().uid:
        return False
    return data.revisions.knows(stamp.revision, stamp.token)


def rebuild(
    index: SearchIndex,
    data: Repositories,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> None:
    """Build the index anew; ``progress`` is told how many documents have been taken."""
    index.rebuild(all_documents(data), stamp_of(data), progress=progress, cancelled=cancelled)


def update(index: SearchIndex, data: Repositories) -> None:
    """Bring an index that is of use to the library's last step."""
    assert index.stamp is not None
    since = index.stamp.revision
    target = stamp_of(data)
    if target == index.stamp:
        return
    items = set(data.revisions.touched_since(since, "item"))
    texts = set(data.revisions.touched_since(since, "text"))
    retitles = set(data.revisions.touched_since(since, "title"))
    for accounts in data.accounts.of_many(retitles).values():
        # A dispute in the trash disputes nothing.
        items.update(claim for account in accounts for claim in account.claim_ids)
    for retitled in retitles:
        items |= {link.from_id for link in data.links.to(retitled)}
        texts.add(retitled)  # a source's title is asked for in each of its paragraphs
    documents = [*item_documents(data, sorted(items)), *text_documents(data, sorted(texts))]
    index.update([*items, *(text_group(source) for source in texts)], documents, target)
