"""From words to cards: each wish of the reader about the words in hand, as one command."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.reader.contents import Contents
from khiva_notes.gui.reader.grasp import grasp
from khiva_notes.gui.reader.text_view import TextView
from khiva_notes.services import cards, passages


class Maker(QObject):
    """Makes cards and passages of the selection, or of the name or sentence at the caret.

    ``made`` bears a new card and its passage; it is to be edited at once.
    """

    made = Signal(int, int)

    def __init__(self, desk: Desk, text: TextView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._text = text
        self.contents: Contents | None = None
        self.last_used = 0

    def span(self, kind: str) -> tuple[int, int]:
        """Return the words in hand as a span in code points, empty if there are none."""
        contents, cursor = self.contents, self._text.textCursor()
        if contents is None:
            return 0, 0
        if cursor.hasSelection():
            return (
                contents.offsets.to_code_points(cursor.selectionStart()),
                contents.offsets.to_code_points(cursor.selectionEnd()),
            )
        offset = contents.offsets.to_code_points(cursor.position())
        for block in contents.body.blocks:
            if block.start <= offset <= block.end:
                line = contents.body.text[block.start : block.end]
                start, end = grasp(line, offset - block.start, kind)
                return block.start + start, block.start + end
        return offset, offset

    def make(self, kind: str) -> None:
        """Make a card of ``kind``; a highlight that the caret is in becomes its passage."""
        contents = self.contents
        if contents is None:
            return
        library = self._desk.session.library
        start, end = self.span(kind)
        item = self._desk.attempt(
            lambda: passages.make_card(library, kind, contents.version_id, start, end)
        )
        if item is not None:
            self._finish(item.id, start)

    def make_about(self) -> None:
        """Make a claim about the card used last."""
        contents = self.contents
        library = self._desk.session.library
        about = library.data.items.find(self.last_used)
        if contents is None:
            return
        if about is None or about.trashed or about.kind == "claim":
            self._desk.said.emit(self.tr("No card has been used yet that a claim could be about."))
            return
        start, end = self.span("claim")
        target = about.id

        def command() -> int:
            with library.change("New claim from the text"):
                item = passages.make_card(library, "claim", contents.version_id, start, end)
                cards.set_links(library, item.id, "about", [(target, "")])
                return item.id

        card = self._desk.attempt(command)
        if card is not None:
            self._finish(card, start, use=False)

    def highlight(self) -> None:
        """Keep the words in hand as a passage of no card."""
        self.highlight_span(*self.span("highlight"))

    def highlight_span(self, start: int, end: int) -> None:
        """Keep words, given in code points, as a passage of no card."""
        contents = self.contents
        if contents is None:
            return
        library = self._desk.session.library
        done = self._desk.attempt(
            lambda: passages.highlight(library, contents.version_id, start, end)
        )
        if done is not None:
            self._leave(end)

    def attach(self, card: int, start: int, end: int) -> None:
        """Tie words, given in code points, to a card that exists."""
        contents = self.contents
        if contents is None:
            return
        library = self._desk.session.library
        done = self._desk.attempt(
            lambda: passages.attach(library, card, contents.version_id, start, end)
        )
        if done is not None:
            self.last_used = card
            self._leave(end)

    def _finish(self, card: int, start: int, *, use: bool = True) -> None:
        assert self.contents is not None
        spans = self.contents.spans.of_card(card)
        if use:
            self.last_used = card
        if spans:
            self._text.put_caret(spans[0].end)
            self.made.emit(card, spans[0].passage)

    def _leave(self, end: int) -> None:
        assert self.contents is not None
        self._text.put_caret(self.contents.offsets.to_qt(end))
