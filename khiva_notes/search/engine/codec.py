"""Our segments behind Whoosh's codec door: Whoosh's own readers and writers work on them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from whoosh.codec import base
from whoosh.codec.whoosh3 import W3Segment
from whoosh.fields import ID, STORED, TEXT, Schema
from whoosh.matching.mcore import ListMatcher
from whoosh.reading import TermInfo, TermNotFound

from khiva_notes.search import layout
from khiva_notes.search.documents import Stamp
from khiva_notes.search.engine.sections import Section
from khiva_notes.search.engine.segments import SegmentFiles


class StampedSchema(Schema):
    """The fields of the index, and which state of the library it reflects.

    Whoosh writes the schema into the table of contents with every commit, so the stamp changes
    in the very moment in which the documents do.
    """

    def __init__(self, release: str) -> None:
        """Describe the fields as this ``release`` of the program lays them out."""
        super().__init__()
        for field in (
            layout.WORDS,
            layout.TITLE,
            layout.AUTHOR,
            layout.SPEAKER,
            layout.SOURCE,
            layout.QUOTE,
        ):
            self.add(field, TEXT(phrase=False))
        for field in (
            layout.TAG,
            layout.LANGUAGE,
            layout.STATUS,
            layout.HAS,
            layout.CARD,
            layout.NAME,
        ):
            self.add(field, ID())
        self.add(layout.ABOUT + "*", TEXT(phrase=False), glob=True)
        for field in ("uid", "kind"):
            self.add(field, STORED())
        self.release = release
        self.stamp: tuple[str, int, str] | None = None

    def read_stamp(self) -> Stamp | None:
        """Give the stamp as a value."""
        return Stamp(*self.stamp) if self.stamp else None


class ArrayCodec:
    """Reads segments written by ``writer``; see ``files`` for what they look like.

    It has what Whoosh asks of a codec except writers and readers of single postings, which only
    Whoosh's own kinds of codec have a use for.
    """

    length_stats = False

    def per_document_writer(self, storage: Any, segment: Any) -> Any:
        """Give a writer that has nothing to do: ``writer.DocumentWriter`` does it all."""
        return _Idle()

    def field_writer(self, storage: Any, segment: Any) -> Any:
        """Give a writer that has nothing to do, as above."""
        return _Idle()

    def terms_reader(self, storage: Any, segment: Any) -> ArrayTermsReader:
        """Open the vocabulary and postings of a segment."""
        return ArrayTermsReader(open_files(storage, segment))

    def per_document_reader(self, storage: Any, segment: Any) -> ArrayDocumentReader:
        """Open the records of a segment."""
        return ArrayDocumentReader(open_files(storage, segment), segment)

    def new_segment(self, storage: Any, indexname: str) -> Any:
        """Name a new segment."""
        return W3Segment(self, indexname)


def open_files(storage: Any, segment: Any) -> SegmentFiles:
    """Open the files of one of Whoosh's segments."""
    return SegmentFiles(Path(storage.folder), segment.segment_id())


class _Idle:
    """Stands where Whoosh expects a writer of postings or records."""

    is_closed = True

    def close(self) -> None:
        """Nothing is open."""


class ArrayTermsReader:
    """The vocabulary as Whoosh sees it: a term is ``language:word``, a keyword just itself."""

    def __init__(self, files: SegmentFiles) -> None:
        """Read from ``files``."""
        self._files = files

    def _find(self, fieldname: str, text: bytes) -> tuple[Section, int] | None:
        language, colon, word = text.decode("utf-8", "surrogatepass").partition(":")
        for section, sought in (
            (self._files.section(fieldname, language) if colon and language else None, word),
            (self._files.section(fieldname, ""), text.decode("utf-8", "surrogatepass")),
        ):
            if section is not None and (at := section.find(sought)) >= 0:
                return section, at
        return None

    def _postings(self, fieldname: str, text: bytes) -> dict[int, int]:
        found = self._find(fieldname, text)
        if found is None:
            raise TermNotFound(f"No term {fieldname}:{text!r}")
        section, at = found
        ids = self._files.ids(section, 2 * at, 2 * at + 2)
        counts: Iterable[int] = self._files.counts(section, 2 * at, 2 * at + 2) or [1] * len(ids)
        weights: dict[int, int] = {}
        for number, count in zip(ids, counts, strict=True):
            weights[number] = weights.get(number, 0) + count
        return dict(sorted(weights.items()))

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return self._find(*term) is not None

    def indexed_field_names(self) -> list[str]:
        """List the fields that have words."""
        return list(dict.fromkeys(field for field, _ in self._files.section_names()))

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """Yield (field, term) in order."""
        for field in sorted(self.indexed_field_names()):
            for section in sorted(self._files.sections(field), key=lambda s: s.language):
                for word in section.words:
                    term = f"{section.language}:{word}" if section.language else word
                    yield field, term.encode("utf-8", "surrogatepass")

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """Yield terms from ``prefix`` of a field on."""
        return (term for term in self.terms() if term >= (fieldname, prefix))

    def frequency(self, fieldname: str, text: bytes) -> int:
        """Count the places of a term."""
        return sum(self._postings(fieldname, text).values())

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """Count the documents of a term."""
        return len(self._postings(fieldname, text))

    def close(self) -> None:
        """Leave the files open: other readers of the same segment may share them."""

    def term_info(self, fieldname: str, text: bytes) -> Any:
        """Give a term's statistics."""
        weights = self._postings(fieldname, text)
        lengths = self._files.records.lengths
        found = [max(lengths[number], 1) for number in weights]
        return TermInfo(
            sum(weights.values()),
            len(weights),
            min(found),
            max(found),
            max(weights.values()),
            min(weights),
            max(weights),
        )

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> Any:
        """Give a term's postings as Whoosh steps through them."""
        weights = self._postings(fieldname, text)
        return ListMatcher(
            list(weights),
            list(weights.values()),
            format=format_,
            scorer=scorer,
            term=(fieldname, text),
            terminfo=self.term_info(fieldname, text),
        )


class ArrayDocumentReader(base.PerDocumentReader):
    """The records as Whoosh sees them."""

    def __init__(self, files: SegmentFiles, segment: Any) -> None:
        """Read from ``files``, with what ``segment`` says is deleted."""
        self._records = files.records
        self._segment = segment
        self._lengths: array[int] = files.records.lengths

    def doc_count(self) -> int:
        """Count the documents that are not deleted."""
        return self.doc_count_all() - int(self._segment.deleted_count())

    def doc_count_all(self) -> int:
        """Count the documents."""
        return len(self._lengths)

    def has_deletions(self) -> bool:
        """Tell whether any document is deleted."""
        return bool(self._segment.has_deletions())

    def is_deleted(self, docnum: int) -> bool:
        """Tell whether one document is deleted."""
        return bool(self._segment.is_deleted(docnum))

    def deleted_docs(self) -> Iterable[int]:
        """Give the numbers of deleted documents."""
        return set(self._segment.deleted_docs())

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """Give a document's length in words, which stands for every field."""
        return self._lengths[docnum] or default

    def field_length(self, fieldname: str) -> int:
        """Give the length of all documents together."""
        return sum(self._lengths)

    def min_field_length(self, fieldname: str) -> int:
        """Give the length of the shortest document."""
        return min(self._lengths, default=0)

    def max_field_length(self, fieldname: str) -> int:
        """Give the length of the longest document."""
        return max(self._lengths, default=0)

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        """Give what is kept of a document."""
        uid, kind, title, _ = self._records.label(docnum)
        return {"uid": uid, "kind": kind, "title": title}
