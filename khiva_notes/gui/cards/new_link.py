"""A line that makes a link: how the card stands to another, and to which."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from khiva_notes.gui.cards.chooser import CardChooser
from khiva_notes.gui.cards.link_type import LinkType
from khiva_notes.gui.desk import Desk
from khiva_notes.services import cards, links

InPieces = Callable[[str, Sequence[int], Callable[[list[int]], object]], None]
"""What does something to many items a piece at a time: a step's label, the items, the doing."""


class NewLink(QWidget):
    """A type of link, built in or the user's own, read from either end; then a chooser.

    ``others`` are items that are linked in the same way, at the same time, or by ``in_pieces``.
    ``closed`` is sent when the link is made or given up.
    """

    closed = Signal()

    def __init__(
        self,
        desk: Desk,
        item_id: int,
        parent: QWidget | None = None,
        others: tuple[int, ...] = (),
        in_pieces: InPieces | None = None,
    ) -> None:
        super().__init__(parent)
        self._in_pieces = in_pieces or self._at_once
        self.desk = desk
        self._others = others
        self.item_id = item_id
        self._type = LinkType(desk, desk.session.library.data.items.get(item_id).kind, self)
        self._chooser = CardChooser(desk, (), self, allow_new=True)
        self._chooser.setObjectName("link-target")
        self._chooser.leave_out(frozenset({item_id, *others}))
        self._chooser.chosen.connect(self._take)
        self._chooser.created.connect(self._make)
        self._chooser.cancelled.connect(self.closed)
        self._type.settled.connect(self._go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addWidget(self._type)
        column.addWidget(self._chooser)

    def begin(self) -> None:
        """Put the focus where one types first."""
        self._type.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        self._chooser.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, other_id: int) -> None:
        chosen = self._type.chosen()
        if chosen is None:
            return
        library, ids = self.desk.session.library, [self.item_id, *self._others]
        name, backwards, role = chosen
        self._in_pieces(
            "Link",
            ids,
            lambda piece: links.link_all(
                library, piece, other_id, name, backwards=backwards, role=role
            ),
        )
        self.closed.emit()

    def _at_once(self, _label: str, ids: Sequence[int], act: Callable[[list[int]], object]) -> None:
        self.desk.attempt(lambda: act(list(ids)))

    def _make(self, title: str) -> None:
        chosen = self._type.chosen()
        if chosen is None:
            return
        library, kind = self.desk.session.library, self._chooser.new_kind
        ids = [self.item_id, *self._others]
        name, backwards, role = chosen
        self.desk.attempt(
            lambda: cards.make_related(
                library, ids, name, kind, title, backwards=backwards, role=role
            )
        )
        self.closed.emit()
