"""What of a text has been read: marked with a key, seen in the margin, told in the status bar."""

from __future__ import annotations

from PySide6.QtCore import QObject

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.reader.contents import Contents
from khiva_notes.gui.reader.text_view import TextView
from khiva_notes.model.sentences import sentence_at
from khiva_notes.services import reading_marks

Span = tuple[int, int]


class ReadMarks(QObject):
    """Marks the selection as read, or all from the last mark up to the sentence at the caret."""

    def __init__(self, desk: Desk, text: TextView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._text = text
        self._contents: Contents | None = None
        self._spans: list[Span] = []
        self.share = 0.0

    def show_text(self, contents: Contents) -> None:
        """Tell of another text."""
        self._contents = contents
        self.refresh()

    def refresh(self) -> None:
        """Take over that other parts of the text have been read."""
        contents = self._contents
        if contents is None:
            return
        self._spans = self._desk.session.library.data.read_spans.of(contents.version_id)
        read = sum(end - start for start, end in self._spans)
        self.share = reading_marks.share_of(read, len(contents.body.text))
        to_qt = contents.offsets.to_qt
        self._text.margin.show_read([(to_qt(start), to_qt(end)) for start, end in self._spans])
        self._text.viewport().update()

    def mark(self) -> None:
        """Mark what is selected as read, or what comes before the caret and was not marked yet."""
        contents = self._contents
        if contents is None:
            return
        selected = self._selected(contents)
        end = selected[1] if selected else self._sentence(contents)[1]
        start = selected[0] if selected else reading_marks.unread_before(self._spans, end)
        library = self._desk.session.library
        self._desk.attempt(
            lambda: reading_marks.mark_read(library, contents.version_id, start, end)
        )

    def unmark(self) -> None:
        """Take the mark off what is selected, or off all from the caret's sentence on."""
        contents = self._contents
        if contents is None:
            return
        selected = self._selected(contents)
        start, end = selected or (self._sentence(contents)[0], len(contents.body.text))
        library = self._desk.session.library
        self._desk.attempt(
            lambda: reading_marks.unmark_read(library, contents.version_id, start, end)
        )

    def go_on(self) -> None:
        """Put the caret where the first unread words begin."""
        contents = self._contents
        if contents is None:
            return
        length = len(contents.body.text)
        place = reading_marks.first_unread(self._spans, length)
        if place >= length:
            self._desk.said.emit(self.tr("All of this text has been read."))
            return
        while place < length - 1 and contents.body.text[place].isspace():
            place += 1
        position = contents.offsets.to_qt(place)
        self._text.reveal(position, position)
        self._text.put_caret(position)

    def _selected(self, contents: Contents) -> Span | None:
        """Return what is selected, if it is a sentence or more: less is a word looked at."""
        cursor = self._text.textCursor()
        to_code_points = contents.offsets.to_code_points
        start, end = to_code_points(cursor.selectionStart()), to_code_points(cursor.selectionEnd())
        first, last = self._sentence(contents, cursor.selectionStart())
        return (start, end) if end - start >= last - first > 0 else None

    def _sentence(self, contents: Contents, position: int = -1) -> Span:
        """Return the sentence that a position, or else the caret, is in."""
        if position < 0:
            position = self._text.textCursor().position()
        block = contents.body.blocks[contents.spans.lines.at(position)]
        offset = contents.offsets.to_code_points(position) - block.start
        line = contents.body.text[block.start : block.end]
        start, end = sentence_at(line, min(offset, max(0, len(line) - 1)))
        return block.start + start, block.start + end
