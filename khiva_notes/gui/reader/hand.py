"""The passage in hand, the shortest one at the caret, and what the keys do with it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.item_actions.throwing import take_away
from khiva_notes.gui.reader.beside import Beside
from khiva_notes.gui.reader.contents import Contents
from khiva_notes.gui.reader.spans import Span
from khiva_notes.gui.reader.text_view import TextView
from khiva_notes.model.sentences import sentence_starts
from khiva_notes.services import passages

_PIECE = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")


class Hand(QObject):
    """Moves the caret by sentence and passage, and the edges of the passage it is in."""

    def __init__(
        self, desk: Desk, text: TextView, beside: Beside, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._text = text
        self._beside = beside
        self.contents: Contents | None = None

    def span(self) -> Span | None:
        """Return the passage in hand: the one chosen, if the caret is in it, else the shortest."""
        position = self._text.textCursor().position()
        found = self._beside.spans_at(position)
        before = self._beside.spans_at(position - 1)
        found += [span for span in before if span not in found and span.end == position]
        chosen = self._beside.current[1]
        return next((s for s in found if s.passage == chosen), found[0] if found else None)

    def remove(self, passage: int = 0) -> None:
        """Take a passage away, by default the one in hand; card and text stay."""
        span = self.span()
        passage = passage or (span.passage if span else 0)
        if not passage:
            self._desk.said.emit(self.tr("The caret is in no passage."))
            return
        said = self.tr("The words are off the card; Ctrl+Z brings them back.")
        take_away(self._desk, passage, lambda: self._desk.said.emit(said))

    def move_edge(self, edge: str, by: int) -> None:
        """Let the passage in hand begin or end a word earlier (-1) or later (1)."""
        span, contents = self.span(), self.contents
        if span is None or contents is None:
            self._desk.said.emit(self.tr("The caret is in no passage."))
            return
        passage = self._desk.session.library.data.passages.get(span.passage)
        start, end = passage.start, passage.end
        pieces = self._pieces(contents, start, end)
        if edge == "end":
            ends = [stop for _, stop in pieces if stop > start]
            end = _next(ends, end, by)
        else:
            begins = [begin for begin, _ in pieces if begin < end]
            start = _next(begins, start, by)
        self.resize(span.passage, start, end)
        place = contents.offsets.to_qt(end if edge == "end" else start)
        self._text.put_caret(place)
        self._text.reveal(place, place)
        self._beside.hold(span.card, span.passage)

    def resize(self, passage: int, start: int, end: int) -> None:
        """Give a passage other edges, in code points."""
        library = self._desk.session.library
        self._desk.attempt(lambda: passages.resize(library, passage, start, end))

    def step_sentence(self, by: int, *, select: bool = False) -> None:
        """Move the caret to where the next (1) or this or the previous (-1) sentence begins."""
        if self.contents is None:
            return
        offsets, text = self.contents.offsets, self.contents.body.text
        cursor = self._text.textCursor()
        here = offsets.to_code_points(cursor.position())
        lines = self.contents.spans.lines
        number = lines.at(cursor.position())
        blocks = self.contents.body.blocks
        first, last = max(0, number - 1), min(len(blocks) - 1, number + 1)
        begin, end = blocks[first].start, blocks[last].end
        starts = [begin + place for place in sentence_starts(text[begin:end])]
        if by > 0:
            place = bisect_right(starts, here)
            there = starts[place] if place < len(starts) else end
        else:
            place = bisect_left(starts, here) - 1
            there = starts[max(0, place)]
        mode = QTextCursor.MoveMode.KeepAnchor if select else QTextCursor.MoveMode.MoveAnchor
        cursor.setPosition(offsets.to_qt(there), mode)
        self._text.setTextCursor(cursor)

    def step_passage(self, by: int) -> None:
        """Move the caret to the next (1) or previous (-1) passage that is shown."""
        position = self._text.textCursor().selectionStart()
        span = self._beside.passage_beside(position, by)
        if span is None:
            self._desk.said.emit(self.tr("There are no more passages that way."))
            return
        self._text.reveal(span.start, span.end)
        self._text.put_caret(span.start)
        self._beside.hold(span.card, span.passage)

    def _pieces(self, contents: Contents, start: int, end: int) -> list[tuple[int, int]]:
        """Return the words and signs from the paragraph before a span to the one after it."""
        text = contents.body.text
        begin = text.rfind("\n", 0, max(0, text.rfind("\n", 0, start))) + 1
        stop = text.find("\n", end)
        stop = text.find("\n", stop + 1) if stop >= 0 else -1
        stop = stop if stop >= 0 else len(text)
        return [(m.start(), m.end()) for m in _PIECE.finditer(text, begin, stop)]


def _next(places: list[int], here: int, by: int) -> int:
    if by > 0:
        found = bisect_right(places, here)
        return places[found] if found < len(places) else here
    found = bisect_left(places, here) - 1
    return places[found] if found >= 0 else here
