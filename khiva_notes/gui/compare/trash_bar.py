"""A bar over a dispute that lies in the trash, with the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from khiva_notes.gui.desk import Desk


class TrashBar(QWidget):
    """``wanted`` asks to take the dispute out of the trash."""

    wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("dispute-in-trash")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        restore = QToolButton()
        restore.setObjectName("dispute-restore")
        restore.setText(self.tr("Restore"))
        restore.setToolTip(self.tr("Take the dispute out of the trash"))
        restore.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        restore.clicked.connect(self.wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.addWidget(QLabel(self.tr("This dispute is in the trash.")))
        row.addWidget(restore)
        row.addStretch(1)
        desk.theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def _restyle(self) -> None:
        tones = self._desk.theme.tones
        tone = tones.kind("dispute")
        self.setStyleSheet(
            f"QWidget#dispute-in-trash {{ background: {tone.tint}; }}"
            f"QLabel {{ color: {tones.ink}; background: transparent; }}"
            f"QToolButton {{ color: {tone.ink}; background: {tones.surface}; padding: 2px 10px; "
            f"border: 1px solid {tones.line}; border-radius: 3px; }}"
            f"QToolButton:focus {{ border-color: {tones.focus}; }}"
        )
