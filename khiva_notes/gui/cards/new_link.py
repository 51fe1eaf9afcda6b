"""A line that makes a link: how the card stands to another, and to which."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from khiva_notes.gui.cards.chooser import CardChooser
from khiva_notes.gui.cards.link_type import LinkType
from khiva_notes.gui.desk import Desk
from khiva_notes.services import cards, links


class NewLink(QWidget):
    """A type of link, built in or the user's own, read from either end; then a chooser.

    ``others`` are items that are linked in the same way, at the same time. ``closed`` is sent
    when the link is made or given up.
    """

    closed = Signal()

    def __init__(
        self,
        desk: Desk,
        item_id: int,
        parent: QWidget | None = None,
        others: tuple[int, ...] = (),
    ) -> None:
        super().__init__(parent)
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
        self.desk.attempt(
            lambda: links.link_all(library, ids, other_id, name, backwards=backwards, role=role)
        )
        self.closed.emit()

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
