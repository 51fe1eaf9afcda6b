"""Reads a source and makes its document off the window's thread: a long text opens at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QThread
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor, QTextDocument

from khiva_notes.gui.reader.spans import Lines, SpanIndex, span_of
from khiva_notes.model.texts import Block
from khiva_notes.services.reading import CitedWork, SourceText, read_source

_PIECE = 1 << 15
_SEPARATORS = {0x2029: " ", 0xFDD0: " ", 0xFDD1: " "}


@dataclass(frozen=True)
class LoadedText:
    """A source's text ready to be shown: its document, passages by block, marks and pages."""

    text: SourceText
    document: QTextDocument
    blocks: Sequence[Block]
    spans: SpanIndex
    marks: dict[int, list[tuple[int, int]]]
    pages: Mapping[int, Sequence[tuple[int, str]]]


def load(path: Path, source_id: int, home: QThread) -> LoadedText | CitedWork:
    """Read a source of the library at ``path``; its document is given over to the thread ``home``.

    LookupError if there is no such source.
    """
    read = read_source(path, source_id)
    if isinstance(read, CitedWork):
        return read
    offsets, body = read.offsets, read.body
    blocks = body.blocks or (Block(0, 0),)
    lines = Lines([offsets.to_qt(block.start) for block in blocks])
    marks: dict[int, list[tuple[int, int]]] = {}
    for mark in read.marks:
        start = offsets.to_qt(mark.start)
        marks.setdefault(lines.at(start), []).append((start, offsets.to_qt(mark.end)))
    pages: dict[int, list[tuple[int, str]]] = {}
    for page in body.pages:
        start = offsets.to_qt(page.offset)
        pages.setdefault(lines.at(start), []).append((start, page.label))
    spans = SpanIndex(
        lines,
        (
            span_of(passage, _kind(read, passage.item_id), offsets)
            for passage in read.passages
            if passage.status != "orphan"
        ),
    )
    slanted = [
        (offsets.to_qt(look.start), offsets.to_qt(look.end), look.kind == "strong")
        for look in read.looks
        if look.kind in ("emphasis", "strong")
    ]
    document = make_document(body.text, home, slanted)
    return LoadedText(read, document, blocks, spans, marks, pages)


def make_document(
    text: str, home: QThread, slanted: Sequence[tuple[int, int, bool]] = ()
) -> QTextDocument:
    """Return a document of a text, a block a line, that lives on the thread ``home``.

    ``slanted`` are spans in UTF-16 that the file set in italics, or, where it says so, in bold.

    It is filled piece by piece: Python lets the window's thread in between.
    """
    if any(chr(mark) in text for mark in _SEPARATORS):
        text = text.translate(_SEPARATORS)
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    cursor = QTextCursor(document)
    for start in range(0, len(text), _PIECE):
        cursor.insertText(text[start : start + _PIECE])
    for start, end, bold in slanted:
        look = QTextCharFormat()
        if bold:
            look.setFontWeight(QFont.Weight.Bold)
        else:
            look.setFontItalic(True)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(look)
    if document.thread() is not home:
        document.moveToThread(home)
    return document


def _kind(read: SourceText, item_id: int | None) -> str:
    card = read.cards.get(item_id or 0)
    return card.kind if card else "highlight"
