"""Other places in the text that are very likely the same name, offered and never taken unasked."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QObject, Signal

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.reader.contents import Contents
from khiva_notes.gui.tasks import Task
from khiva_notes.model.kinds import KINDS
from khiva_notes.model.names import Mention, find_mentions
from khiva_notes.services import passages, suggestions

Mentions = list[Mention]


class Offers(QObject):
    """Looks for a card's name in the text, in the background, and attaches what is accepted.

    ``changed`` tells that there are other offers now, or none.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._contents: Contents | None = None
        self._task: Task[Mentions] | None = None
        self._asked: tuple[int, tuple[str, ...]] = (0, ())
        self._found: Mentions = []
        self.card = 0
        self.mentions: Sequence[Mention] = ()

    def show_text(self, contents: Contents | None) -> None:
        """Look in another text from now on."""
        self._contents = contents
        self.drop()

    def drop(self) -> None:
        """Offer nothing."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._asked, self._found = (0, ()), []
        self.card = 0
        self._sift()

    def consider(self, card: int) -> None:
        """Look for other places of a card's name, if it is of a kind that has names."""
        contents = self._contents
        brief = contents.card(card) if contents else None
        if contents is None or brief is None or not KINDS[brief.kind].named:
            self.drop()
            return
        names = tuple(name.text for name in self._desk.session.library.data.names.of(card))
        if (card, names) == self._asked:
            self._sift()
            return
        if card != self.card:
            self.drop()
            self.card = card
        elif self._task is not None:
            self._task.cancel()
        self._sift()
        self._asked = (card, names)
        text = contents.body.text
        self._task = self._desk.session.tasks.start(
            lambda _: find_mentions(text, names), self._answered
        )

    def accept(self, mentions: Sequence[Mention]) -> None:
        """Attach these places to the card, as one step; each new spelling becomes a name."""
        contents, card = self._contents, self.card
        if contents is None or not mentions:
            return
        library = self._desk.session.library
        spans = [(mention.start, mention.end) for mention in mentions]
        self._desk.attempt(lambda: passages.attach_all(library, card, contents.version_id, spans))

    def refuse(self, mention: Mention) -> None:
        """Not offer a place as this card's name again."""
        contents = self._contents
        if contents is not None and self.card:
            library, words = self._desk.session.library, self._words(contents, mention)
            source = contents.source.id
            self._desk.attempt(lambda: suggestions.refuse_mention(library, source, words))

    def refresh(self, touched: Collection[int]) -> None:
        """Take over that a step has touched these items."""
        if self.card and (self.card in touched or self._found):
            self.consider(self.card)

    def _words(self, contents: Contents, mention: Mention) -> str:
        key = self._desk.session.library.data.items.get(self.card).key
        return suggestions.mention_words(contents.body.text, key, mention.start, mention.end)

    def _answered(self, mentions: Mentions) -> None:
        self._task = None
        self._found = mentions
        self._sift()

    def _sift(self) -> None:
        """Leave out what is attached already, to this card or to another of its kind."""
        contents = self._contents
        left: Mentions = []
        brief = contents.card(self.card) if contents and self.card else None
        if contents is not None and brief is not None:
            refused = self._desk.session.library.data.refusals.of(contents.source.id)
            for mention in self._found:
                start = contents.offsets.to_qt(mention.start)
                end = contents.offsets.to_qt(mention.end)
                if (suggestions.MENTION, self._words(contents, mention)) in refused:
                    continue
                taken = any(
                    span.start < end
                    and start < span.end
                    and (span.card == self.card or (span.kind == brief.kind and span.card))
                    for number in contents.spans.lines.through(start, end)
                    for span in contents.spans.in_block(number)
                )
                if not taken:
                    left.append(mention)
        if tuple(left) != tuple(self.mentions):
            self.mentions = tuple(left)
        self.changed.emit()
