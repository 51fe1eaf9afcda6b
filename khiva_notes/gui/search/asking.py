"""One search and what is asked after it: its facets, and more hits as one scrolls."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from khiva_notes.gui.desk import Desk
from khiva_notes.services.finding import Answer

_ASKER = "page"
_STEP = 60


class Asking(QObject):
    """``answered`` bears an Answer and ``faceted`` a tuple of Facet, of the newest query only."""

    answered = Signal(object)
    faceted = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._indexer = desk.session.indexer
        self._query = ""
        self._kinds: tuple[str, ...] = ()
        self._limit = _STEP
        self._numbers = [-1, -1]
        self._shown = 0
        self._indexer.answered.connect(self._take)
        self._indexer.faceted.connect(self._take_facets)

    def ask(self, query: str, kinds: tuple[str, ...]) -> None:
        """Search anew; a query that is the same keeps as many hits as were shown."""
        if (query, kinds) != (self._query, self._kinds):
            self._limit = _STEP
        self._query, self._kinds = query, kinds
        if not query.strip():
            self._indexer.drop(_ASKER)
            self._numbers = [-1, -1]
            return
        self._search()
        self._numbers[1] = self._indexer.ask_facets(
            query, asker=_ASKER, kinds=kinds or None, typing=is_unfinished(query)
        )

    def more(self) -> None:
        """Ask for more hits of the same query, unless they are on their way or all there."""
        if self._numbers[0] < 0 and self._shown == self._limit:
            self._limit += _STEP
            self._search()

    @property
    def under_way(self) -> bool:
        """Whether an answer is being waited for."""
        return self._numbers[0] >= 0

    def _search(self) -> None:
        self._numbers[0] = self._indexer.ask(
            self._query,
            asker=_ASKER,
            limit=self._limit,
            kinds=self._kinds or None,
            typing=is_unfinished(self._query),
        )

    def _take(self, number: int, answer: Answer) -> None:
        if number == self._numbers[0]:
            self._numbers[0] = -1
            self._shown = len(answer.found)
            self.answered.emit(answer)

    def _take_facets(self, number: int, facets: object) -> None:
        if number == self._numbers[1]:
            self._numbers[1] = -1
            self.faceted.emit(facets)


def is_unfinished(query: str) -> bool:
    """Tell whether the last word of a query counts as a beginning."""
    return not query.endswith(" ")
