"""A linked card or a tag as a small label that opens, takes a role and goes away again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from khiva_notes.gui.cards.discard import discard
from khiva_notes.gui.cards.elided import ElidedLabel
from khiva_notes.gui.theme import Theme
from khiva_notes.model.kinds import KINDS

_WIDEST = 280
_ROLE_WIDTH = 120
_LEAST_ROLE = 36


class Chip(QFrame):
    """One chip; ``kind`` gives it a glyph, ``with_role`` a few words that can be edited.

    ``opened`` is sent for Enter or a click, ``removed`` for Delete or the cross, ``role_edited``
    with the new words.
    """

    opened = Signal()
    removed = Signal()
    role_edited = Signal(str)

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        kind: str = "",
        role: str = "",
        with_role: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "chip")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.text = text
        self.role = role
        self._with_role = with_role
        self._role_field: QLineEdit | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 1, 3, 1)
        row.setSpacing(4)
        if kind:
            glyph = QLabel(KINDS[kind].glyph)
            glyph.setStyleSheet(f"color: {theme.tones.kind(kind).ink};")
            row.addWidget(glyph)
        self._label = ElidedLabel(text, widest=_WIDEST)
        row.addWidget(self._label, 1)
        self._role = ElidedLabel(role, widest=_ROLE_WIDTH)
        self._role.setProperty("role", "muted")
        font = self._role.font()
        font.setItalic(True)
        self._role.setFont(font)
        self._role.setVisible(bool(role))
        row.addWidget(self._role)
        self._cross = QToolButton()
        self._cross.setText("×")
        self._cross.setObjectName("chip-remove")
        self._cross.setFixedSize(18, 18)
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.setAccessibleName(self.tr("Remove {}").format(text))
        self._cross.setToolTip(self.tr("Remove (Delete)"))
        self._cross.clicked.connect(self.removed)
        row.addWidget(self._cross)
        self._name()

    def edit_role(self) -> None:
        """Let the role be typed in place."""
        if not self._with_role or self._role_field is not None:
            return
        field = QLineEdit(self.role)
        field.setObjectName("chip-role")
        field.setPlaceholderText(self.tr("as what?"))
        field.setAccessibleName(self.tr("Role of {}").format(self.text))
        field.setFixedWidth(_ROLE_WIDTH)
        field.editingFinished.connect(self._take_role)
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.insertWidget(layout.indexOf(self._role), field)
        self._role.hide()
        self._role_field = field
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the title what it needs, and the role what is left of the width."""
        super().resizeEvent(event)
        spare = self.width() - self.sizeHint().width() + self._role.sizeHint().width()
        self._role.setMaximumWidth(min(_ROLE_WIDTH, max(_LEAST_ROLE, spare)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, remove with Delete, edit the role with F2; Esc leaves the role as is."""
        key = event.key()
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self._role_field is not None:
            if key == Qt.Key.Key_Escape:
                self._close_role()
            elif key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or control:
                super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and not control:
            self.opened.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif key == Qt.Key.Key_F2 and self._with_role:
            self.edit_role()
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self.focusNextChild()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open on a click; a click on the role edits that."""
        if event.button() != Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
        elif self._role.isVisible() and self._role.geometry().contains(event.position().toPoint()):
            self.edit_role()
        elif self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def _take_role(self) -> None:
        if self._role_field is None:
            return
        words = " ".join(self._role_field.text().split())
        self._close_role()
        if words != self.role:
            self.role_edited.emit(words)

    def _close_role(self) -> None:
        field, self._role_field = self._role_field, None
        if field is None:
            return
        had_focus = field.hasFocus()
        discard(field)
        self._role.setVisible(bool(self.role))
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self) -> None:
        self.setAccessibleName(f"{self.text}, {self.role}" if self.role else self.text)
        keys = self.tr("Enter opens, Delete removes")
        if self._with_role:
            keys = self.tr("Enter opens, F2 says as what, Delete removes")
        self.setToolTip(f"{self.text} — {keys}" if len(self.text) > 30 else keys)
