"""The choice of how one card stands to another; new types are defined where they are needed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from khiva_notes.gui.cards.inputs import Choice
from khiva_notes.gui.cards.link_readings import LinkReadings
from khiva_notes.gui.desk import Desk
from khiva_notes.model.kinds import KINDS
from khiva_notes.services.links import delete_relation, relations_of

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WITH_ROLE = "participant"

Chosen = tuple[str, bool, str]
"""A type's name, whether the link begins at the other card, and the role in words."""


class LinkType(QWidget):
    """Offers each type with both readings; words that no type has lead to a new one.

    ``settled`` is sent when Enter was pressed on a type. Types of the user's own can be renamed
    and, while no link is of them, deleted.
    """

    settled = Signal()

    def __init__(self, desk: Desk, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._fields = {field.relation for field in KINDS[kind].fields if field.is_link}
        self._choice = Choice(self)
        self._choice.setObjectName("link-type")
        self._choice.setAccessibleName(self.tr("How this card stands to the other"))
        self._choice.setToolTip(self.tr("Choose a type, or type words of your own"))
        self._choice.setEditable(True)
        self._choice.setMaxVisibleItems(20)
        self._rename = self._button("rename-relation", self.tr("Rename"))
        self._rename.setToolTip(self.tr("Give this type other words, wherever it stands"))
        self._rename.clicked.connect(self._ask_other_words)
        self._delete = self._button("delete-relation", self.tr("Delete"))
        self._delete.setToolTip(self.tr("Delete this type; no link may be of it"))
        self._delete.clicked.connect(self._throw)
        self._role = QLineEdit()
        self._role.setObjectName("link-role")
        self._role.setPlaceholderText(self.tr("as what?"))
        self._role.setAccessibleName(self.tr("Took part as what"))
        self._role.returnPressed.connect(self.settled)
        self._hint = QLabel(self.tr("Enter makes this a new type of link."))
        self._hint.setProperty("role", "muted")
        self._readings = LinkReadings(desk, self)
        self._readings.hide()
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._choice, 1)
        row.addWidget(self._role, 1)
        row.addWidget(self._rename)
        row.addWidget(self._delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._hint)
        column.addWidget(self._readings)
        self.setFocusProxy(self._choice)
        self._readings.done.connect(self._take_defined)
        self._readings.left.connect(self._leave_readings)
        self._fill("supports")
        self._choice.editTextChanged.connect(lambda _: self._tell())
        self._tell()

    def begin(self) -> None:
        """Put the focus into the type with all of it selected."""
        self._choice.setFocus(Qt.FocusReason.OtherFocusReason)
        line = self._choice.lineEdit()
        if line is not None:
            line.selectAll()

    def chosen(self) -> Chosen | None:
        """Return what is chosen; None, and a question for both readings, for unknown words."""
        place = self._place()
        if place < 0:
            self._ask_readings()
            return None
        name, backwards = self._choice.itemData(place)
        role = " ".join(self._role.text().split()) if name == _WITH_ROLE else ""
        return name, backwards, role

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter: to the card, or to the readings of a new type."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() not in _ENTER or control:
            super().keyPressEvent(event)
        elif not self._role.isHidden() and not self._role.hasFocus() and self._place() >= 0:
            self._role.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.chosen() is not None:
            self.settled.emit()

    def _fill(self, label: str) -> None:
        blocked = self._choice.blockSignals(True)
        self._choice.clear()
        relations = relations_of(self._desk.session.library.data).values()
        for relation in relations:
            if relation.name not in self._fields:
                self._choice.addItem(relation.label, (relation.name, False))
        for relation in relations:
            if relation.inverse != relation.label:
                self._choice.addItem(relation.inverse, (relation.name, True))
        self._choice.addItem(self.tr("new type …"), None)
        self._choice.setCurrentIndex(max(0, self._choice.findText(label)))
        self._choice.blockSignals(blocked)

    def _place(self) -> int:
        """Return where the words stand among the types, or -1 for words of the user's own."""
        words = " ".join(self._choice.currentText().split())
        place = self._choice.findText(words, Qt.MatchFlag.MatchFixedString)
        return place if place >= 0 and self._choice.itemData(place) is not None else -1

    def _own(self) -> str:
        """Return the name of the type chosen if it is the user's own, or nothing."""
        place = self._place()
        name = self._choice.itemData(place)[0] if place >= 0 else ""
        return name if name in self._desk.session.library.data.relation_types.all() else ""

    def _tell(self) -> None:
        place, own = self._place(), bool(self._own())
        self._rename.setVisible(own)
        self._delete.setVisible(own)
        self._hint.setVisible(place < 0 and self._readings.isHidden())
        with_role = place >= 0 and self._choice.itemData(place)[0] == _WITH_ROLE
        self._role.setVisible(with_role)

    def _ask_readings(self) -> None:
        words = " ".join(self._choice.currentText().split())
        self._readings.ask("" if words == self.tr("new type …") else words)
        self._tell()

    def _ask_other_words(self) -> None:
        known = self._desk.session.library.data.relation_types.all()[self._own()]
        self._readings.ask_again(known)

    def _throw(self) -> None:
        library, name = self._desk.session.library, self._own()
        self._desk.attempt(lambda: delete_relation(library, name))
        if name not in library.data.relation_types.all():
            self._fill("supports")
            self._tell()
            self.begin()

    def _take_defined(self, label: str) -> None:
        self._fill(label)
        self._tell()
        self.settled.emit()

    def _leave_readings(self) -> None:
        self._tell()
        self.begin()

    def _button(self, name: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(words)
        return button
