"""A line that makes a link: how the card stands to another, and to which."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from khiva_notes.gui.cards.chooser import CardChooser
from khiva_notes.gui.cards.inputs import Choice
from khiva_notes.gui.desk import Desk
from khiva_notes.model.kinds import KINDS
from khiva_notes.model.relations import RELATIONS
from khiva_notes.services import cards, links


class NewLink(QWidget):
    """A choice of types, each from both ends and open to words of one's own; then a chooser.

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
        self._type = Choice(self)
        self._type.setObjectName("link-type")
        self._type.setAccessibleName(self.tr("How this card stands to the other"))
        self._type.setToolTip(self.tr("Choose, or type words of your own"))
        self._type.setEditable(True)
        fields = {
            field.relation
            for field in KINDS[desk.session.library.data.items.get(item_id).kind].fields
            if field.is_link
        }
        for relation in RELATIONS.values():
            if relation.name not in fields:
                self._type.addItem(relation.label, (relation.name, False))
        for relation in RELATIONS.values():
            if relation.inverse != relation.label:
                self._type.addItem(relation.inverse, (relation.name, True))
        self._type.setCurrentIndex(self._type.findText("supports"))
        self._chooser = CardChooser(desk, (), self, allow_new=True)
        self._chooser.setObjectName("link-target")
        self._chooser.leave_out(frozenset({item_id, *others}))
        self._chooser.chosen.connect(self._take)
        self._chooser.created.connect(self._make)
        self._chooser.cancelled.connect(self.closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addWidget(self._type)
        column.addWidget(self._chooser)

    def begin(self) -> None:
        """Put the focus where one types first."""
        self._type.setFocus(Qt.FocusReason.OtherFocusReason)
        line = self._type.lineEdit()
        if line is not None:
            line.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the type goes on to the card, Esc gives up."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            self._chooser.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _take(self, other_id: int) -> None:
        name, backwards = self._chosen()
        if not name:
            return
        library, ids = self.desk.session.library, [self.item_id, *self._others]
        self.desk.attempt(lambda: links.link_all(library, ids, other_id, name, backwards=backwards))
        self.closed.emit()

    def _make(self, title: str) -> None:
        name, backwards = self._chosen()
        if not name:
            return
        library, kind = self.desk.session.library, self._chooser.new_kind
        ids = [self.item_id, *self._others]
        self.desk.attempt(
            lambda: cards.make_related(library, ids, name, kind, title, backwards=backwards)
        )
        self.closed.emit()

    def _chosen(self) -> tuple[str, bool]:
        words = " ".join(self._type.currentText().split())
        known = self._type.findText(words, Qt.MatchFlag.MatchFixedString)
        if known >= 0:
            name, backwards = self._type.itemData(known)
            return name, backwards
        return words.casefold().replace(" ", "-"), False
