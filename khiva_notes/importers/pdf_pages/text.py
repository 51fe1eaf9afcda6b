"""A PDF's pages put together: one text, its pages' labels, its notes where their pages end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from khiva_notes.importers.building import Built, TextBuilder
from khiva_notes.importers.pdf_pages.footnotes import Note, last_number, take_out_notes
from khiva_notes.importers.pdf_pages.lines import Line, lines_of
from khiva_notes.importers.pdf_pages.margins import Margins, take_out_margins
from khiva_notes.importers.pdf_pages.pages import Page
from khiva_notes.importers.pdf_pages.paragraphs import Paragraph, measure, paragraphs_of
from khiva_notes.model.reflow.hyphens import Hyphens
from khiva_notes.model.reflow.lines import Line as ReflowLine
from khiva_notes.model.reflow.signs import breaks_word


@dataclass(frozen=True, slots=True)
class PdfText:
    """The text, what was taken out of it, and how many hyphens were undone."""

    built: Built
    margins: Margins
    notes: int
    hyphens: int


def text_of(pages: Sequence[Page], file_name: str) -> PdfText:
    """Make one text of all pages."""
    margins = take_out_margins(pages)
    ordered: list[list[Line]] = []
    columns = 0
    for page, parts in zip(pages, margins.parts, strict=True):
        lines = lines_of(page, parts, columns)
        columns = lines[-1].column + 1 if lines else columns
        ordered.append(lines)
    body, notes = _without_notes(ordered)
    every = [line for lines in ordered for line in lines]
    paragraphs = paragraphs_of([line for lines in body for line in lines], measure(every))
    setter = _Setter(every, margins.labels, file_name)
    built = setter.set(paragraphs, notes)
    return PdfText(built, margins, sum(len(found) for found in notes.values()), setter.hyphens)


def _without_notes(ordered: Sequence[list[Line]]) -> tuple[list[list[Line]], dict[int, list[Note]]]:
    """Each page's lines without its notes, and the notes by page."""
    size = measure([line for lines in ordered for line in lines]).size
    notes: dict[int, list[Note]] = {}
    body: list[list[Line]] = []
    last = 0
    for page, lines in enumerate(ordered):
        columns = [list(column) for _, column in groupby(lines, key=lambda line: line.column)]
        kept, found = take_out_notes(columns, size, last if page - 1 in notes else 0)
        last = last_number(found, last)
        if found:
            notes[page] = found
        body.append([line for column in kept for line in column])
    return body, notes


class _Setter:
    """Writes paragraphs and notes to a builder, with each page's beginning where it falls."""

    def __init__(self, lines: Sequence[Line], labels: Sequence[str], file_name: str) -> None:
        self.hyphens = 0
        self._hyphens = Hyphens([ReflowLine(line.text) for line in lines if line.text])
        self._labels = labels
        self._builder = TextBuilder(file_name)
        self._page = -1

    def set(self, paragraphs: Sequence[Paragraph], notes: dict[int, list[Note]]) -> Built:
        waiting = sorted(notes)
        for paragraph in paragraphs:
            while waiting and waiting[0] < paragraph.lines[0].page:
                self._notes(notes[waiting.pop(0)])
            self._lines(paragraph.lines)
            self._builder.end(paragraph.kind, paragraph.level)
            while waiting and waiting[0] < paragraph.lines[-1].page:
                self._notes(notes[waiting.pop(0)])
        for page in waiting:
            self._notes(notes[page])
        return self._builder.result()

    def _notes(self, notes: Sequence[Note]) -> None:
        for note in notes:
            if note.lines:
                self._turn(note.lines[0].page)
            if note.mark:
                self._builder.words(f"{note.mark} ")
            self._lines(note.lines)
            self._builder.end("note")

    def _lines(self, lines: Sequence[Line]) -> None:
        for place, line in enumerate(lines):
            self._turn(line.page)
            below = lines[place + 1] if place + 1 < len(lines) else None
            text = line.text
            if below is None:
                self._builder.words(text)
            elif breaks_word(text, below.text):
                if not self._hyphens.keeps(text, below.text):
                    text = text[:-1]
                    self.hyphens += 1
                self._builder.words(text)
            else:
                self._builder.words(f"{text} ")

    def _turn(self, page: int) -> None:
        if page != self._page:
            self._page = page
            if self._labels[page]:
                self._builder.page(self._labels[page])
