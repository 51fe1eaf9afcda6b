"""A number that a text cites and no list explains: a line to type the work into."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton

from khiva_notes.gui.cards.row import Row
from khiva_notes.services.references import Unlisted

_NUMBER_WIDTH = 44


class UnlistedRow(Row):
    """``typed`` bears the reference that was typed; ``work_opened`` the work that it is already."""

    typed = Signal(str)
    work_opened = Signal(int)

    def __init__(self, unlisted: Unlisted) -> None:
        super().__init__()
        self.setObjectName(f"unlisted-row-{unlisted.number}")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(12)
        number = QLabel(unlisted.number)
        number.setProperty("role", "muted")
        number.setFixedWidth(_NUMBER_WIDTH)
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(number)
        times = self.tr("cited once") if unlisted.cited == 1 else self.tr("cited {} times")
        count = QLabel(times.format(unlisted.cited))
        count.setProperty("role", "muted")
        if unlisted.work_id:
            title = QToolButton()
            title.setObjectName("unlisted-open")
            title.setText(unlisted.work_title)
            title.setToolTip(self.tr("Open the work"))
            title.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            title.clicked.connect(lambda: self.work_opened.emit(unlisted.work_id))
            self.opened.connect(lambda: self.work_opened.emit(unlisted.work_id))
            row.addWidget(title)
            row.addStretch(1)
            self.setAccessibleName(
                self.tr("Work {}: {}").format(unlisted.number, unlisted.work_title)
            )
        else:
            line = QLineEdit()
            line.setObjectName(f"unlisted-{unlisted.number}")
            line.setPlaceholderText(self.tr("Family, Given. Title. Place: Publisher, 1963."))
            line.setAccessibleName(
                self.tr("Work that number {} stands for").format(unlisted.number)
            )
            line.setToolTip(self.tr("Type or paste the work's reference; Enter enters it"))
            line.returnPressed.connect(lambda: self.typed.emit(line.text()))
            row.addWidget(line, 1)
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setFocusProxy(line)
            self.setAccessibleName(line.accessibleName())
        row.addWidget(count)
