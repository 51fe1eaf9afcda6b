"""One section of a segment: the vocabulary of a field in one language, and where its lists lie."""

from __future__ import annotations

import dataclasses
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from khiva_notes.search.consonants import consonant_keys
from khiva_notes.search.engine.beginnings import Beginnings
from khiva_notes.search.engine.files import (
    ArrayWriter,
    DirectoryReader,
    DirectoryWriter,
    NarrowArray,
)
from khiva_notes.search.engine.inverter import Entry, Postings
from khiva_notes.search.engine.pairs import Lists, frequent, pairs
from khiva_notes.search.folding import is_title, name_readings
from khiva_notes.search.stems import has_stems, stem
from khiva_notes.search.words import plain

_LAST = "\U0010ffff"
_CODING = ("utf-8", "surrogatepass")


@dataclass(frozen=True, slots=True)
class PostingFiles:
    """The files that postings are appended to."""

    ids: ArrayWriter
    counts: ArrayWriter
    positions: ArrayWriter


class SectionWriter:
    """Writes one section, word after word in order.

    Each word has two lists, small letters and capitals; a key of a keyword field has only the
    first, without counts or positions.
    """

    def __init__(self, name: str, language: str) -> None:
        """Begin a section for field ``name`` under the analysis ``language``; "" is keywords."""
        self._name = name
        self._language = language
        self._words: list[str] = []
        self._capitals: list[str] = []
        self._ids = NarrowArray("HI")
        self._counts = NarrowArray("BI")
        self._positions = NarrowArray("HI")
        self._id_ends = array("I", [0])
        self._position_ends = array("I", [0])
        self._beginnings = Beginnings()

    def add(self, entry: Entry) -> None:
        """Write one word."""
        if entry.capital is not None:
            self._capitals.append(entry.word)
        if self._language:
            for postings in (entry.small, entry.capital):
                if postings is not None:
                    self._beginnings.add(entry.word, postings.documents)
        self._put(entry.word, (entry.small, entry.capital))

    def _put(self, word: str, lists: tuple[Postings | None, Postings | None]) -> None:
        self._words.append(word)
        for postings in lists:
            if postings is not None:
                self._append(postings)
            self._id_ends.append(len(self._ids.data))
            self._position_ends.append(len(self._positions.data))

    def _append(self, postings: Postings) -> None:
        self._ids.extend(postings.documents)
        if self._language:
            self._counts.extend(postings.counts)
            self._positions.extend(postings.positions)

    def finish(self, files: PostingFiles, directory: DirectoryWriter) -> dict[str, Any]:
        """Write everything out; return the section's line of the directory."""
        line = self._finish_lists(files, directory)
        if self._language:
            for name, classes in self._classes().items():
                line[name] = directory.append(classes)
            lists = Lists(
                self._ids.data,
                self._counts.data,
                self._positions.data,
                self._id_ends,
                self._position_ends,
            )
            line["begun"] = self._begun()._finish_lists(files, directory)
            common = frequent(lists)
            words = "\n".join(self._words[place] for place in common)
            line["frequent"] = directory.append(words.encode(*_CODING))
            line["pairs"] = self._pairs(lists, common)._finish_lists(files, directory)
        return line

    def _begun(self) -> SectionWriter:
        """Make a section of beginnings, each with the documents of all words that begin so."""
        section = SectionWriter(self._name, self._language)
        for begun, counts in self._beginnings.finish():
            documents = sorted(counts)
            postings = Postings(documents, [counts[number] for number in documents], ())
            section._put(begun, (postings, None))
        return section

    def _pairs(self, lists: Lists, common: list[int]) -> SectionWriter:
        """Make a section of pairs of frequent words, a space between them."""
        section = SectionWriter(self._name, self._language)
        words = self._words
        found = {f"{words[a]} {words[b]}": where for (a, b), where in pairs(lists, common).items()}
        for pair in sorted(found):
            section._put(pair, (found[pair], None))
        return section

    def _finish_lists(self, files: PostingFiles, directory: DirectoryWriter) -> dict[str, Any]:
        line: dict[str, Any] = {
            "field": self._name,
            "language": self._language,
            "words": directory.append("\n".join(self._words).encode(*_CODING)),
            "id_ends": directory.append(self._id_ends.tobytes()),
            "position_ends": directory.append(self._position_ends.tobytes()),
        }
        for part, writer, values in (
            ("ids", files.ids, self._ids.data),
            ("counts", files.counts, self._counts.data),
            ("positions", files.positions, self._positions.data),
        ):
            line[part] = [values.typecode, writer.append(values)]
        return line

    def _classes(self) -> dict[str, bytes]:
        plains = ((plain(word), word) for word in self._words)
        language = self._language
        may_be_names = dict.fromkeys((*self._capitals, *filter(is_title, self._words)))
        names = (
            (key, word)
            for word in may_be_names
            for key in {key for keys in name_readings(word, language) for key in keys}
        )
        consonants = (
            (key, word) for word in may_be_names for key in consonant_keys(word, language)
        )
        return {
            "plains": _class_lines((key, word) for key, word in plains if key != word),
            "stems": _class_lines(
                (key, word)
                for word in (self._words if has_stems(self._language) else ())
                if (key := stem(word, self._language)) != word
            ),
            "names": _class_lines(names),
            "consonants": _class_lines(consonants),
        }


