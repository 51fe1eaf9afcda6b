"""Two lines that say how a type of link reads, from where it begins and from where it ends."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from khiva_notes.gui.desk import Desk
from khiva_notes.model.relations import Relation
from khiva_notes.services.links import define_relation, rename_relation


class LinkReadings(QWidget):
    """Defines or renames a type; ``done`` bears its label, ``left`` tells that Esc was pressed."""

    done = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._renamed = ""
        self._label = self._line("relation-label", self.tr("This card … the other"))
        self._label.setPlaceholderText(self.tr("betrayed"))
        self._inverse = self._line("relation-inverse", self.tr("The other … this card"))
        self._inverse.setPlaceholderText(self.tr("was betrayed by"))
        self._label.returnPressed.connect(self._inverse.setFocus)
        self._inverse.returnPressed.connect(self._take)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(4)
        form.addRow(self.tr("This card …"), self._label)
        form.addRow(self.tr("The other …"), self._inverse)

    def ask(self, words: str) -> None:
        """Ask for both readings of a new type, of which the first may be known."""
        self._renamed = ""
        self._begin(words, "")

    def ask_again(self, relation: Relation) -> None:
        """Ask for other readings of a type."""
        self._renamed = relation.name
        self._begin(relation.label, relation.inverse)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc; Enter is the lines' own."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _begin(self, label: str, inverse: str) -> None:
        self._label.setText(label)
        self._inverse.setText(inverse)
        self.show()
        first = self._inverse if label and not inverse else self._label
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        first.selectAll()

    def _take(self) -> None:
        library, name = self._desk.session.library, self._renamed
        label, inverse = self._label.text(), self._inverse.text()
        before = library.data.revisions.last().number
        if name:
            self._desk.attempt(lambda: rename_relation(library, name, label, inverse))
        else:
            self._desk.attempt(lambda: define_relation(library, label, inverse))
        if library.data.revisions.last().number != before:
            self.hide()
            self.done.emit(" ".join(label.split()))

    def _line(self, name: str, words: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName(name)
        line.setAccessibleName(words)
        return line
