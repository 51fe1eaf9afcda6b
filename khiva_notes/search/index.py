"""The index of one library: opened without fear, rebuilt aside, updated in small commits."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Any

from khiva_notes.search.documents import Document, Stamp
from khiva_notes.search.results import Highlight, Hit, Results, SearchCancelled

_STAMP_UID = "stamp"


class SearchIndex:
    """One Whoosh index in a folder of ours; usable from several threads, one of them writing."""

    def __init__(self, folder: Path) -> None:
        """Use ``open``."""
        self._folder = folder
        self._index: Any = None
        self._stamp: Stamp | None = None

    @classmethod
    def open(cls, folder: Path) -> SearchIndex:
        """Open whatever is there; anything unreadable is an empty index with no stamp."""
        index = cls(folder)
        index._load()
        return index

    def _load(self) -> None:
        from whoosh.index import open_dir

        self._index = None
        self._stamp = None
        try:
            self._index = open_dir(str(self._folder))
            with self._index.searcher() as searcher:
                fields = searcher.document(uid=_STAMP_UID)
                if fields:
                    self._stamp = Stamp(*fields["payload"])
        except Exception:
            self._index = None

    @property
    def stamp(self) -> Stamp | None:
        """The state of the library that the last commit reflects; None: rebuild me."""
        return self._stamp

    def rebuild(
        self,
        documents: Iterable[Document],
        stamp: Stamp,
        *,
        progress: Callable[[int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        """Index everything anew; the old index serves until the new one is whole."""
        from whoosh.index import create_in

        fresh = self._folder.with_name(self._folder.name + ".new")
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        writer = create_in(str(fresh), _schema()).writer(compound=False)
        for count, document in enumerate(documents, 1):
            if cancelled and cancelled():
                writer.cancel()
                raise SearchCancelled
            writer.add_document(**_fields(document))
            if progress and count % 100 == 0:
                progress(count)
        writer.add_document(**_stamp_fields(stamp))
        writer.commit()
        shutil.rmtree(self._folder, ignore_errors=True)
        fresh.replace(self._folder)
        self._load()

    def update(self, items: Collection[int], documents: Iterable[Document], stamp: Stamp) -> None:
        """Replace every document of ``items`` by ``documents`` in one commit."""
        writer = self._index.writer(compound=False)
        for item in items:
            writer.delete_by_term("item", str(item))
        writer.delete_by_term("uid", _STAMP_UID)
        for document in documents:
            writer.add_document(**_fields(document))
        writer.add_document(**_stamp_fields(stamp))
        writer.commit()
        self._stamp = stamp

    def merge_when_idle(self) -> bool:
        """Do one piece of tidying; True while there is more to do."""
        return False

    def probe(self) -> bool:
        """Search for nothing in particular, to prove that the index can be read."""
        if self._index is None or self._stamp is None:
            return False
        self.search("a")
        return True

    def close(self) -> None:
        """Let go of the files."""
        self._index = None
        self._stamp = None

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
        from whoosh import query as wq
        from whoosh.collectors import TopCollector

        if self._index is None:
            return Results()
        words = [w.lower() for w in query.split()]
        if not words:
            return Results()
        terms: list[Any] = [wq.Term("text", w) for w in words]
        if typing:
            terms[-1] = wq.Prefix("text", words[-1])
        with self._index.searcher() as searcher:
            collector = TopCollector(limit=100000, usequality=False, replace=0)
            searcher.search_with_collector(wq.And(terms), collector)
            found = [
                Hit(score=hit.score, **hit["payload"])
                for hit in collector.results()
                if hit["uid"] != _STAMP_UID
            ]
        chosen = [hit for hit in found if kinds is None or hit.kind in kinds]
        if per_kind is not None:
            seen: Counter[str] = Counter()
            hits = []
            for hit in chosen:
                seen[hit.kind] += 1
                if seen[hit.kind] <= per_kind:
                    hits.append(hit)
        else:
            hits = chosen[offset : offset + limit]
        return Results(
            total=len(chosen),
            hits=tuple(hits),
            by_kind=dict(Counter(hit.kind for hit in found)),
            highlight=Highlight(words=frozenset(words)),
        )


def _schema() -> Any:
    from whoosh.analysis import LowercaseFilter, RegexTokenizer
    from whoosh.fields import ID, STORED, TEXT, Schema

    analyzer = RegexTokenizer() | LowercaseFilter()
    return Schema(
        uid=ID(unique=True, stored=True),
        item=ID,
        text=TEXT(analyzer=analyzer),
        payload=STORED,
    )


def _fields(document: Document) -> dict[str, Any]:
    parts = [document.body]
    if document.kind != "text":
        parts = [document.title, *document.names, document.body, *document.tags, document.author]
    return {
        "uid": document.uid,
        "item": str(document.item),
        "text": "\n".join(parts),
        "payload": {
            "uid": document.uid,
            "item": document.item,
            "kind": document.kind,
            "title": document.title,
            "start": document.start,
            "end": document.end,
        },
    }


def _stamp_fields(stamp: Stamp) -> dict[str, Any]:
    return {"uid": _STAMP_UID, "payload": (stamp.library, stamp.revision, stamp.token)}
