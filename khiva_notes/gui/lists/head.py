"""The top of a list: what it lists, how much of it is in sight, and the line that filters it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from khiva_notes.gui.clearable import make_clearable
from khiva_notes.gui.fonts import reading_font
from khiva_notes.gui.theme import Theme

_POINTS = 17.0
_FILTER_WIDTH = 260


class ListHead(QWidget):
    """``filtered`` bears the words of the filter as they are typed, ``left`` the hand going on.

    Down and Enter in the filter go to the rows; Esc empties it, and then goes to the rows too.
    """

    filtered = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("list-head")
        self._theme = theme
        self._kind = ""
        self._glyph = QLabel()
        self._title = QLabel()
        self._title.setObjectName("list-title")
        self._title.setFont(reading_font(_POINTS))
        self._count = QLabel()
        self._count.setObjectName("list-count")
        self.line = QLineEdit()
        self.line.setObjectName("list-filter")
        self.line.setAccessibleName(self.tr("Filter"))
        self.line.setPlaceholderText(self.tr("Filter, names in any spelling"))
        self.line.setToolTip(self.tr("Shows only rows with these words (Ctrl+F); Esc clears"))
        make_clearable(self.line)
        self.line.setMinimumWidth(_FILTER_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 16, 24, 8)
        row.setSpacing(8)
        baseline = Qt.AlignmentFlag.AlignBottom
        row.addWidget(self._glyph, alignment=baseline)
        row.addWidget(self._title, alignment=baseline)
        row.addWidget(self._count, alignment=baseline)
        row.addStretch(1)
        row.addWidget(self.line, alignment=baseline)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(0)
        self._pause.timeout.connect(lambda: self.filtered.emit(self.line.text()))
        self.line.textChanged.connect(lambda _: self._pause.start())
        self.line.installEventFilter(self)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_list(self, kind: str, glyph: str, title: str, query: str) -> None:
        """Show the head of another list; nothing is sent."""
        self._kind = kind
        self._glyph.setText(glyph)
        self._glyph.setVisible(bool(glyph))
        self._title.setText(title)
        self._count.clear()
        blocked = self.line.blockSignals(True)
        self.line.setText(query)
        self.line.blockSignals(blocked)
        self._restyle()

    def show_count(self, shown: int, total: int) -> None:
        """Show how many rows are in sight, of how many."""
        words = f"{shown:,}" if shown == total else self.tr("{:,} of {:,}").format(shown, total)
        self._count.setText(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Act on the filter's own keys."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key == Qt.Key.Key_Escape and self.line.text():
                self.line.clear()
                return True
            if key in (
                Qt.Key.Key_Down,
                Qt.Key.Key_Return,
                Qt.Key.Key_Enter,
                Qt.Key.Key_Escape,
            ):
                self.left.emit()
                return True
        return False

    def _restyle(self) -> None:
        tones = self._theme.tones
        ink = tones.kind(self._kind).ink if self._kind else tones.muted
        self._glyph.setStyleSheet(f"color: {ink}; font-size: 15pt;")
        self._count.setStyleSheet(f"color: {tones.muted}; padding-bottom: 4px;")
        self.line.setStyleSheet(
            f"QLineEdit {{ background: {tones.surface}; color: {tones.ink}; "
            f"border: 1px solid {tones.line}; border-radius: 3px; padding: 4px 6px; }}"
            f"QLineEdit:focus {{ border: 1px solid {tones.focus}; }}"
        )
