"""A text put together from a document's pieces: lines, notes, pages, and marks on words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from khiva_notes.importers.normal_form import composed
from khiva_notes.model.texts import Block, BlockKind, Mark, MarkKind, PageBreak, TextBody

_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\u00ad\u200b\u2060\ud800-\udfff]+"
)
_SPACES = re.compile("[ \t\n\r\v\f\x85\u2028\u2029]+")
_LONGEST_VERSE = 90
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FIGURES = re.compile(r"[\d\s,;–-]*\d[\d\s,;–-]*")


def superior(words: str) -> str:
    """Figures set as a note's number is; other words stay, since ``19th`` loses nothing."""
    return words.translate(_SUPERSCRIPTS) if _FIGURES.fullmatch(words) else words


@dataclass(frozen=True, slots=True)
class Built:
    """A whole text with the marks on its words."""

    body: TextBody
    marks: tuple[Mark, ...]


@dataclass(slots=True)
class _Row:
    """One line in the making: ``marks`` and ``pages`` count characters from its beginning."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    open_end: bool = False
    marks: list[Mark] = field(default_factory=list)
    pages: list[PageBreak] = field(default_factory=list)

    def add(self, words: str) -> None:
        self.pieces.append(words)
        self.length += len(words)


class TextBuilder:
    """Collects a text in reading order; white space is put in order as words come."""

    def __init__(self, file_name: str) -> None:
        """``file_name`` is for the words of errors."""
        self._file_name = file_name
        self._texts: list[str] = []
        self._blocks: list[Block] = []
        self._marks: list[Mark] = []
        self._pages: list[PageBreak] = []
        self._length = 0
        self._rows: list[_Row] = [_Row()]
        self._waiting = ""
        self._open: list[tuple[MarkKind, str, int]] = []

    @property
    def empty(self) -> bool:
        """Whether the present line has no words yet."""
        return len(self._rows) == 1 and not self._rows[0].length

    def words(self, text: str) -> None:
        """Add words to the present line."""
        text = _SPACES.sub(" ", _DROPPED.sub("", text))
        row = self._rows[-1]
        if not row.length or row.open_end:
            text = text.lstrip(" ")
        if text:
            self._turn(text)
            row.add(text)
            row.open_end = text.endswith(" ")

    def kept(self, text: str) -> None:
        """Add words whose spaces and tabs say something."""
        text = _DROPPED.sub("", text).replace("\n", " ").replace("\r", "")
        if text:
            self._turn(text)
            self._rows[-1].add(text)
            self._rows[-1].open_end = False

    def line_break(self) -> None:
        """End the line where the writer did, and stay in the paragraph."""
        self._close_marks()
        self._rows.append(_Row())
        self._open = [(kind, value, 0) for kind, value, _ in self._open]

    @contextmanager
    def mark(self, kind: MarkKind, value: str = "") -> Iterator[None]:
        """Mark the words that are added inside."""
        self._open.append((kind, value, self._rows[-1].length))
        depth = len(self._open)
        yield
        if len(self._open) >= depth:
            self._put_mark(*self._open[depth - 1])
            del self._open[depth - 1 :]

    def page(self, label: str) -> None:
        """A page begins at the next word."""
        label = composed(" ".join(_DROPPED.sub("", label).split())[:40], self._file_name)
        self._waiting = label

    def end(self, kind: BlockKind, level: int = 0, *, keep: bool = False) -> bool:
        """End the paragraph: its lines become blocks; whether it had words.

        A paragraph of several short lines is verse. ``keep`` leaves white space at the beginning.
        """
        self._close_marks()
        rows, self._rows = [row for row in self._rows if row.length], [_Row()]
        self._open = [(kind_, value, 0) for kind_, value, _ in self._open]
        if len(rows) > 1 and kind in ("paragraph", "quotation"):
            short = sum(row.length for row in rows) <= _LONGEST_VERSE * len(rows)
            kind = "verse" if short else kind
        if kind == "heading" and len(rows) > 1:
            rows = [_joined(rows)]
        before = len(self._blocks)
        for row in rows:
            self._put(row, kind, level, keep=keep)
        return len(self._blocks) > before

    def result(self) -> Built:
        """The whole text; what was not ended is a paragraph."""
        self.end("paragraph")
        marks = sorted(self._marks, key=lambda mark: (mark.start, -mark.end))
        body = TextBody("\n".join(self._texts), tuple(self._blocks), tuple(self._pages))
        return Built(body, tuple(marks))

    def _put(self, row: _Row, kind: BlockKind, level: int, *, keep: bool) -> None:
        raw = "".join(row.pieces)
        text = raw.rstrip() if keep else raw.strip()
        if not text.strip():
            return
        cut = raw.index(text)
        normal = composed(text, self._file_name)
        start = self._length + 1 if self._texts else 0
        for page in row.pages:
            place = min(max(page.offset - cut, 0), len(normal) - 1)
            self._pages.append(PageBreak(start + place, page.label))
        if normal == text:  # else places inside the line are no longer known
            for mark in row.marks:
                first = max(mark.start - cut, 0)
                last = min(mark.end - cut, len(text))
                if text[first:last].strip():
                    self._marks.append(Mark(start + first, start + last, mark.kind, mark.value))
        self._texts.append(normal)
        self._blocks.append(Block(start, start + len(normal), kind, level))
        self._length = start + len(normal)

    def _turn(self, text: str) -> None:
        """Begin the page that waits at the first of these words."""
        words = text.lstrip()
        if self._waiting and words:
            row = self._rows[-1]
            row.pages.append(PageBreak(row.length + len(text) - len(words), self._waiting))
            self._waiting = ""

    def _close_marks(self) -> None:
        for opened in self._open:
            self._put_mark(*opened)

    def _put_mark(self, kind: MarkKind, value: str, start: int) -> None:
        row = self._rows[-1]
        if row.length > start:
            row.marks.append(Mark(start, row.length, kind, value))


def _joined(rows: list[_Row]) -> _Row:
    """A heading's lines as one, since a heading is one line."""
    whole = _Row()
    for row in rows:
        if whole.length and not whole.pieces[-1].endswith(" "):
            whole.add(" ")
        at = whole.length
        whole.marks += [Mark(m.start + at, m.end + at, m.kind, m.value) for m in row.marks]
        whole.pages += [PageBreak(page.offset + at, page.label) for page in row.pages]
        for piece in row.pieces:
            whole.add(piece)
    return whole
