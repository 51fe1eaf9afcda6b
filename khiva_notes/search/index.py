"""The index of one library: opened without fear, rebuilt aside, updated in small commits."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from khiva_notes import __version__
from khiva_notes.search.documents import Document, Stamp
from khiva_notes.search.query.parser import parse
from khiva_notes.search.results import Facets, IndexBusy, IndexUnusable, Results

if TYPE_CHECKING:
    from khiva_notes.search.engine.segments import SegmentFiles
    from khiva_notes.search.engine.writer import DocumentWriter
    from khiva_notes.search.matching.search import Searcher

_LOG = logging.getLogger(__name__)


class SearchIndex:
    """One Whoosh index in a folder of ours; usable from several threads, one of them writing."""

    def __init__(self, folder: Path) -> None:
        """Use ``open``."""
        self._folder = folder
        self._build: Path | None = None
        self._searcher: Searcher | None = None
        self._writing = threading.Lock()

    @classmethod
    def open(cls, folder: Path) -> SearchIndex:
        """Open whatever is there; anything unreadable is an empty index with no stamp."""
        index = cls(folder)
        index._load()
        return index

    @property
    def stamp(self) -> Stamp | None:
        """The state of the library that the last commit reflects; None: rebuild me."""
        searcher = self._searcher
        return searcher.snapshot.stamp if searcher else None

    @property
    def size(self) -> int:
        """The bytes that the index takes on disk."""
        build = self._build
        return sum(path.stat().st_size for path in build.iterdir()) if build else 0

    def reload(self) -> None:
        """Take over what another process has written since."""
        self._load()

    def _load(self) -> None:
        """Take over the newest state on disk; a damaged one is as good as none."""
        from khiva_notes.search.engine.folder import current_build
        from khiva_notes.search.engine.snapshot import load
        from khiva_notes.search.matching.search import Searcher

        build = current_build(self._folder)
        known = {}
        if self._searcher is not None and build == self._build:
            known = {name: live.view for name, live in self._searcher.snapshot.by_id.items()}
        searcher = None
        if build is not None:
            try:
                snapshot, release = load(build, known)
            except Exception:  # bytes that are not ours can make pickle raise anything at all
                _LOG.warning("The search index in %s cannot be read", build, exc_info=True)
            else:
                searcher = Searcher(snapshot) if release == __version__ else None
        self._build, self._searcher = build, searcher

    def rebuild(
        self,
        documents: Iterable[Document],
        stamp: Stamp,
        *,
        progress: Callable[[int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        """Index everything anew; the old index serves until the new one is whole.

        ``progress`` is told the number of documents taken so far. Raises SearchCancelled once
        ``cancelled()`` is true, and whatever the disk raises; the old index stays either way.
        """
        from khiva_notes.search.engine.building import build
        from khiva_notes.search.engine.folder import discard_others, make_current, new_build

        with self._writing:
            folder = new_build(self._folder)
            try:
                build(folder, __version__, documents, stamp, progress=progress, cancelled=cancelled)
                make_current(self._folder, folder)
            except BaseException:
                discard_others(self._folder, self._build)
                raise
            self._load()

    def update(self, items: Collection[int], documents: Iterable[Document], stamp: Stamp) -> None:
        """Replace every document of ``items`` by ``documents`` in one commit.

        Raises IndexBusy while another process writes, and IndexUnusable without a stamp.
        """
        from khiva_notes.search.engine.tidying import MOST_SEGMENTS

        with self._writing:
            self._commit(items, documents, stamp)
            self._load()
            if self._searcher and len(self._searcher.snapshot.segments) > MOST_SEGMENTS:
                self._merge()

    def _commit(self, items: Collection[int], documents: Iterable[Document], stamp: Stamp) -> None:
        writer, opened = self._open_writer()
        with _cancelling(writer):
            writer.delete_items(items, opened)
            for document in documents:
                writer.add(document)
            writer.commit_with(stamp)

    def _open_writer(self) -> tuple[DocumentWriter, dict[str, SegmentFiles]]:
        from whoosh.index import LockError

        from khiva_notes.search.engine.building import open_index
        from khiva_notes.search.engine.writer import DocumentWriter

        if self._build is None or self._searcher is None:
            raise IndexUnusable("the index must be rebuilt before it can be updated")
        try:
            writer = DocumentWriter(open_index(self._build))
        except LockError as busy:
            raise IndexBusy("another process is writing to the index") from busy
        return writer, self._searcher.snapshot.opened()

    def uids(self) -> set[str]:
        """Return the uid of every document in the index, to hold it against the library."""
        searcher = self._searcher
        if searcher is None:
            return set()
        return {
            segment.files.records.label(number)[0]
            for segment in searcher.snapshot.segments
            for number in range(segment.files.documents)
            if number not in segment.deleted
        }

    def merge_when_idle(self) -> bool:
        """Make small segments into larger ones; True if anything was done, so ask again later."""
        with self._writing:
            return self._merge()

    def _merge(self) -> bool:
        from khiva_notes.search.engine.tidying import worth_merging

        chosen = worth_merging(self._searcher.snapshot) if self._searcher else frozenset()
        if not chosen:
            return False
        writer, opened = self._open_writer()
        with _cancelling(writer):
            writer.merge_segments(chosen, opened)
            writer.commit_with(None)
        self._load()
        return True

    def probe(self) -> bool:
        """Read everything once, to prove that the index can be relied on.

        False: there is no stamp any more, and the index has to be rebuilt.
        """
        searcher = self._searcher
        if searcher is None:
            return False
        try:
            sound = searcher.snapshot.is_sound()
        except (IndexUnusable, OSError):
            sound = False
        if not sound:
            self._give_up(searcher)
        return sound

    def close(self) -> None:
        """Let go of the files; searches still running end undisturbed."""
        with self._writing:
            self._searcher = None

    def search(
        self,
        query: str,
        *,
        limit: int = 20,
        offset: int = 0,
        kinds: Collection[str] | None = None,
        per_kind: int | None = None,
        typing: bool = False,
        cancelled: Callable[[], bool] | None = None,
    ) -> Results:
        """Find ``query``; see docs/search.md for its language.

        ``limit`` and ``offset`` choose among the hits of ``kinds`` (None: all), best first;
        ``per_kind`` gives the best so many of each kind instead. With ``typing`` the last word is
        taken as unfinished. Raises SearchCancelled once ``cancelled()`` is true.
        """
        from khiva_notes.search.matching.search import Wanted

        searcher = self._searcher
        parsed = parse(query, typing=typing)
        if searcher is None or parsed.tree is None:
            return Results()
        chosen = None if kinds is None else frozenset(kinds)
        wanted = Wanted(limit, offset, chosen, per_kind)
        try:
            return searcher.search(parsed, wanted, cancelled)
        except (IndexUnusable, OSError):
            self._give_up(searcher)
            return Results()

    def facets(
        self,
        query: str,
        *,
        limit: int = 12,
        kinds: Collection[str] | None = None,
        typing: bool = False,
        cancelled: Callable[[], bool] | None = None,
    ) -> Facets:
        """Count what the hits of ``query`` have in common: sources, people, tags, years.

        ``limit`` is the number of values of each; ``kinds``, ``typing`` and ``cancelled`` as in
        ``search``.
        """
        from khiva_notes.search.matching.search import Wanted

        searcher = self._searcher
        parsed = parse(query, typing=typing)
        if searcher is None or parsed.tree is None:
            return Facets()
        chosen = None if kinds is None else frozenset(kinds)
        try:
            return searcher.facets(parsed, Wanted(limit, kinds=chosen), cancelled)
        except (IndexUnusable, OSError):
            self._give_up(searcher)
            return Facets()

    def _give_up(self, searcher: Searcher) -> None:
        """Have no stamp from now on, so that whoever owns the library rebuilds the index."""
        _LOG.warning("The search index in %s is damaged", self._build, exc_info=True)
        if self._searcher is searcher:
            self._searcher = None

    def values(self, field: str, begun: str = "", limit: int = 12) -> list[str]:
        """List the values of a field of the query language that begin so, commonest first."""
        from khiva_notes.search.matching.values import values_of

        searcher = self._searcher
        return values_of(field, begun.casefold(), searcher.snapshot, limit) if searcher else []


@contextmanager
def _cancelling(writer: DocumentWriter) -> Iterator[None]:
    """Release the index's lock when anything goes wrong before the commit is done."""
    try:
        yield
    except BaseException:
        if not writer.is_closed:
            writer.cancel()
        raise
