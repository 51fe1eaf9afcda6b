"""The top of the review: which source, how many passages of each sort, and which are shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from khiva_notes.gui.cards.elided import ElidedLabel
from khiva_notes.gui.fonts import reading_font
from khiva_notes.gui.theme import Theme
from khiva_notes.gui.versions.model import SIGNS, TONES, DoubtsModel

_SORTS = ("", "orphan", "fuzzy", "moved")


class ReviewHead(QWidget):
    """``filtered`` bears the sort of doubt that is to be shown, empty for all."""

    filtered = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("versions-head")
        self._theme = theme
        self.title = ElidedLabel()
        self.title.setObjectName("versions-title")
        self.title.setFont(reading_font(17.0))
        self._settled = QLabel()
        self._settled.setObjectName("versions-settled")
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        self._row = QHBoxLayout()
        self._row.setSpacing(4)
        for sort in _SORTS:
            button = QToolButton()
            button.setObjectName(f"versions-show-{sort or 'all'}")
            button.setCheckable(True)
            button.setChecked(not sort)
            button.clicked.connect(lambda _=False, sort=sort: self.filtered.emit(sort))
            self._group.addButton(button)
            self._buttons[sort] = button
            self._row.addWidget(button)
        self._row.addWidget(self._settled, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 8)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addLayout(self._row)
        theme.changed.connect(self._restyle)
        self._restyle()

    def add_button(self, button: QToolButton) -> None:
        """Put a button at the right end."""
        self._row.addWidget(button)

    def show_counts(self, model: DoubtsModel, settled: int) -> None:
        """Show how many passages of each sort there are, and which sort is shown."""
        for sort, button in self._buttons.items():
            count = model.count(sort)
            word = f"{SIGNS[sort]} {model.word(sort)}" if sort else self.tr("all")
            button.setText(f"{word}  {count}")
            button.setAccessibleName(self.tr("Show {0}: {1}").format(word, count))
            button.setToolTip(self.tr("Shows only these passages"))
            button.setEnabled(count > 0 or sort == model.status)
            button.setChecked(sort == model.status)
        self._settled.setText(self.tr("{:,} in place").format(settled))

    def _restyle(self) -> None:
        tones = self._theme.tones
        self._settled.setStyleSheet(f"color: {tones.muted}; padding-left: 8px;")
        self.title.setStyleSheet(f"color: {tones.ink};")
        for sort, button in self._buttons.items():
            ink = tones.states[TONES[sort]] if sort else tones.ink
            button.setStyleSheet(
                f"QToolButton {{ color: {ink}; border: 1px solid transparent;"
                f" border-radius: 4px; padding: 3px 8px; }}"
                f"QToolButton:checked {{ background: {tones.surface};"
                f" border-color: {tones.line}; }}"
                f"QToolButton:disabled {{ color: {tones.muted}; }}"
                f"QToolButton:focus {{ border-color: {tones.focus}; }}"
            )
