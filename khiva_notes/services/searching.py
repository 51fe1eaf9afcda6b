"""The search of one library: its index kept abreast, and questions answered from both."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from khiva_notes.search.index import SearchIndex
from khiva_notes.search.results import IndexBusy, SearchCancelled
from khiva_notes.services.facets import Facet, find_facets
from khiva_notes.services.finding import Answer, find
from khiva_notes.services.indexing import (
    Cancelled,
    Progress,
    is_of_use,
    open_index,
    rebuild,
    stamp_of,
    update,
)
from khiva_notes.services.query_language import Completion, complete
from khiva_notes.store.connection import checkpoint
from khiva_notes.store.repositories import Repositories
from khiva_notes.store.store import Reader

__all__ = [
    "Answer",
    "Cancelled",
    "Completion",
    "Facet",
    "IndexBusy",
    "LibrarySearch",
    "SearchCancelled",
    "Seeker",
]

_ALL = 10_000_000


class LibrarySearch:
    """The index of one library file; each method may be called from any thread."""

    def __init__(self, library: Path, indexes: Path, *, reads_only: bool = False) -> None:
        """Open the index of the library at ``library``, however damaged it may be.

        One that ``reads_only`` leaves all writing, mending too, to the program that writes it.
        """
        self._library = library
        reader = Reader(library)
        try:
            self.index: SearchIndex = open_index(indexes, library, reader.data.library.get().uid)
        finally:
            reader.close()
        self._sound = reads_only or self.index.probe()

    @contextmanager
    def _reading(self) -> Iterator[Repositories]:
        reader = Reader(self._library)
        try:
            with reader.moment() as data:
                yield data
        finally:
            reader.close()

    def must_rebuild(self) -> bool:
        """Tell whether the index has to be built anew before it finds everything."""
        with self._reading() as data:
            return not self._sound or not is_of_use(self.index, data)

    def catch_up(
        self, *, progress: Progress | None = None, cancelled: Cancelled | None = None
    ) -> None:
        """Bring the index to the library's last step; IndexBusy while another program does so.

        An index that is missing, damaged or of another history is built anew.
        """
        with self._reading() as data:
            if self._sound and is_of_use(self.index, data):
                update(self.index, data)
            else:
                rebuild(self.index, data, progress=progress, cancelled=cancelled)
                self._sound = True

    def look(self) -> bool:
        """Take over what another program has written; True if it finds all of the library."""
        with self._reading() as data:
            if self.index.stamp != stamp_of(data):
                self.index.reload()
            return self.index.stamp == stamp_of(data)

    def distrust(self) -> None:
        """Have the index built anew at the next occasion, because reading it has failed."""
        self._sound = False

    def tidy(self) -> bool:
        """Do a piece of the work that can wait for an idle moment; True while there is more."""
        checkpoint(self._library)
        return self.index.merge_when_idle()

    def close(self) -> None:
        """Let go of the index's files."""
        self.index.close()


class Seeker:
    """Answers questions on one thread, through a connection that belongs to it."""

    def __init__(self, search: LibrarySearch, library: Path) -> None:
        self._search = search
        self._reader = Reader(library)

    def find(
        self,
        query: str,
        *,
        limit: int = 20,
        kinds: Collection[str] | None = None,
        typing: bool = False,
        per_kind: int | None = None,
        cancelled: Cancelled | None = None,
    ) -> Answer:
        """Search; SearchCancelled as soon as ``cancelled`` says so."""
        return find(
            self._search.index,
            self._reader.data,
            query,
            limit=limit,
            kinds=kinds,
            typing=typing,
            per_kind=per_kind,
            cancelled=cancelled,
        )

    def items(
        self,
        query: str,
        *,
        kinds: Collection[str] | None = None,
        typing: bool = False,
        cancelled: Cancelled | None = None,
    ) -> list[tuple[int, str]]:
        """List all that a query finds as numbers of items and kinds of hits, the best first.

        An item comes once for each kind of hit: a source whose paragraphs were found is there as
        ``text``, however many they are. Nothing is read of what stands in them.
        """
        results = self._search.index.search(
            query, limit=_ALL, kinds=kinds, typing=typing, cancelled=cancelled
        )
        return list(dict.fromkeys((abs(hit.item), hit.kind) for hit in results.hits))

    def facets(
        self,
        query: str,
        *,
        kinds: Collection[str] | None = None,
        typing: bool = False,
        cancelled: Cancelled | None = None,
    ) -> tuple[Facet, ...]:
        """Count by what the hits can be narrowed down; SearchCancelled as in ``find``."""
        return find_facets(
            self._search.index,
            self._reader.data,
            query,
            kinds=kinds,
            typing=typing,
            cancelled=cancelled,
        )

    def completions(self, query: str, cursor: int) -> list[Completion]:
        """List what the clause before ``cursor``, in code points, may become."""
        return complete(query, cursor, self._search.index.values)

    def close(self) -> None:
        """Let go of the library's file."""
        self._reader.close()
