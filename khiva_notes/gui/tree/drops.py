"""What becomes of things dropped onto the tree: added to a dispute, tagged, thrown away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QObject

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.dragging import dragged, dragged_here, mime_of
from khiva_notes.gui.item_actions.throwing import throw_away
from khiva_notes.gui.tree.model import TAGS, TRASH, Node
from khiva_notes.services import links
from khiva_notes.services.dispute_cards import add_cards


class TreeDrops(QObject):
    """Says for a row whether something can be dropped on it, and does what that means."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def mime(self, nodes: Sequence[Node]) -> QMimeData:
        """Return rows of the tree as data for a drag."""
        ids = [node.place.item_id for node in nodes if node.place is not None]
        return mime_of(self._desk, [number for number in ids if number])

    def takes(self, node: Node, mime: QMimeData) -> bool:
        """Tell whether a row takes what is dragged; quick, for it is asked at each move."""
        if dragged(mime) is None:
            return False
        return node.kind == TRASH or (node.kind in ("dispute", TAGS) and not node.section)

    def drop(self, node: Node, mime: QMimeData) -> bool:
        """Do what dropping on a row means; False if that was nothing."""
        found = dragged_here(self._desk, mime)
        if found is None:
            self._desk.said.emit(self.tr("That comes from another library."))
            return False
        library = self._desk.session.library
        words = library.data.passages.many(found.passage_ids)
        ids = [*found.item_ids, *(p.item_id for p in words.values() if p.item_id)]
        if node.kind == TRASH:
            throw_away(self._desk, ids)
        elif node.kind == TAGS:
            self._desk.attempt(lambda: links.tag(library, ids, node.title))
        elif node.place is not None:
            dispute_id = node.place.item_id
            self._desk.attempt(lambda: add_cards(library, dispute_id, ids))
        return True
