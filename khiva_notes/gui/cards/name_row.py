"""One form of a name as a row that is edited in place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from khiva_notes.gui.cards.direction import direction_of
from khiva_notes.gui.cards.discard import discard
from khiva_notes.gui.cards.elided import ElidedLabel
from khiva_notes.gui.cards.inputs import Choice
from khiva_notes.gui.cards.row import Row
from khiva_notes.gui.fonts import reading_font
from khiva_notes.model.items import Name

_KINDS = ("attested", "variant", "transliteration")
_POINTS = 11.0
_LANGUAGE_WIDTH = 64


class NameRow(Row):
    """One form; F2 edits it in place, and so does Enter if nothing in a text attests it."""

    preferred = Signal()
    changed = Signal(str, str, str)

    def __init__(self, name: Name, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.setObjectName(f"name-{name.id}")
        self._fields: tuple[QLineEdit, Choice, QLineEdit] | None = None
        self._form: QWidget | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(5, 1, 2, 1)
        self._row.setSpacing(6)
        self._text = ElidedLabel(name.text)
        self._text.setFont(reading_font(_POINTS))
        self._row.addWidget(self._text, 1)
        self._about = QLabel(" · ".join(part for part in (name.kind, name.language) if part))
        self._about.setProperty("role", "muted")
        self._row.addWidget(self._about)
        keys = self.tr("F2 edits, P prefers, Delete removes")
        if name.passage_id is not None:
            self.add_tool("↗", self.tr("Show where it is written (Enter)"), self.opened.emit)
            keys = self.tr("Enter shows where it is written, F2 edits, P prefers, Delete removes")
        self.add_tool("✎", self.tr("Edit this form (F2)"), self.edit)
        self.add_tool("★", self.tr("Make this the card's title (P)"), self.preferred.emit)
        self.add_tool("×", self.tr("Remove this form (Delete)"), self.removed.emit)
        self._row.addWidget(self.tools)
        self.setToolTip(keys)
        self.setAccessibleName(f"{name.text}, {self._about.text()}")

    def edit(self) -> None:
        """Let the form be edited in place."""
        if self._fields is not None:
            return
        text, kind, language = QLineEdit(self), Choice(self), QLineEdit(self)
        text.setObjectName("name-text")
        text.setText(self.name.text)
        text.setLayoutDirection(direction_of(self.name.text))
        text.setAccessibleName(self.tr("Form of the name"))
        kind.setObjectName("name-kind")
        kind.setAccessibleName(self.tr("Kind of form"))
        for choice in dict.fromkeys((*_KINDS, self.name.kind)):
            kind.addItem(choice)
        kind.setCurrentText(self.name.kind)
        language.setObjectName("name-language")
        language.setText(self.name.language)
        language.setAccessibleName(self.tr("Language"))
        language.setPlaceholderText(self.tr("lang."))
        language.setMaximumWidth(_LANGUAGE_WIDTH)
        for shown in (self._text, self._about):
            shown.hide()
        self.tools.hide()
        self._form = QWidget(self)
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(text)
        below = QHBoxLayout()
        below.addWidget(kind)
        below.addWidget(language)
        below.addStretch(1)
        column.addLayout(below)
        self._row.addWidget(self._form, 1)
        self._fields = (text, kind, language)
        text.setFocus(Qt.FocusReason.OtherFocusReason)
        text.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the row's keys; while editing, Enter takes and Esc leaves it as it was."""
        key, plain = event.key(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self._fields is not None:
            if key == Qt.Key.Key_Escape:
                self._close()
            elif enter and plain:
                self._take()
            else:
                event.ignore()
        elif key == Qt.Key.Key_F2 or (enter and plain and self.name.passage_id is None):
            self.edit()
        elif key == Qt.Key.Key_P and plain:
            self.preferred.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do nothing on a single click, for a form has buttons of its own."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit on a double click."""
        self.edit()

    def _take(self) -> None:
        if self._fields is None:
            return
        text, kind, language = self._fields
        values = (text.text().strip(), kind.currentText(), language.text().strip())
        self._close()
        if values != (self.name.text, self.name.kind, self.name.language):
            self.changed.emit(*values)

    def _close(self) -> None:
        if self._fields is None:
            return
        if self._form is not None:
            self._row.removeWidget(self._form)
            discard(self._form)
            self._form = None
        self._fields = None
        for shown in (self._text, self._about):
            shown.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
