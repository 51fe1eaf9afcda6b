"""The panel at the side in which a cell, an account, an aspect or the verdict is edited."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout

from khiva_notes.gui.cards.elided import ElidedLabel
from khiva_notes.gui.cards.style import card_style
from khiva_notes.gui.compare.editor import Editor
from khiva_notes.gui.desk import Desk
from khiva_notes.services.dispute_reading import DisputeTable

WIDTH = 336


class Side(QFrame):
    """Holds one editor at a time; ``closed`` is sent when Esc, Ctrl+Enter or the cross ends it."""

    closed = Signal()
    opened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("comparison-side-panel")
        self._desk = desk
        self.editor: Editor | None = None
        self._title = ElidedLabel()
        self._title.setObjectName("side-title")
        font = self._title.font()
        font.setWeight(font.Weight.DemiBold)
        self._title.setFont(font)
        cross = QToolButton()
        cross.setObjectName("side-close")
        cross.setText("×")
        cross.setToolTip(self.tr("Close (Esc)"))
        cross.setAccessibleName(self.tr("Close the editor"))
        cross.clicked.connect(self.close_editor)
        head = QHBoxLayout()
        head.setContentsMargins(22, 8, 8, 4)
        head.addWidget(self._title, 1)
        head.addWidget(cross)
        self._area = QScrollArea()
        self._area.setObjectName("side-area")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        self.setMinimumWidth(WIDTH)
        self.hide()
        desk.theme.changed.connect(self._restyle)
        self._restyle()

    def edit(self, editor: Editor, table: DisputeTable, *, focus: bool = True) -> None:
        """Show an editor in place of the one before."""
        self._drop()
        self.editor = editor
        editor.refresh(table)
        editor.opened.connect(self.opened)
        editor.done.connect(self.close_editor)
        self._area.setWidget(editor)
        self._title.setText(editor.heading)
        self.setAccessibleName(editor.heading)
        self.show()
        if focus:
            editor.begin()

    def refresh(self, table: DisputeTable) -> None:
        """Show in the editor what the library now says."""
        if self.editor is not None:
            self.editor.refresh(table)
            self._title.setText(self.editor.heading)

    def close_editor(self) -> None:
        """Save and put the editor away."""
        if self.editor is not None:
            self.editor.flush()
            self.hide()
            self._drop()
            self.closed.emit()

    def event(self, event: QEvent) -> bool:
        """Claim Esc and Ctrl+Enter before the window's own shortcuts take them."""
        claims = event.type() == QEvent.Type.ShortcutOverride
        if claims and isinstance(event, QKeyEvent) and _ends(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc or Ctrl+Enter."""
        if _ends(event):
            self.close_editor()
        else:
            super().keyPressEvent(event)

    def _drop(self) -> None:
        old, self.editor = self.editor, None
        if old is not None:
            old.flush()
            self._area.takeWidget()
            old.hide()
            old.deleteLater()

    def _restyle(self) -> None:
        tones = self._desk.theme.tones
        self.setStyleSheet(
            f"QFrame#comparison-side-panel {{ background: {tones.paper}; "
            f"border-left: 1px solid {tones.line}; }}"
            f'QScrollArea#side-area, QWidget[role="editor"] {{ background: {tones.paper}; }}'
            + card_style(tones)
        )


def _ends(event: QKeyEvent) -> bool:
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return event.key() == Qt.Key.Key_Escape or bool(enter and control)