def _class_lines(pairs: Iterable[tuple[str, str]]) -> bytes:
    classes: dict[str, list[str]] = {}
    for key, word in pairs:
        classes.setdefault(key, []).append(word)
    return "\n".join("\t".join((key, *classes[key])) for key in sorted(classes)).encode(*_CODING)


@dataclass(slots=True)
class WordClasses:
    """Words by a key they share: sorted lines of a key and its words, parted by tabs."""

    lines: list[str]

    def find(self, key: str) -> list[str]:
        """List the words under ``key``."""
        at = bisect_left(self.lines, key + "\t")
        if at < len(self.lines):
            found, *words = self.lines[at].split("\t")
            if found == key:
                return words
        return []

    def find_prefix(self, prefix: str) -> list[str]:
        """List the words under every key that begins with ``prefix``."""
        begin, end = bisect_left(self.lines, prefix), bisect_left(self.lines, prefix + _LAST)
        return [word for line in self.lines[begin:end] for word in line.split("\t")[1:]]


@dataclass(slots=True)
class Section:
    """A section as it is read: the words, and for each where its two lists of postings lie.

    ``begun`` has beginnings of words for words, with all documents of the words that begin so;
    ``pairs`` has for words all pairs of ``frequent`` words that stand side by side anywhere.
    """

    field: str
    language: str
    words: list[str]
    id_ends: array[int]
    position_ends: array[int]
    ids: tuple[str, int]
    counts: tuple[str, int]
    positions: tuple[str, int]
    plains: WordClasses = dataclasses.field(default_factory=lambda: WordClasses([]))
    stems: WordClasses = dataclasses.field(default_factory=lambda: WordClasses([]))
    names: WordClasses = dataclasses.field(default_factory=lambda: WordClasses([]))
    consonants: WordClasses = dataclasses.field(default_factory=lambda: WordClasses([]))
    begun: Section | None = None
    pairs: Section | None = None
    frequent: frozenset[str] = frozenset()

    def find(self, word: str) -> int:
        """Give the place of a word, or -1."""
        at = bisect_left(self.words, word)
        return at if at < len(self.words) and self.words[at] == word else -1

    def prefix_range(self, prefix: str) -> tuple[int, int]:
        """Give the first place of words that begin with ``prefix`` and the one after the last."""
        return bisect_left(self.words, prefix), bisect_left(self.words, prefix + _LAST)


def read_section(reader: DirectoryReader, line: dict[str, Any]) -> Section:
    """Load one section's vocabulary."""
    section = _read_lists(reader, line)
    if section.language:
        section.plains = WordClasses(_lines(reader.blob(line["plains"])))
        section.stems = WordClasses(_lines(reader.blob(line["stems"])))
        section.names = WordClasses(_lines(reader.blob(line["names"])))
        section.consonants = WordClasses(_lines(reader.blob(line["consonants"])))
        section.begun = _read_lists(reader, line["begun"])
        section.pairs = _read_lists(reader, line["pairs"])
        section.frequent = frozenset(_lines(reader.blob(line["frequent"])))
    return section


def _read_lists(reader: DirectoryReader, line: dict[str, Any]) -> Section:
    return Section(
        line["field"],
        line["language"],
        _lines(reader.blob(line["words"])),
        array("I", reader.blob(line["id_ends"])),
        array("I", reader.blob(line["position_ends"])),
        _place(line["ids"]),
        _place(line["counts"]),
        _place(line["positions"]),
    )


def _place(line: list[Any]) -> tuple[str, int]:
    typecode, begin = line
    return str(typecode), int(begin)


def _lines(blob: bytes) -> list[str]:
    return blob.decode(*_CODING).split("\n") if blob else []
